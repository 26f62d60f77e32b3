import { describe, expect, it } from 'vitest';
import { embedPath, frameCode, loaderCode, oembedName } from './code.js';

const original = { edition: 'zh', original: true };
const other = { edition: 'en', original: false };

describe('addresses', () => {
  it.each([
    [{}, original, 'embed/', 'story.zh'],
    [{ section: 'visits' }, original, 'embed/visits/', 'visits.zh'],
    [{ section: 'visits', chart: true }, other, 'en/embed/visits/chart/', 'visits.chart.en'],
  ])('of %o in %o are %s and %s', (target, edition, path, name) => {
    expect(embedPath(target, edition)).toBe(path);
    expect(oembedName(target, edition.edition)).toBe(name);
  });
});

describe('the code to paste', () => {
  it('is a wrapped frame and the loader, by attributes alone', () => {
    expect(loaderCode('https://a.example/embed/', 'A title', 'https://a.example/embed.js')).toBe(
      '<div class="story-embed"><iframe src="https://a.example/embed/" title="A title" width="100%" height="640" ' +
        'frameborder="0" loading="lazy" allowfullscreen></iframe></div>' +
        '<script async src="https://a.example/embed.js"></script>',
    );
  });

  it('lets no title out of its attribute', () => {
    expect(frameCode('https://a.example/?a=1&b=2', '"><script>')).toContain(
      'src="https://a.example/?a=1&amp;b=2" title="&quot;&gt;&lt;script&gt;"',
    );
  });
});

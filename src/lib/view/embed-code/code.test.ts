import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { embedPath, frameCode, fullHeightCode, loaderCode, oembedName } from './code.js';

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

  it('at full height is the same frame with one attribute more, which any browser may drop', () => {
    const code = fullHeightCode('https://a.example/embed/', 'A title', {});
    expect(code.replace(/ style="[^"]*"/, '')).toBe(frameCode('https://a.example/embed/', 'A title'));
    expect(code).toContain(' style="frame-sizing: content-height; height: auto; min-height: 640px" ');
  });

  it('lets a graphic that the browser sizes be lower than the box, and says the box first', () => {
    expect(fullHeightCode('https://a.example/', 'A title', { section: 'visits', chart: true })).toContain(
      ' style="frame-sizing: content-height; height: auto; min-height: 640px; ' +
        'min-height: if(supports(frame-sizing: content-height): 320px; else: 640px)" ',
    );
  });

  it.each([
    ['frame-sizing', {}],
    ['frame-sizing-loader', {}],
    ['frame-sizing-chart', { section: 'visits', chart: true }],
  ])('at full height is what the host page %s holds', (host, target) => {
    const [, style = 'none'] = / style="([^"]*)"/.exec(fullHeightCode('a', 'b', target)) ?? [];
    const page = readFileSync(`examples/hosts/${host}.html`, 'utf8').replace(/\s+/g, ' ');
    expect(page.replace(/style=" ?([^"]*?);? ?"/, 'style="$1"')).toContain(`style="${style}"`);
  });

  it('lets no title out of its attribute', () => {
    expect(frameCode('https://a.example/?a=1&b=2', '"><script>')).toContain(
      'src="https://a.example/?a=1&amp;b=2" title="&quot;&gt;&lt;script&gt;"',
    );
  });
});

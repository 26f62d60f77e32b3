/** Every kind of the registry, in every state, theme and size, is a sound picture. Kinds added later are looked at without a word here. */
import { kinds } from '../../src/lib/charts/kinds.js';
import type { KindSpec } from '../../src/lib/story/types.js';
import { addInspection, expectations, type Expectations, type Fault } from './inspect.js';
import { expect, test, wide } from './support.js';

const checks: Readonly<Record<Fault['check'], string>> = {
  marks: 'something is drawn',
  frame: 'labels and marks stay inside the frame',
  scrolled: 'nothing needs scrolling',
  overlap: 'no label runs into another',
  size: 'no text is too small',
  'text contrast': 'text stands out',
  'mark contrast': 'marks stand out',
  finite: 'geometry is finite',
};

/** Pictures that are longer than these frames; their script scrolls them to what a step speaks of. */
const longer = ['outline outline drawn'];

test.use({ viewport: wide, reducedMotion: 'reduce' });

for (const theme of ['light', 'dark'] as const) {
  test(`pictures of all kinds are sound, ${theme}`, async ({ page }) => {
    await addInspection(page);
    await page.goto('gallery/', { waitUntil: 'load' });
    const seen = await page.evaluate(look, { theme, expected: expectations });
    expect([...new Set(seen.map(({ kind }) => kind))]).toEqual(kinds);
    for (const kind of kinds) {
      const { spec }: { spec: KindSpec } = await import(`../../src/lib/charts/${kind}/spec.js`);
      const shown = new Set(seen.filter((frame) => frame.kind === kind).map(({ state }) => state));
      expect(
        [...shown].filter((state) => !spec.states.includes(state)),
        kind,
      ).toEqual([]);
    }
    for (const [check, title] of Object.entries(checks)) {
      const faults = seen.flatMap(({ name, faults }) =>
        faults
          .filter((fault) => fault.check === check && !isKnown(fault, name))
          .map(({ what }) => `${name}: ${what}`),
      );
      expect.soft(faults, title).toEqual([]);
    }
    // And each kind says what it shows, and how a section names it.
    for (const kind of kinds) {
      const section = page.locator(`section#${kind}`);
      await expect(section.locator('.purpose')).not.toBeEmpty();
      await expect(section.locator('pre').first()).toContainText(`chart: ${kind}`);
    }
  });
}

const isKnown = ({ check }: Fault, frame: string) =>
  check === 'scrolled' && longer.some((name) => frame.startsWith(`${name} (`));

interface SeenFrame {
  readonly kind: string;
  readonly state: string;
  readonly name: string;
  readonly faults: readonly Fault[];
}

/** Ways to spoil a picture of bars, each by the check that has to notice. */
const damages: Readonly<Record<Exclude<Fault['check'], 'scrolled'>, (frame: Element) => void>> = {
  marks: (frame) => frame.replaceChildren(),
  frame: (frame) => frame.querySelector('text')?.setAttribute('x', '-30%'),
  overlap: (frame) => {
    const [one, other] = frame.querySelectorAll('text.c-label');
    for (const name of ['x', 'y', 'dx', 'dy']) other?.setAttribute(name, one?.getAttribute(name) ?? '0');
  },
  size: (frame) => frame.querySelector('text')?.setAttribute('font-size', '9'),
  'text contrast': (frame) => frame.querySelector('text')?.setAttribute('opacity', '0.4'),
  'mark contrast': (frame) => frame.querySelector('rect.c-pen')?.setAttribute('opacity', '0.3'),
  finite: (frame) => frame.querySelector('rect')?.setAttribute('data-x', 'NaN'),
};

test('what spoils a picture is noticed', async ({ page }) => {
  await addInspection(page);
  await page.goto('gallery/');
  const frame = page.locator('[data-frame="bars bars drawn"]').first();
  const found = () =>
    frame.evaluate(
      (element, expected) =>
        window.inspectPicture(element, { ...expected, highlighted: false }).map((fault) => fault.check),
      expectations,
    );
  const sound = await frame.innerHTML();
  for (const [check, damage] of Object.entries(damages)) {
    expect(await found(), 'the undamaged picture').toEqual([]);
    await frame.evaluate(damage);
    expect(await found(), check).toContain(check);
    await frame.evaluate((element, html) => {
      element.innerHTML = html;
    }, sound);
  }
});

/** Runs in the page. */
function look({
  theme,
  expected,
}: {
  theme: string;
  expected: Omit<Expectations, 'highlighted'>;
}): SeenFrame[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-theme='${theme}'] [data-frame]`)].map((frame) => {
    const { frame: name = '', screen = '' } = frame.dataset;
    const [kind = '', , state = ''] = name.split(' ');
    const highlighted = 'highlight' in frame.dataset;
    return {
      kind,
      state,
      name: `${name} (${screen})`,
      faults: window.inspectPicture(frame, { ...expected, highlighted }),
    };
  });
}

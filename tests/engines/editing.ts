/**
 * The editing page and the preview in an engine, as an editor uses them: a key, a drag, words, a reload, a patch, a link. Knows no
 * section of the story by name, and no engine.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { moved } from '../browser/desk.js';
import type { Engine } from './browsers.js';

interface Tried {
  readonly what: string;
  readonly faults: readonly string[];
}

/** Runs in the page: everything that is looked at. */
function look(_nothing: null) {
  const ids = (root: Document | undefined | null, of: string, name: string) =>
    [...(root?.querySelectorAll(of) ?? [])].map((each) => each.getAttribute(name) ?? '');
  const frame = document.querySelector('iframe')?.contentDocument;
  const handle = document.querySelectorAll('[data-outline] [data-handle]')[3]?.getBoundingClientRect();
  const next = document.querySelectorAll('[data-outline] [data-row]')[4]?.getBoundingClientRect();
  const title = document.querySelector<HTMLTextAreaElement>('[data-field="title:en"]');
  return {
    rows: ids(document, '[data-outline] [data-row]', 'data-row'),
    shown: ids(frame, '[data-section]', 'data-section'),
    checked: document.querySelector('[data-checked]') !== null,
    focused: document.activeElement?.getAttribute('data-handle') ?? '',
    said: document.querySelector('[data-said]')?.textContent ?? '',
    carried: document.querySelectorAll('[data-carried]').length,
    handle: handle ? { x: handle.x + handle.width / 2, y: handle.y + 20 } : { x: 0, y: 0 },
    target: next ? next.y + next.height * 0.65 : 0,
    title: title?.value ?? '',
    words: frame?.querySelector('main')?.textContent ?? '',
    draft: document.querySelector('[data-draft]') !== null,
    patch: document.querySelector<HTMLAnchorElement>('a[download="story.patch"]')?.href ?? '',
    link: document.querySelector<HTMLInputElement>('#proposal-link')?.value ?? '',
    published: ids(document, 'main [data-section]', 'data-section'),
    current: document.querySelector('[aria-current="step"]')?.id ?? '',
    charts: document.querySelectorAll('[data-current] .c-chart').length,
  };
}
type Look = ReturnType<typeof look>;

/** Runs in the page. */
const press = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();
const focus = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();
const toCentre = (id: string): void =>
  document.querySelector(`[data-row="${id}"]`)?.scrollIntoView({ block: 'center', behavior: 'instant' });
const toMiddleStep = (_nothing: null): string => {
  const steps = document.querySelectorAll('[data-section] [data-step]');
  const step = steps[Math.floor(steps.length / 2)];
  step?.scrollIntoView({ block: 'start', behavior: 'instant' });
  return step?.id ?? '';
};

const same = (a: readonly string[], b: readonly string[]) => a.join(' ') === b.join(' ');

export async function tryEditing(engine: Engine, site: string): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const seen = () => engine.host(look, null);
  /** Waits until the page looks as it should; tells how it looks instead. */
  async function until(
    what: string,
    right: (now: Look) => boolean,
    tell: (now: Look) => unknown,
  ): Promise<Look> {
    for (let tries = 0; ; tries += 1) {
      const now = await seen();
      if (right(now) || tries > 150) {
        tried.push({
          what: `editing, ${what}`,
          faults: right(now) ? [] : [JSON.stringify(tell(now)).slice(0, 300)],
        });
        return now;
      }
      await pause(100);
    }
  }
  try {
    await engine.open(`${site}edit/`);
    const { rows } = await until(
      'the page opens',
      (now) => now.rows.length > 3 && now.checked,
      (now) => now.rows,
    );
    const [, , , id = ''] = rows;

    await engine.host(focus, `[data-handle="${id}"]`);
    await engine.press('ArrowDown');
    const byKey = moved(rows, 3, 4);
    await until(
      'a key moves a section, and the focus goes along',
      (now) => same(now.rows, byKey) && now.focused === id,
      (now) => [now.rows, now.focused],
    );
    await until(
      'the preview follows',
      (now) => same(now.shown, byKey),
      (now) => now.shown,
    );

    // Away from the edges, where a drag scrolls the page.
    await engine.host(toCentre, byKey[3] ?? '');
    await pause(300);
    const { handle, target } = await seen();
    const way = Array.from({ length: 10 }, (_, i) => ({
      x: handle.x,
      y: handle.y + ((target - handle.y) * (i + 1)) / 10,
    }));
    await engine.drag([handle, ...way]);
    await until(
      'a drag moves a section',
      (now) => same(now.rows, rows) && now.carried === 0,
      (now) => [now.rows, now.said],
    );

    await engine.host(press, `[data-row="${id}"] .name`);
    await until(
      'a section opens',
      (now) => now.title !== '',
      (now) => now.title,
    );
    await engine.host(focus, '[data-field="title:en"]');
    await engine.press('End');
    for (const key of ', typed') await engine.press(key);
    await until(
      'what is typed is in its field',
      (now) => now.title.endsWith(', typed'),
      (now) => now.title,
    );
    // The English title is not in a Chinese preview: the order is what is looked at there.
    await engine.host(focus, `[data-handle="${id}"]`);
    await pause(600);

    await engine.open(`${site}edit/`);
    await until(
      'the draft is there after a reload',
      (now) => now.draft,
      (now) => now.rows,
    );
    await engine.host(press, '[data-draft] button');
    await until(
      'and is taken up',
      (now) => !now.draft,
      (now) => now.draft,
    );
    await engine.host(
      press,
      `[data-row="${rows[2]}"] [aria-label*="下移"], [data-row="${rows[2]}"] [aria-label$="down"]`,
    );
    const proposed = moved(rows, 2, 3);
    await until(
      'a button moves a section',
      (now) => same(now.rows, proposed),
      (now) => now.rows,
    );
    await engine.host(press, '.bar .main');
    const { link } = await until(
      'a patch and a link are offered',
      (now) => now.patch.startsWith('blob:') && now.link !== '',
      (now) => [now.patch, now.link],
    );

    await engine.open(link);
    await until(
      'the link shows the story in the proposed order',
      (now) => same(now.published, proposed),
      (now) => now.published,
    );
    const step = await engine.host(toMiddleStep, null);
    await until(
      'and it plays',
      (now) => now.current === step && now.charts > 0,
      (now) => [now.current, step, now.charts],
    );
  } catch (error) {
    tried.push({ what: 'editing', faults: [error instanceof Error ? error.message : String(error)] });
  }
  return tried;
}

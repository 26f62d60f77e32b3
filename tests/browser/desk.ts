/** The editing page as its tests take hold of it. Knows no section of the story by name. */
import type { BrowserContext, Locator, Page } from '@playwright/test';

/** The whole of what is long, which `npm test` takes a share of. */
export const allOfEditing = process.env['EDITING'] === 'all';

/** Two lists are sorted alike: the sections, and the steps of the one that is open. */
export const lists = { sections: '[data-outline]', steps: '[data-steps]' } as const;
export type List = keyof typeof lists;

export const idsIn = (page: Page, list: List = 'sections'): Promise<string[]> =>
  page
    .locator(`${lists[list]} [data-row]`)
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row') ?? ''));
export const rowOf = (page: Page, id: string, list: List = 'sections'): Locator =>
  page.locator(`${lists[list]} [data-row="${id}"]`);
export const handleOf = (page: Page, id: string, list: List = 'sections'): Locator =>
  page.locator(`${lists[list]} [data-handle="${id}"]`);
/** What is told to those who listen: to be of use it stands in a live region. */
export const said = (page: Page): Locator =>
  page.locator('[role="status"][aria-live="polite"]:not([hidden])[data-said]');
export const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-handle'));
export const field = (page: Page, path: string, language: string): Locator =>
  page.locator(`[data-field="${path}:${language}"]`);

/**
 * For tests that don't look at the preview: its frame stays empty, and the story isn't drawn a second time beside the editing page.
 * Given to `beforeEach`.
 */
export const withoutPreview = ({ context }: { context: BrowserContext }): Promise<unknown> =>
  context.route('**/preview/?lang=*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>-</title>' }),
  );

/** Opens the page and waits for the checks. @returns the sections in order */
export async function openDesk(page: Page, site = '', query = ''): Promise<string[]> {
  await page.goto(`${site}edit/${query}`);
  // In development the first visit may wait for the server to prepare its modules, and load twice.
  await page
    .locator('[data-problems][data-checked]')
    .waitFor({ state: 'attached', timeout: site === '' ? 20_000 : 60_000 });
  return idsIn(page);
}

/** Opens the section in a place. @returns its id */
export async function openSection(page: Page, at: number, site = ''): Promise<string> {
  const id = (await openDesk(page, site))[at] ?? '';
  await rowOf(page, id).locator('.name').click();
  await page.locator(`[data-section-editor="${id}"]`).waitFor();
  return id;
}

/** The list with one of its rows elsewhere. */
export function moved(list: readonly string[], from: number, to: number): string[] {
  const rest = list.filter((_, i) => i !== from);
  return [...rest.slice(0, to), list[from] ?? '', ...rest.slice(to)];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A place in an element, in the window; by default its middle. @param down share of its height */
export async function pointIn(element: Locator, down = 0.5): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error('not in the page');
  return { x: box.x + box.width / 2, y: box.y + box.height * down };
}

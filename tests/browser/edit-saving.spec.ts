/**
 * Saving from the editing page through the real development server, on a copy of the story. `MOVES=all` saves a move from every
 * place to every place; else a share of them.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lineChanges } from '../support/line-changes.js';
import { withoutPreview } from './desk.js';
import { linesOf, meetAnother, openDesk, rows, save } from './dev-desk.js';
import { startDev } from './dev-server.js';
import { expect, test } from './dev-test.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
test.beforeEach(withoutPreview);
test.describe.configure({ mode: 'serial' });

const order = 'story/order.yaml';
test('a saved move is one line gone and one come in one file, from any place to any other', async ({
  page,
  dev,
}) => {
  test.slow();
  test.setTimeout(process.env['MOVES'] === 'all' ? 1_200_000 : 150_000);
  // A commented line and a hidden one are among those that move.
  const text = dev.read(order);
  const some = linesOf(text).findIndex((line) => /^ {2}- /.test(line)) + 3;
  dev.write(
    order,
    linesOf(text)
      .map((line, i) => (i === some ? `${line}  # 说明` : i === some + 2 ? `${line}: hidden` : line))
      .join('\n'),
  );
  const ids = await openDesk(page, dev);
  const [first, last] = [1, ids.length - 2];
  const pairs: (readonly [number, number])[] = [];
  for (let from = first; from <= last; from += 1)
    for (let to = first; to <= last; to += 1) if (from !== to) pairs.push([from, to]);
  const chosen = process.env['MOVES'] === 'all' ? pairs : pairs.filter((_, i) => i % 53 === 7);
  expect(chosen.length).toBeGreaterThan(4);
  for (const [from, to] of chosen) {
    const before = dev.everything();
    const id = (await rows(page))[from] ?? '';
    const place = page.locator(`[data-row="${id}"] input[type="number"]`);
    await place.fill(String(to + 1));
    await place.press('Enter');
    await expect.poll(async () => (await rows(page))[to]).toBe(id);
    await save(page);
    const after = dev.everything();
    const changed = Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);
    expect(changed, `${from} → ${to}`).toEqual([order]);
    const { gone, come } = lineChanges(before[order] ?? '', after[order] ?? '');
    expect(gone, `${from} → ${to}`).toHaveLength(1);
    expect(come).toEqual(gone);
  }
});

test('what somebody else writes meanwhile is shown beside mine, and both are kept', async ({ page, dev }) =>
  meetAnother(page, dev));

test('a problem that is new is not written to the files, and the page says so', async ({ page, dev }) => {
  await openDesk(page, dev);
  const id = (await rows(page))[3] ?? '';
  await page.locator(`[data-row="${id}"] .name`).click();
  const title = page.locator('[data-field="title:en"]');
  await title.fill('It grew by 50%');
  await expect(title).toHaveAttribute('aria-invalid', 'true');
  const before = dev.everything();
  await page.locator('.bar .main').click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.locator('[data-outcome]')).toContainText(
    /没有保存.*story\/sections\/[\w-]+\.yaml:\d+:\d+ ./,
  );
  expect(dev.everything()).toEqual(before);
});

test('a draft is found again by another browser, and by a server on another port, until it is saved', async ({
  page,
  browser,
  dev,
}) => {
  test.setTimeout(240_000);
  const before = await openDesk(page, dev);
  await page.locator(`[data-handle="${before[2]}"]`).focus();
  await page.keyboard.press('ArrowDown');
  const kept = () => {
    const folder = join(dev.folder, '.drafts');
    return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  };
  await expect.poll(kept).toHaveLength(1);
  // The browser's own copy is no more needed.
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).not.toContain('order.yaml');
  await page.close();

  // `npm test` stays with the one server; its own storage is gone either way.
  const next = process.env['EDITING'] === 'all' ? await startDev({ shared: dev.folder }) : undefined;
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1600, height: 1000 } });
  const other = await context.newPage();
  await openDesk(other, next ?? dev);
  await expect(other.locator('[data-draft]')).toContainText(/「.+」有没保存的草稿/);
  await other.getByRole('button', { name: '接着改' }).click();
  await expect.poll(() => rows(other)).not.toEqual(before);
  await save(other);
  await expect.poll(kept).toEqual([]);
  await context.close();
  await next?.close();
});

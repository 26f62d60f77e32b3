/**
 * Others write to the same files while the editing page is open: through the real development server, on a copy of the story. The
 * commonest meeting is in edit-saving.spec.ts; `npm run test:editing` tries these.
 */
import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import {
  allOfEditing,
  field,
  handleOf,
  idsIn,
  moved,
  openDesk,
  openSection,
  rowOf,
  withoutPreview,
} from './desk.js';
import { expect, test } from './dev-test.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
test.beforeEach(withoutPreview);
test.describe.configure({ mode: 'serial', timeout: 150_000 });
test.skip(!allOfEditing);

const order = 'story/order.yaml';
const pathOf = (id: string) => `story/sections/${id}.yaml`;
const meetingOf = (page: Page): Locator => page.locator('dialog[data-meeting][open]');
const goOn = (page: Page) => meetingOf(page).getByRole('button', { name: '按所选的继续' });
const settled = async (page: Page): Promise<void> => {
  await goOn(page).click();
  await expect(meetingOf(page)).toHaveCount(0);
};

async function save(page: Page, outcome = '已保存'): Promise<void> {
  await page.locator('.bar .main').click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.locator('[data-outcome]')).toContainText(outcome, { timeout: 15_000 });
  await page.getByRole('button', { name: '关闭' }).click();
}

/** Writes behind what stands in a field: numbers that are referred to stay. @returns the whole text */
async function append(page: Page, path: string, words: string): Promise<string> {
  const text = (await field(page, path, 'en').inputValue()) + words;
  await field(page, path, 'en').fill(text);
  return text;
}

/** Writes behind the English title of a section's file. */
function titled(text: string, words: string): string {
  const line = text.split('\n').find((each) => /^ {2}en: /.test(each)) ?? '';
  expect(line).not.toBe('');
  return text.replace(line, line.replace(/(["']?)$/, `${words}$1`));
}

/** The order's text with one of its lines moved to the place of another. */
function swapped(text: string, a: string, b: string): string {
  const marked = text.replace(`  - ${a}\n`, '  - \0\n').replace(`  - ${b}\n`, `  - ${a}\n`);
  return marked.replace('  - \0\n', `  - ${b}\n`);
}

test('an order that both have changed is shown as before, theirs and mine, and one is chosen', async ({
  page,
  dev,
}) => {
  const ids = await openDesk(page, dev.url);
  await handleOf(page, ids[2] ?? '').focus();
  await page.keyboard.press('PageDown');
  const mine = moved(ids, 2, 7);
  await expect.poll(() => idsIn(page)).toEqual(mine);
  const theirText = swapped(dev.read(order), ids[4] ?? '', ids[5] ?? '');
  const theirs = moved(ids, 4, 5);
  dev.write(order, theirText);
  const states = meetingOf(page).locator(`[data-difference="${order}"] pre`);
  await expect(states).toHaveText(
    [ids, theirs, mine].map((list) => list.join('\n')),
    { timeout: 15_000 },
  );
  await goOn(page).click({ force: true });
  await expect(meetingOf(page)).toBeVisible();
  await meetingOf(page).getByLabel('用文件里的').check();
  await settled(page);
  await expect.poll(() => idsIn(page)).toEqual(theirs);
  // What was not chosen can still be had.
  await page.keyboard.press('Control+z');
  await expect.poll(() => idsIn(page)).toEqual(mine);
  expect(dev.read(order)).toBe(theirText);
  await save(page);
  expect(
    dev
      .read(order)
      .match(/^ {2}- [\w-]+/gm)
      ?.map((line) => line.slice(4)),
  ).toEqual(mine);
});

test('what a colleague pulls into several files at once is all shown; taking my own words back never takes theirs', async ({
  page,
  dev,
}) => {
  const id = await openSection(page, 3, dev.url);
  const ids = await idsIn(page);
  const other = ids[5] ?? '';
  const third = ids[6] ?? '';
  const title = await append(page, 'title', ', mine');
  const standfirst = await append(page, 'standfirst', ' And mine.');
  dev.write(pathOf(id), titled(dev.read(pathOf(id)), ', theirs'));
  dev.write(pathOf(other), titled(dev.read(pathOf(other)), ', theirs'));
  dev.write(order, swapped(dev.read(order), other, third));
  const listed = meetingOf(page).locator('[data-difference]');
  await expect(listed).toHaveCount(3, { timeout: 15_000 });
  await expect(meetingOf(page).getByRole('radio')).toHaveCount(2);
  const all = await listed.evaluateAll((sets) => sets.map((set) => set.getAttribute('data-difference')));
  expect(all.sort()).toEqual([order, `${pathOf(id)} title en`, `${pathOf(other)} title en`].sort());
  await meetingOf(page).getByLabel('用文件里的').check();
  await settled(page);
  await expect(field(page, 'title', 'en')).toHaveValue(/, theirs$/);
  await expect(field(page, 'standfirst', 'en')).toHaveValue(standfirst);
  await page.locator('.bar').click();
  for (let i = 0; i < 6; i += 1) await page.keyboard.press('Control+z');
  await expect(field(page, 'title', 'en')).toHaveValue(title);
  expect(await idsIn(page)).toEqual(moved(ids, 5, 6));
  await save(page);
  expect(dev.read(pathOf(id))).toContain(' And mine.');
  expect(dev.read(pathOf(other))).toContain(', theirs');
});

test('a section that somebody deletes while it is being rewritten is kept or given up as chosen', async ({
  page,
  dev,
}) => {
  const id = await openSection(page, 4, dev.url);
  const kept = dev.read(pathOf(id));
  await append(page, 'title', ', still wanted');
  rmSync(join(dev.folder, pathOf(id)));
  const states = meetingOf(page).locator(`[data-difference="${pathOf(id)}"]`);
  await expect(states).toContainText('（没有）', { timeout: 15_000 });
  await expect(states).toContainText(', still wanted');
  await meetingOf(page).getByLabel('用我的').check();
  await settled(page);
  await save(page);
  expect(dev.read(pathOf(id))).toContain(', still wanted');
  dev.write(pathOf(id), kept);
});

test('a section that somebody adds meanwhile comes without a choice, and is seen', async ({ page, dev }) => {
  const id = await openSection(page, 4, dev.url);
  const ids = await idsIn(page);
  const title = await append(page, 'title', ', mine');
  const text = dev.read(pathOf(ids[6] ?? '')).replace(/^kicker:.*\n/m, '');
  dev.write(pathOf('brand-new'), text);
  dev.write(order, dev.read(order).replace(`  - ${id}\n`, `  - ${id}\n  - brand-new: hidden\n`));
  await expect(meetingOf(page).locator('[data-difference]')).toHaveCount(2, { timeout: 15_000 });
  await expect(meetingOf(page).getByRole('radio')).toHaveCount(0);
  await settled(page);
  await expect(rowOf(page, 'brand-new')).toBeVisible();
  await expect(field(page, 'title', 'en')).toHaveValue(title);
  rmSync(join(dev.folder, pathOf('brand-new')));
  dev.write(order, dev.read(order).replace('  - brand-new: hidden\n', ''));
});

test('a change of which no word came is not written over after a save of something else', async ({
  page,
  dev,
}) => {
  // The line over which the server tells of changes is dead.
  await page.routeWebSocket(/./, () => undefined);
  const id = await openSection(page, 3, dev.url);
  const other = (await idsIn(page))[5] ?? '';
  dev.write(pathOf(other), titled(dev.read(pathOf(other)), ', unheard of'));
  await append(page, 'title', ', saved while nobody listened');
  await save(page);
  expect(dev.read(pathOf(id))).toContain(', saved while nobody listened');
  await rowOf(page, other).locator('.name').click();
  await expect(field(page, 'title', 'en')).toHaveValue(/, unheard of$/);
  await append(page, 'standfirst', ' Mine.');
  await save(page);
  expect(dev.read(pathOf(other))).toContain(', unheard of');
});

test('of five editors who save at once one succeeds, and four see what they have met', async ({
  browser,
  dev,
}) => {
  const pages: Page[] = [];
  for (let i = 0; i < 5; i += 1) {
    const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
    const page = await context.newPage();
    await page.routeWebSocket(/./, () => undefined);
    const id = await openSection(page, 2, dev.url);
    expect(id).not.toBe('');
    await append(page, 'title', `, by editor ${'ABCDE'.charAt(i)}`);
    await page.locator('.bar .main').click();
    await page.getByRole('button', { name: '保存', exact: true }).waitFor();
    pages.push(page);
  }
  // All requests are out before any is answered: each waits for the last.
  let waiting = 0;
  let release = (): void => undefined;
  const all = new Promise<void>((resolve) => (release = resolve));
  for (const page of pages)
    await page.route('**/__edit/story', async (route) => {
      if (route.request().method() === 'PUT') {
        waiting += 1;
        if (waiting === pages.length) release();
        await all;
      }
      await route.continue();
    });
  await Promise.all(pages.map((page) => page.getByRole('button', { name: '保存', exact: true }).click()));
  const outcomes = await Promise.all(
    pages.map(async (page) => {
      const outcome = page.locator('[data-outcome]');
      await expect(outcome).not.toHaveText('', { timeout: 30_000 });
      return (await outcome.innerText()) === '已保存' ? 'saved' : 'met';
    }),
  );
  expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1);
  for (const [i, page] of pages.entries()) {
    if (outcomes[i] === 'met') {
      await expect(meetingOf(page)).toContainText(`editor ${'ABCDE'.charAt(i)}`);
      await expect(meetingOf(page)).toContainText(`editor ${'ABCDE'.charAt(outcomes.indexOf('saved'))}`);
    }
    await page.context().close();
  }
});

test('what is deleted lies in the history, byte for byte, and comes back by undo or by hand', async ({
  page,
  dev,
}) => {
  await openDesk(page, dev.url);
  const id = 'brand-new';
  await page.getByText('加一节').click();
  await page.getByLabel(/^编号/).fill(id);
  await page.getByRole('button', { name: '加上' }).click();
  await save(page);
  const before = dev.everything();
  await page.locator('[data-section-editor] header').getByRole('button', { name: '删除' }).click();
  await expect(rowOf(page, id)).toHaveCount(0);
  await save(page);
  expect(Object.keys(dev.everything())).not.toContain(pathOf(id));
  const folder = join(dev.folder, 'history/story/sections', id);
  const newest = readdirSync(folder).sort().at(-1) ?? '';
  expect(readFileSync(join(folder, newest), 'utf8')).toBe(before[pathOf(id)]);

  await page.locator('.bar').click();
  await page.keyboard.press('Control+z');
  await expect(rowOf(page, id)).toBeVisible();
  await save(page);
  expect(dev.everything()).toEqual(before);

  await rowOf(page, id).locator('.name').click();
  await page.locator('[data-section-editor] header').getByRole('button', { name: '删除' }).click();
  await save(page);
  copyFileSync(join(folder, readdirSync(folder).sort().at(-1) ?? ''), join(dev.folder, pathOf(id)));
  dev.write(order, before[order] ?? '');
  await expect(rowOf(page, id)).toBeVisible({ timeout: 15_000 });
  expect(dev.read(pathOf(id))).toBe(before[pathOf(id)]);
});

test('a section of the story goes with what was said right after it; its figures stay, and it all comes back', async ({
  page,
  dev,
}) => {
  await openDesk(page, dev.url);
  const before = dev.everything();
  const id = 'fire';
  await rowOf(page, id).locator('.name').click();
  await page.locator('[data-section-editor] header').getByRole('button', { name: '删除' }).click();
  await expect(rowOf(page, id)).toHaveCount(0);
  await expect(page.locator('[data-said]')).toContainText('已从故事里删去');
  await save(page);
  const after = dev.everything();
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
  expect(changed.sort()).toEqual([
    // Old addresses that lead to its steps lead to the story's start now.
    'story/addresses.yaml',
    'story/order.yaml',
    'story/sections/fire.yaml',
    'story/sections/safety.yaml',
    'story/translations/en.yaml',
    'story/untold.yaml',
  ]);
  expect(after['story/untold.yaml']).toContain(`- { id: ${id}, figure-range: [`);

  await page.locator('.bar').click();
  await page.keyboard.press('Control+z');
  await expect(rowOf(page, id)).toBeVisible();
  await save(page);
  expect(dev.everything()).toEqual(before);
});

test('a named order is saved as a file of its own, moved by a line, and deleted to the history', async ({
  page,
  dev,
}) => {
  const ids = await openDesk(page, dev.url);
  const path = 'story/orders/brief.yaml';
  await page.locator('details.orders summary').click();
  await page.getByLabel(/^次序的名字/).fill('brief');
  await page.getByRole('button', { name: '另存一个次序' }).click();
  await save(page);
  const made = dev.read(path);
  const main = dev.read(order);
  await handleOf(page, ids[3] ?? '').focus();
  await page.keyboard.press('ArrowDown');
  await save(page);
  expect(dev.read(path)).toBe(swapped(made, ids[3] ?? '', ids[4] ?? ''));
  expect(dev.read(order)).toBe(main);
  const arranged = dev.read(path);
  await page.getByRole('button', { name: '删除这个次序' }).click();
  await save(page);
  expect(Object.keys(dev.everything())).not.toContain(path);
  const folder = join(dev.folder, 'history/story/orders/brief');
  expect(readFileSync(join(folder, readdirSync(folder).sort().at(-1) ?? ''), 'utf8')).toBe(arranged);
});

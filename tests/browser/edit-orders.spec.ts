/** Orders that are kept under a name, on the built site: arranged in the editing page, seen by link, checked like the story's own. */
import type { Page } from '@playwright/test';
import { allOfEditing, handleOf, idsIn, moved, openDesk, rowOf, said, withoutPreview } from './desk.js';
import { expect, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
test.beforeEach(withoutPreview);

/** Tried by `npm run test:editing`. */
const thorough = allOfEditing ? test : test.skip;

const orders = (page: Page) => page.locator('details.orders');
const published = (page: Page) =>
  page.locator('[data-section]').evaluateAll((all) => all.map(({ id }) => id));

/** The site with one more file than it was built with. */
async function withOrder(page: Page, name: string, lines: readonly string[]): Promise<void> {
  await page.route('**/edit/files.json', async (route) => {
    const files: object = await (await route.fetch()).json();
    const text = `sections:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
    const entry = { text, sha256: '0'.repeat(64) };
    await route.fulfill({ json: { ...files, [`story/orders/${name}.yaml`]: entry } });
  });
}

test('an order is kept under a name, arranged apart, renamed, made the story’s, and deleted', async ({
  page,
}) => {
  const before = await openDesk(page);
  await orders(page).locator('summary').click();
  await page.getByLabel(/^次序的名字/).fill('brief');
  await page.getByRole('button', { name: '另存一个次序' }).click();
  await expect(orders(page).locator('summary')).toContainText('brief');
  await handleOf(page, before[2] ?? '').focus();
  await page.keyboard.press('PageDown');
  // Five places on, or to the last that isn't pinned.
  const arranged = moved(before, 2, Math.min(7, before.length - 2));
  await expect.poll(() => idsIn(page)).toEqual(arranged);
  const choice = orders(page).getByRole('combobox');
  await choice.selectOption('');
  expect(await idsIn(page)).toEqual(before);
  await choice.selectOption('brief');
  expect(await idsIn(page)).toEqual(arranged);

  await page.getByLabel(/^次序的名字/).fill('short');
  await page.getByRole('button', { name: '改名' }).click();
  await expect(choice).toHaveValue('short');
  expect(await idsIn(page)).toEqual(arranged);
  await page.locator('.bar .main').click();
  await expect(page.locator('[data-changes]')).toHaveText('新的次序 short');
  await page.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: '用作故事的次序' }).click();
  await expect(choice).toHaveValue('');
  expect(await idsIn(page)).toEqual(arranged);
  await expect(said(page)).toContainText('short');
  await choice.selectOption('short');
  await page.getByRole('button', { name: '删除这个次序' }).click();
  await expect(choice).toHaveCount(0);
  await expect(orders(page).locator('summary')).toContainText('故事的次序');
  for (let i = 0; i < 2; i += 1) await page.keyboard.press('Control+z');
  await expect(choice.getByRole('option')).toHaveText(['故事的次序', 'short']);
  expect(await idsIn(page)).toEqual(before);
});

thorough(
  'a kept order is seen by its link as the real story, and arranged from there; a section that it leaves out is added',
  async ({ page }) => {
    const all = await openDesk(page);
    // Two that nobody refers to can be left out; the others the other way round.
    const files = await (await page.request.get('edit/files.json')).text();
    const out = all
      .slice(1, -1)
      .filter((id) => !files.includes(`[[see:${id}]]`))
      .slice(0, 2);
    expect(out).toHaveLength(2);
    const loose = all.slice(1, -1).filter((id) => !out.includes(id));
    const brief = [...all.slice(0, 1), ...loose.reverse(), ...all.slice(-1)];
    await withOrder(page, 'brief', brief);
    await page.goto('preview/?named=brief');
    await expect.poll(() => published(page)).toEqual(brief);
    await expect(page.locator('[data-proposal]')).toContainText('另存的次序「brief」');
    const step = page.locator(`[data-section="${brief[2]}"] [data-step]`).nth(1);
    await step.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
    await expect(step).toHaveAttribute('aria-current', 'step');

    await page.getByRole('link', { name: '在编辑页排这个次序' }).click();
    await expect.poll(() => idsIn(page)).toEqual(brief);
    await expect(page.getByRole('link', { name: '单独预览这个次序' })).toHaveAttribute(
      'href',
      '../preview/?named=brief',
    );
    const added = out[1] ?? '';
    await page.locator('[data-checked]').waitFor({ state: 'attached' });
    const offered = orders(page).locator('li button');
    await expect(offered).toHaveCount(out.length);
    const title = await offered.nth(1).innerText();
    await offered.nth(1).click();
    await expect.poll(() => idsIn(page)).toEqual([...brief.slice(0, -1), added, ...brief.slice(-1)]);
    expect(title).toContain(await rowOf(page, added).locator('.title').innerText());
    // What is not in the files yet cannot be shown by its link.
    await expect(page.getByRole('link', { name: '单独预览这个次序' })).toHaveCount(0);

    await page.goto('preview/?named=nowhere');
    await expect(page.locator('[data-proposal]')).toContainText('没有名为「nowhere」的次序');
    await expect.poll(() => published(page)).toEqual(all);
  },
);

thorough(
  'a kept order that is wrong is listed with its file, line, column and the nearest right name',
  async ({ page }) => {
    const all = await openDesk(page);
    const [first = '', second = '', third = ''] = all;
    await withOrder(page, 'brief', [second, `${third}s`, first, second, all.at(-1) ?? '']);
    await openDesk(page);
    const problem = (rule: string) => page.locator(`.problem-list [data-rule="${rule}"]`);
    await expect(problem('unknown-section')).toContainText('story/orders/brief.yaml:3:5');
    await expect(problem('unknown-section').locator('q').last()).toHaveText(third);
    await expect(problem('duplicate-id')).toContainText('story/orders/brief.yaml:5:5');
    await expect(problem('pin-out-of-place')).toContainText('story/orders/brief.yaml:4:5');
  },
);

/**
 * Drafts and tabs on the built site where something is missing or strange: no locks (plain http), another story at the same address, drafts
 * of an older version of the page. What a browser with locks does is in edit-draft.spec.ts.
 */
import type { Page } from '@playwright/test';
import {
  allOfEditing,
  field,
  handleOf,
  idsIn,
  moved,
  openDesk,
  openSection,
  withoutPreview,
} from './desk.js';
import { expect, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
test.beforeEach(withoutPreview);
const thorough = allOfEditing ? test : test.skip;

const readonly = (page: Page) => page.locator('[data-readonly]');
const offer = (page: Page) => page.locator('[data-draft]');
/** Runs before the page's script: what plain http doesn't have. */
function plainHttp(): void {
  Reflect.deleteProperty(Navigator.prototype, 'locks');
  Reflect.deleteProperty(Navigator.prototype, 'clipboard');
  Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
}

async function moveDown(page: Page, id: string): Promise<void> {
  await handleOf(page, id).focus();
  await page.keyboard.press('ArrowDown');
}

test('without locks, too, of two tabs one writes; the other takes over when it is closed or dies', async ({
  context,
  page,
}) => {
  test.setTimeout(90_000);
  await context.addInitScript(plainHttp);
  const before = await openDesk(page);
  await expect(readonly(page)).toHaveCount(0);
  const second = await context.newPage();
  await openDesk(second);
  await expect(readonly(second)).toBeVisible();
  await moveDown(second, before[1] ?? '');
  await second.keyboard.press('Control+z');
  expect(await idsIn(second)).toEqual(before);
  await moveDown(page, before[1] ?? '');
  await page.close({ runBeforeUnload: false });
  await expect(readonly(second)).toHaveCount(0);
  await second.getByRole('button', { name: '接着改' }).click();
  await expect.poll(() => idsIn(second)).toEqual(moved(before, 1, 2));

  // Nobody says good-bye from a dead tab.
  const third = await context.newPage();
  await openDesk(third);
  await expect(readonly(third)).toBeVisible();
  const session = await context.newCDPSession(second);
  const crashed = second.waitForEvent('crash');
  session.send('Page.crash').catch(() => undefined);
  await crashed;
  await expect(readonly(third)).toHaveCount(0, { timeout: 15_000 });
  await third.getByRole('button', { name: '接着改' }).click();
  await expect.poll(() => idsIn(third)).toEqual(moved(before, 1, 2));
});

thorough(
  'without locks and storage the page says that it keeps nothing, and works',
  async ({ context, page }) => {
    await context.addInitScript(plainHttp);
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    const before = await openDesk(page);
    await expect(readonly(page)).toHaveCount(0);
    await moveDown(page, before[1] ?? '');
    await expect.poll(() => idsIn(page)).toEqual(moved(before, 1, 2));
    await expect(page.locator('[role="alert"]')).toContainText('下载改动');
  },
);

/** The same address serves another story: its report is another one. */
const anotherStory = (page: Page) =>
  page.route('**/edit/files.json', async (route) => {
    const response = await route.fetch();
    const files = (await response.json()) as Record<string, { text: string; sha256: string }>;
    const report = Object.keys(files).find((path) => /^report\/.*\.txt$/.test(path)) ?? '';
    const own = files[report];
    if (own)
      files[report] = { ...own, sha256: own.sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) };
    await route.fulfill({ response, json: files });
  });

test('a draft is offered to its own story alone, by its name and with its time', async ({ page }) => {
  const id = await openSection(page, 2);
  await field(page, 'title', 'zh').fill('只属于这个故事');
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('只属于这个故事');
  await anotherStory(page);
  await openDesk(page);
  await expect(offer(page)).toHaveCount(0);
  await page.unroute('**/edit/files.json');
  await openDesk(page);
  await expect(offer(page)).toContainText(/「.+」有没保存的草稿，最后写于 \d{4}年\d+月\d+日/);
  await page.getByRole('button', { name: 'English' }).first().click();
  await expect(offer(page)).toContainText(/draft of “.+” that was not saved, last written \w+ \d+, \d{4}/);
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await page.locator(`[data-row="${id}"] .name`).click();
  await expect(field(page, 'title', 'zh')).toHaveValue('只属于这个故事');
});

test('a draft of an older version of the page is offered once, to the story that it fits', async ({
  page,
}) => {
  await openDesk(page);
  const changed = await page.evaluate(async () => {
    const files = (await (await fetch('files.json')).json()) as Record<string, { text: string }>;
    const path = 'story/order.yaml';
    const base = files[path]?.text ?? '';
    const foreign = 'sections:\n  - nowhere\n  - never\n';
    const drafts = [
      { changed: { [path]: `${base}# 以前写的\n` }, base: { [path]: base } },
      { changed: { [path]: `${foreign}# 别处的\n` }, base: { [path]: foreign } },
    ];
    localStorage.clear();
    localStorage.setItem(`edit-draft ${location.pathname}`, JSON.stringify(drafts));
    return base;
  });
  expect(changed).toContain('sections:');
  await openDesk(page);
  await expect(offer(page)).toContainText('没有记下');
  await page.getByRole('button', { name: '不要草稿' }).click();
  await expect(offer(page)).toHaveCount(0);
  await openDesk(page);
  await expect(offer(page)).toHaveCount(0);
  // The other one waits for the story that it is of.
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain('别处的');
});

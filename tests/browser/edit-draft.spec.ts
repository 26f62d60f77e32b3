/**
 * What the editing page keeps and hands on without a server: drafts, links, patches. On the built site. `CRASHES=100` kills the tab
 * so many times; else once.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { seededRandom } from '../support/random.js';
import { withoutPreview } from './desk.js';
import { expect, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
test.beforeEach(withoutPreview);

const rows = (page: Page) =>
  page.locator('[data-row]').evaluateAll((all) => all.map((row) => row.getAttribute('data-row') ?? ''));

async function openDesk(page: Page): Promise<string[]> {
  await page.goto('edit/');
  await page.locator('[data-row]').first().waitFor();
  return rows(page);
}

async function openSection(page: Page, at: number): Promise<string> {
  const id = (await openDesk(page))[at] ?? '';
  await page.locator(`[data-row="${id}"] .name`).click();
  return id;
}

/** Tried by `npm run test:editing`: here the crash, the link and the patch stand for the rest. */
const thorough = process.env['EDITING'] === 'all' ? test : test.skip;

test('a killed tab has lost no more than its last second', async ({ context }) => {
  const crashes = Number(process.env['CRASHES'] ?? 1);
  test.setTimeout(60_000 + crashes * 10_000);
  const chance = seededRandom(11).next;
  let written = '';
  for (let i = 0; i < crashes; i += 1) {
    const page = await context.newPage();
    const id = await openSection(page, 3);
    if (i > 0) {
      await page.getByRole('button', { name: '接着改' }).click();
      await page.locator(`[data-row="${id}"] .name`).click();
      await expect(page.locator('[data-field="standfirst:zh"]')).toHaveValue(new RegExp(`${written}$`));
    }
    const field = page.locator('[data-field="standfirst:zh"]');
    await field.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Control+End');
    const words = `字${'甲乙丙丁'.charAt(Math.floor(chance() * 4))}`;
    await page.keyboard.type(words);
    written += words;
    await page.waitForTimeout(1000);
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // Nobody answers from a dead tab.
    session.send('Page.crash').catch(() => undefined);
    await crashed;
  }
  const page = await context.newPage();
  const id = await openSection(page, 3);
  await expect(page.locator('[data-draft]')).toBeVisible();
  await page.getByRole('button', { name: '接着改' }).click();
  await page.locator(`[data-row="${id}"] .name`).click();
  await expect(page.locator('[data-field="standfirst:zh"]')).toHaveValue(new RegExp(`${written}$`));
});

thorough(
  'a draft that is dropped is gone; leaving the page keeps what was written just now',
  async ({ page }) => {
    const id = await openSection(page, 2);
    // The first change is written at once, the next after a rest: the page is left before that.
    await page.locator('[data-field="title:zh"]').evaluate(async (field: HTMLTextAreaElement) => {
      const write = (text: string) => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      write('早些写下');
      while (!JSON.stringify(localStorage).includes('早些写下'))
        await new Promise((resolve) => setTimeout(resolve, 1));
      write('刚刚写下');
      // Left when this has been answered: what answers from a page that is being left is an error.
      setTimeout(() => (location.href = '../404.html'));
    });
    await page.waitForURL('**/404.html');
    await openDesk(page);
    await page.getByRole('button', { name: '接着改' }).click();
    await page.locator(`[data-row="${id}"] .name`).click();
    await expect(page.locator('[data-field="title:zh"]')).toHaveValue('刚刚写下');
    await page.goto('404.html');
    await openDesk(page);
    // A wrong press is taken back, as long as the page is open.
    await page.getByRole('button', { name: '不要草稿' }).click();
    await page.getByRole('button', { name: '放回草稿' }).press('Enter');
    await expect(page.getByRole('button', { name: '接着改' })).toBeFocused();
    await page.goto('404.html');
    await openDesk(page);
    await page.getByRole('button', { name: '不要草稿' }).click();
    await expect(page.getByRole('button', { name: '放回草稿' })).toBeFocused();
    await page.goto('404.html');
    await openDesk(page);
    await expect(page.locator('[data-draft], [data-dropped]')).toHaveCount(0);
  },
);

thorough(
  'of two tabs one writes; the other takes over when it is closed, with the draft',
  async ({ context, page }) => {
    const before = await openDesk(page);
    const second = await context.newPage();
    await openDesk(second);
    await expect(second.locator('[data-readonly]')).toBeVisible();
    await second.locator(`[data-handle="${before[1]}"]`).focus();
    await second.keyboard.press('ArrowDown');
    expect(await rows(second)).toEqual(before);
    await page.locator(`[data-handle="${before[1]}"]`).focus();
    await page.keyboard.press('ArrowDown');
    await page.close({ runBeforeUnload: false });
    await expect(second.locator('[data-readonly]')).toHaveCount(0);
    await second.getByRole('button', { name: '接着改' }).click();
    await expect.poll(() => rows(second)).toEqual([before[0], before[2], before[1], ...before.slice(3)]);
  },
);

test('a proposed order is seen by link as the real story, and adopted', async ({ page }) => {
  const before = await openDesk(page);
  await page.locator(`[data-handle="${before[2]}"]`).focus();
  await page.keyboard.press('PageDown');
  await page.locator(`[data-handle="${before[1]}"]`).focus();
  await page.keyboard.press('h');
  await page.locator('.bar .main').click();
  const link = await page.locator('#proposal-link').inputValue();
  await page.keyboard.press('Escape');
  await page.evaluate(() => localStorage.clear());
  const proposed = (await rows(page)).filter((id) => id !== before[1]);

  await page.goto(link);
  const sections = () => page.locator('[data-section]').evaluateAll((all) => all.map(({ id }) => id));
  await expect.poll(sections).toEqual(proposed);
  await expect(page.locator('[data-proposal]')).toContainText('提议的次序');
  await expect(page.locator('[data-stale]')).toHaveCount(0);
  // The story plays: steps become current, and their stage shows their state.
  const step = page.locator(`[data-section="${proposed[3]}"] [data-step]`).nth(1);
  await step.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await expect(step).toHaveAttribute('aria-current', 'step');
  const stage = page.locator(`figure[data-stage="${proposed[3]}"]`);
  await expect(stage).toHaveAttribute('data-state', (await step.getAttribute('data-state')) ?? '');
  await stage.locator('[data-current] .c-chart').first().waitFor();

  await page.goto(link.replace(/base=[0-9a-f]+/, 'base=0000000000'));
  await expect(page.locator('[data-stale]')).toBeVisible();
  await page.getByRole('link', { name: '在编辑页采用这个次序' }).click();
  await page.locator('[data-row]').first().waitFor();
  const shown = await page
    .locator('[data-row]:not(.hidden)')
    .evaluateAll((all) => all.map((row) => row.getAttribute('data-row')));
  expect(shown).toEqual(proposed);
  expect(new URL(page.url()).search).toBe('');
});

test('a link that means nothing says so and shows the story as it is', async ({ page }) => {
  await page.goto('preview/?order=__proto__.x&base=zz');
  await expect(page.locator('[data-proposal]')).toContainText('不能用');
  await page.locator('[data-section]').first().waitFor();
});

test('the patch is taken by git, and the changed file is what the patch makes', async ({ page }) => {
  const id = await openSection(page, 2);
  await page.locator('[data-field="title:en"]').fill('Quite another title');
  await page.locator(`[data-handle="${id}"]`).focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('.bar .main').click();
  const download = async (name: string | RegExp) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };
  const patch = await download(/补丁/);
  await page.getByText('下载改过的文件').click();
  const section = await download(`story/sections/${id}.yaml`);
  const order = await download('story/order.yaml');
  const folder = mkdtempSync(join(tmpdir(), 'patched-'));
  try {
    cpSync('data', join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'story.patch'), patch);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['apply', 'story.patch'], { cwd: folder });
    expect(readFileSync(join(folder, `data/story/sections/${id}.yaml`), 'utf8')).toBe(section);
    expect(section).toContain('Quite another title');
    // The very lines that saving writes: those of the title and of the section, and no other.
    expect(readFileSync(join(folder, 'data/story/order.yaml'), 'utf8')).toBe(order);
    const differing = (path: string, text: string) => {
      const before = readFileSync(join('data', path), 'utf8').split('\n');
      return text.split('\n').filter((line) => !before.includes(line));
    };
    expect(differing('story/order.yaml', order)).toEqual([]);
    expect(order.split('\n').sort()).toEqual(
      readFileSync('data/story/order.yaml', 'utf8').split('\n').sort(),
    );
    expect(differing(`story/sections/${id}.yaml`, section)).toEqual(['  en: Quite another title']);
    const named = [...patch.matchAll(/^diff --git a\/data\/(\S+) /gm)].map(([, path]) => path);
    expect(named.sort()).toEqual(['story/order.yaml', `story/sections/${id}.yaml`]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

thorough('who writes on before deciding about a draft keeps both', async ({ page }) => {
  const id = await openSection(page, 2);
  const open = async () => {
    await page.goto('404.html');
    await openDesk(page);
  };
  const title = page.locator('[data-field="title:zh"]');
  await title.fill('先写的');
  await open();
  await page.locator(`[data-row="${id}"] .name`).click();
  await page.locator('[data-field="standfirst:zh"]').fill('后写的');
  await open();
  for (const written of ['先写的', '后写的']) {
    await page.getByRole('button', { name: '接着改' }).click();
    await page.locator(`[data-row="${id}"] .name`).click();
    await expect
      .poll(() =>
        page.locator('textarea').evaluateAll((all) => all.map((area) => Reflect.get(area, 'value'))),
      )
      .toContain(written);
  }
  await expect(page.locator('[data-draft]')).toHaveCount(0);
});

/** Runs before the page's script: the browser's storage is full, or refused altogether. */
function breakStorage(how: 'full' | 'refused'): void {
  if (how === 'refused')
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  else
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
}

for (const how of ['full', 'refused'] as const) {
  // One of them in every run: both go the same way.
  (how === 'full' ? test : thorough)(
    `a browser whose storage is ${how} says so, and the changes can still be taken away`,
    async ({ page }) => {
      await page.addInitScript(breakStorage, how);
      const id = await openSection(page, 2);
      // A storage that takes nothing at all is told of at once.
      await expect(page.locator('[role="alert"]')).toHaveCount(how === 'full' ? 0 : 1);
      await page.locator('[data-field="title:en"]').fill('Not kept by this browser');
      await expect(page.locator('[role="alert"]')).toContainText('下载改动');
      await page.locator('.bar .main').click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: /补丁/ }).click(),
      ]);
      const patch = readFileSync(await file.path(), 'utf8');
      expect(patch).toContain(`b/data/story/sections/${id}.yaml`);
      expect(patch).toContain('Not kept by this browser');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'English' }).first().click();
      await expect(page.locator('[role="alert"]')).toContainText('download the changes');
    },
  );
}

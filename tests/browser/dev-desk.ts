/** Editing while developing: the page on the server's own copy, a save, and somebody else who writes meanwhile. */
import { expect, type Page } from '@playwright/test';
import type { DevServer } from './dev-server.js';

export const linesOf = (text: string) => text.split('\n');
export const rows = (page: Page) =>
  page.locator('[data-row]').evaluateAll((all) => all.map((row) => row.getAttribute('data-row') ?? ''));

export async function openDesk(page: Page, dev: DevServer): Promise<readonly string[]> {
  await page.goto(`${dev.url}edit/`);
  // The first visit may wait for the server to prepare its modules, and load twice.
  await page.locator('[data-problems="0"]').waitFor({ timeout: 60_000, state: 'attached' });
  return rows(page);
}

export async function save(page: Page): Promise<void> {
  await page.locator('.bar .main').click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  // The first save waits for the server to prepare its checks.
  await expect(page.locator('[data-outcome]')).toHaveText('已保存', { timeout: 20_000 });
  await page.getByRole('button', { name: '关闭' }).click();
}

/** What somebody else writes meanwhile is shown beside mine, and both are kept. */
export async function meetAnother(page: Page, dev: DevServer): Promise<void> {
  await openDesk(page, dev);
  const id = (await rows(page))[4] ?? '';
  await page.locator(`[data-row="${id}"] .name`).click();
  const title = page.locator('[data-field="title:en"]');
  const written = await title.inputValue();
  await title.fill(`${written}, mine`);
  await page.locator('[data-field="standfirst:en"]').focus();

  const path = `story/sections/${id}.yaml`;
  const now = dev.read(path);
  const [line = ''] = linesOf(now).filter((each) => /^ {2}en: /.test(each));
  const theirs = line.replace(/("?)$/, ', theirs$1');
  dev.write(path, now.replace(line, theirs));
  const meeting = page.locator('dialog[data-meeting][open]');
  await expect(meeting).toBeVisible({ timeout: 10_000 });
  await expect(meeting).toContainText(', mine');
  await expect(meeting).toContainText(', theirs');
  const go = meeting.getByRole('button', { name: '按所选的继续' });
  await go.click({ force: true });
  await expect(meeting).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meeting).toBeVisible();
  await meeting.getByLabel('用我的').check();
  await go.click();
  await expect(meeting).toBeHidden();
  expect(dev.read(path)).toContain(', theirs');
  await save(page);
  expect(dev.read(path)).toContain(', mine');
}

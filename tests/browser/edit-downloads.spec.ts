/**
 * A day's work on the published site is taken away as files or as a patch, and is then, byte for byte, what the development server
 * would have saved. `npm run test:editing`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { allOfEditing, field, handleOf, idsIn, moved, openDesk, rowOf, withoutPreview } from './desk.js';
import { expect, test } from './dev-test.js';
import { buildFolder } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
test.beforeEach(withoutPreview);
test.skip(!allOfEditing);

type Texts = Readonly<Record<string, string>>;

/** A section that a connecting sentence stands after and no other words name: it can be deleted, and takes something along. */
function deletable(files: Texts, ids: readonly string[]): string {
  const others = (id: string) =>
    Object.entries(files).filter(([path]) => path !== `story/sections/${id}.yaml`);
  const found = ids.find((id) => {
    const texts = others(id).map(([, text]) => text);
    return (
      texts.some((text) => text.includes(`after: ${id}\n`)) &&
      !texts.some((text) => text.includes(`[[see:${id}]]`))
    );
  });
  if (found === undefined) throw new Error('no such section');
  return found;
}

/** Moves, hides, rewrites, deletes and adds. */
async function aDaysWork(page: Page, site: string, files: Texts): Promise<void> {
  const ids = await openDesk(page, site);
  const goes = deletable(files, ids);
  const [first = '', second = '', third = ''] = ids.slice(1).filter((id) => id !== goes);
  await handleOf(page, first).focus();
  await page.keyboard.press('PageDown');
  const from = ids.indexOf(first);
  await expect.poll(() => idsIn(page)).toEqual(moved(ids, from, from + 5));
  await handleOf(page, second).focus();
  await page.keyboard.press('h');
  await rowOf(page, third).locator('.name').click();
  const standfirst = field(page, 'standfirst', 'zh');
  await standfirst.fill(`${await standfirst.inputValue()}另见：全文 # 所在\\`);
  await rowOf(page, goes).locator('.name').click();
  await page.locator(`[data-section-editor="${goes}"] header`).getByRole('button', { name: '删除' }).click();
  await expect(rowOf(page, goes)).toHaveCount(0);
  await page.getByText('加一节').click();
  await page.getByLabel(/^编号/).fill('brand-new');
  await page.getByRole('button', { name: '加上' }).click();
  await expect(rowOf(page, 'brand-new')).toBeVisible();
  await page.locator('.bar .main').click();
}

async function downloaded(page: Page, link: Locator): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFileSync(await file.path(), 'utf8');
}

function textsIn(folder: string): Texts {
  const paths = readdirSync(folder, { recursive: true }).map(String);
  const files = paths.filter((path) => statSync(join(folder, path)).isFile() && !path.startsWith('history'));
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

const differing = (a: Texts, b: Texts) =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path]).sort();

test('what is downloaded is, file by file and byte by byte, what the server saves', async ({
  page,
  context,
  dev,
}) => {
  test.setTimeout(150_000);
  const before = dev.everything();
  await aDaysWork(page, dev.url, before);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.locator('[data-outcome]')).toHaveText('已保存');
  const saved = dev.everything();
  const changed = differing(before, saved);
  // The order, a rewritten section, one that goes and one that comes, its words' neighbour, the records, what is untold.
  expect(changed.length).toBeGreaterThan(5);

  const { url, close } = await serve(buildFolder, 0);
  const folder = mkdtempSync(join(tmpdir(), 'taken-away-'));
  try {
    const published = await context.newPage();
    await aDaysWork(published, url, before);
    await published.getByText('下载改过的文件').click();
    const offered = published.locator('[data-downloads] a');
    const names = await offered.allInnerTexts();
    expect(names.sort()).toEqual(changed.filter((path) => saved[path] !== undefined));
    for (const path of names)
      expect(await downloaded(published, offered.getByText(path, { exact: true })), path).toBe(saved[path]);
    // Who copies the files has to be told which to remove.
    const gone = await published.locator('[data-gone] code').allInnerTexts();
    expect(gone).toEqual(changed.filter((path) => saved[path] === undefined));
    expect(gone).toHaveLength(1);

    cpSync('data', join(folder, 'data'), { recursive: true, filter: (path) => !/[/\\]history$/.test(path) });
    writeFileSync(
      join(folder, 'story.patch'),
      await downloaded(published, published.getByRole('link', { name: /补丁/ })),
    );
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['apply', 'story.patch'], { cwd: folder });
    expect(textsIn(join(folder, 'data'))).toEqual(saved);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await close();
  }
});

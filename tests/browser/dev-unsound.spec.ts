/**
 * The development server on an unsound story: it starts, says so, and the editing page lists what is the matter. Nothing but that page
 * could mend it.
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { withoutPreview } from './desk.js';
import { meetAnother } from './dev-desk.js';
import { startDev, storyFolder } from './dev-server.js';
import { shortLane } from './support.js';

const sections = 'story/sections';
const [first = '', second = ''] = readdirSync(`${storyFolder}/${sections}`);
const firstPath = `${sections}/${first}`;

function change(folder: string, path: string, by: (text: string) => string): void {
  writeFileSync(join(folder, path), by(readFileSync(join(folder, path), 'utf8')));
}

/** One fault each, with the file that the page has to name. */
const faults = [
  {
    name: 'YAML that cannot be read',
    path: firstPath,
    spoil: (folder: string) => change(folder, firstPath, (text) => text.replace('title:', 'title: {')),
  },
  {
    name: 'a missing file',
    path: 'story/order.yaml',
    spoil: (folder: string) => rmSync(join(folder, `${sections}/${second}`)),
  },
  {
    name: "another version's marks left in",
    path: firstPath,
    spoil: (folder: string) =>
      change(folder, firstPath, (text) => `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> theirs\n`),
  },
  {
    name: 'a number typed',
    path: firstPath,
    spoil: (folder: string) => change(folder, firstPath, (text) => text.replace(/zh: /, 'zh: 31 ')),
  },
  {
    name: 'bytes that are no text',
    path: firstPath,
    spoil: (folder: string) => writeFileSync(join(folder, firstPath), Buffer.from([0xff, 0xfe, 0x00])),
  },
];

// The words that are looked for are Chinese, and all the desk is to be seen.
test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });

test('starts on an unsound story, says so, its editing page lists the problems; once they are mended, two may write', async ({
  page,
  context,
}) => {
  await withoutPreview({ context });
  test.setTimeout(600_000);
  const [fault] = faults;
  const server = await startDev(fault ? { spoil: fault.spoil } : {});
  try {
    await expect(() => expect(server.said()).toMatch(/The story has \d+ problems?/)).toPass();
    expect(server.said()).toContain(`${server.folder}/${firstPath}`);
    expect(server.said()).toContain('edit/');
    for (const { name, path, spoil } of faults.slice(0, shortLane ? 1 : undefined)) {
      await test.step(name, async () => {
        for (const kept of [firstPath, `${sections}/${second}`, 'story/order.yaml'])
          server.write(kept, readFileSync(`${storyFolder}/${kept}`, 'utf8'));
        spoil(server.folder);
        const answer = await page.goto(server.url);
        expect(answer?.status()).toBe(500);
        await expect(page.locator('li').filter({ hasText: path }).first()).toBeVisible();
        expect(await page.locator('h1 + p a').getAttribute('href')).toBe('/edit/');
        // The server prepares its modules at the first visit.
        await page.goto(`${server.url}edit/`, { timeout: 90_000 });
        await expect(page.locator('[data-rule]').first()).toBeVisible({ timeout: 90_000 });
        await expect(page.locator('[data-problems]').first()).not.toHaveAttribute('data-problems', '0');
      });
    }
    // Mended, the story is shown without the server being started again.
    server.write(firstPath, readFileSync(`${storyFolder}/${firstPath}`, 'utf8'));
    await expect(async () => {
      const answer = await page.goto(server.url);
      expect(answer?.status()).toBe(200);
    }).toPass({ timeout: 60_000 });
    await expect(page.locator('[data-section]').first()).toBeAttached();
    // edit-saving.spec.ts has this too, among all that saving is; a server of its own would cost `npm test` half a minute.
    await meetAnother(page, server);
  } finally {
    await server.close();
  }
});

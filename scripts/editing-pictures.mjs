#!/usr/bin/env node
/**
 * Makes the screenshots of the editors' guide, docs/editing/*.png, from the build: the editing page during each of the most
 * common tasks.
 *
 *   node scripts/editing-pictures.mjs
 *
 * It knows the page's controls, and no section by name.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';
import { freshSite } from './site.mjs';

const folder = 'docs/editing';
const { url, close } = await serve(freshSite(), 0);
const browser = await chromium.launch(launchOptions());

/** The row of a section by its index, from 0. @param {import('@playwright/test').Page} page @param {number} at */
const row = (page, at) => page.locator('[data-row]').nth(at);

/** @type {Record<string, (page: import('@playwright/test').Page) => Promise<unknown>>} */
const jobs = {
  async move(page) {
    await row(page, 2).locator('[data-handle]').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-connecting]').waitFor();
  },
  async hide(page) {
    await row(page, 1).locator('[data-handle]').focus();
    await page.keyboard.press('h');
    await page.locator('[data-row].hidden').waitFor();
  },
  async rewrite(page) {
    await row(page, 2).locator('.name').click();
    const field = page.locator('[data-field="standfirst:zh"]');
    await field.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('又见[[');
    await page.locator('[role="option"]').first().waitFor();
  },
  async brief(page) {
    await page.locator('[data-whole-story]').click();
    await page.locator('[data-findings] textarea').first().focus();
    await page.frameLocator('iframe').locator('[data-edited]').waitFor();
  },
  async translate(page) {
    await row(page, 2).locator('.name').click();
    await page.locator('[data-field="title:zh"]').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('，均未给出人数');
    await page.locator('[data-rule="translation-older"]').first().waitFor();
  },
  async review(page) {
    await row(page, 2).locator('[data-handle]').focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.bar .main').click();
    await page.locator('[data-diff]').waitFor();
  },
};

mkdirSync(folder, { recursive: true });
try {
  for (const [name, job] of Object.entries(jobs)) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 810 },
      locale: 'zh-CN',
      deviceScaleFactor: 0.75,
    });
    await page.goto(`${url}edit/?ui=zh`);
    await page.frameLocator('iframe').locator('[data-section]').first().waitFor();
    await job(page);
    // The preview may still be moving, and nothing but time says when it stops.
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `${folder}/${name}.png` });
    console.log(`${folder}/${name}.png`);
    await page.context().close();
  }
} finally {
  await browser.close();
  await close();
}

#!/usr/bin/env node
/**
 * Makes the README's picture, docs/story.png, from the build: one step of the story on a wide screen and on a phone.
 *
 *   node scripts/picture.mjs [step id]
 *
 * It knows no section: without a step it takes one from the middle of the story.
 */
import { chromium } from '@playwright/test';
import { launchOptions } from './browser.mjs';
import { serve } from './serve.mjs';
import { freshSite } from './site.mjs';

const screens = [
  { width: 1280, height: 800, shown: 880 },
  { width: 390, height: 800, shown: 268 },
];

const { url, close } = await serve(freshSite(), 0);
const browser = await chromium.launch(launchOptions());
try {
  const pictures = [];
  for (const { width, height, shown } of screens) {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(url);
    const ids = await page.locator('[data-step]').evaluateAll((steps) => steps.map((step) => step.id));
    const step = process.argv[2] ?? ids[Math.floor(ids.length / 2)];
    await page.goto(`${url}#${step}`);
    await page.waitForLoadState('networkidle');
    // A chart that has just become alive may still be moving, and nothing but time says when it stops.
    await page.waitForTimeout(1500);
    const data = (await page.screenshot({ type: 'png' })).toString('base64');
    pictures.push(`<img width="${shown}" src="data:image/png;base64,${data}" alt="">`);
    await page.close();
  }
  const sheet = await browser.newPage({ viewport: { width: 1240, height: 598 } });
  await sheet.setContent(`<style>
    body { margin: 0; padding: 24px; display: flex; gap: 24px; justify-content: center; align-items: flex-start; background: #8c8c88 }
    img { display: block; border-radius: 8px; box-shadow: 0 2px 16px #0006 }
  </style>${pictures.join('')}`);
  await sheet.waitForLoadState('load');
  await sheet.screenshot({ path: 'docs/story.png', fullPage: true });
  console.log('docs/story.png');
} finally {
  await browser.close();
  await close();
}

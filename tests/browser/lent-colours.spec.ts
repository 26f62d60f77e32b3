/**
 * Where others choose the colours: the system in forced colours, paper in print. What is solid stays solid with words that can be
 * read on it, and nothing dark is printed, whatever the screen.
 */
import type { Page } from '@playwright/test';
import { expect, test, whenLive } from './support.js';

/** Words in HTML of the colour of what lies under them: the page's own ground, or the backplate that the system lays there. */
function lostWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const probe = document.createElement('div');
    document.body.append(probe);
    probe.className = 'lent-canvas';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.lent-canvas { forced-color-adjust: none; color: Canvas; }');
    document.adoptedStyleSheets.push(sheet);
    const canvas = getComputedStyle(probe).color;
    probe.remove();
    const lost: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest('svg')) continue;
      const own = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim(),
      );
      const style = getComputedStyle(element);
      const plate = style.getPropertyValue('forced-color-adjust') === 'auto';
      if (own && plate && style.color === canvas)
        lost.push(`${element.className}: ${element.textContent.trim()}`);
    }
    return lost;
  });
}

test('in forced colours no words lie on a plate of their own colour', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await page.goto('');
  await whenLive(page);
  expect(await page.locator('.c-tile-reported.c-tile-drawn').count()).toBeGreaterThan(0);
  expect(await lostWords(page)).toEqual([]);
});

test('in forced colours a result in the full text is filled, a target is not', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('source/');
  const look = (pen: string) =>
    page
      .locator(`mark.${pen} a`)
      .first()
      .evaluate((link) => {
        const { color } = getComputedStyle(link);
        const { backgroundColor } = getComputedStyle(link, '::before');
        return { color, backgroundColor };
      });
  const [reported, target] = [await look('reported'), await look('target')];
  // Turned inside out: the one's ink is the other's ground.
  expect(reported).toEqual({ color: target.backgroundColor, backgroundColor: target.color });
  expect(await lostWords(page)).toEqual([]);
});

test('a dark screen, and a part held to the dark, are printed in the light palette', async ({ page }) => {
  const ink = () => page.evaluate(() => getComputedStyle(document.documentElement).color);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.goto('');
  const light = await ink();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await ink()).toBe(light);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  expect(await ink()).toBe(light);
  await page.emulateMedia({ media: 'screen' });
  expect(await ink()).not.toBe(light);
});

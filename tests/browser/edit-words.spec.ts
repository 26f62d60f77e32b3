/**
 * Words lead both ways: a click on them in the preview to the field that makes them, a field to where they are printed; and the brief,
 * which is of no section, is edited like one. Knows no section or finding of the story by name.
 */
import type { FrameLocator, Page } from '@playwright/test';
import { allOfEditing, field, openDesk, said, type Point } from './desk.js';
import { expect, phone, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });

const preview = (page: Page): FrameLocator => page.frameLocator('iframe');
const focusedField = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-field') ?? document.activeElement?.tagName);
const openStory = async (page: Page): Promise<void> => {
  await page.locator('[data-whole-story]').click();
  await page.locator('[data-story-editor]').waitFor();
};
const findings = (page: Page): Promise<string[]> =>
  page
    .locator('[data-findings] [data-row]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row') ?? ''));
const printed = (page: Page): Promise<string[]> =>
  preview(page)
    .locator('[data-finding]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-finding') ?? ''));

/** Every text that the page prints in words of the story's own, as an element to click and its field. */
async function wordsOn(page: Page, limit: number) {
  const all = await preview(page)
    .locator('body')
    .evaluate((body) => {
      const found: { selector: string; path: string }[] = [
        { selector: '.cover h1', path: 'title' },
        { selector: '.site-description', path: 'description' },
        { selector: '.site-foot > p', path: 'credit' },
      ];
      for (const finding of body.querySelectorAll<HTMLElement>('[data-finding]'))
        found.push({
          selector: `[data-finding="${finding.dataset['finding'] ?? ''}"] > p[id]`,
          path: `brief.${finding.dataset['finding'] ?? ''}`,
        });
      for (const section of body.querySelectorAll<HTMLElement>('[data-section]')) {
        const within = `[data-section="${section.id}"] `;
        found.push({ selector: `${within}.section-head h2`, path: 'title' });
        found.push({ selector: `${within}.standfirst`, path: 'standfirst' });
        const before = section.previousElementSibling?.id;
        if (section.querySelector('.lead-in')) {
          found.push({ selector: `${within}.lead-in`, path: `lead_in.${before ?? ''}` });
        }
        for (const step of section.querySelectorAll<HTMLElement>('[data-step]'))
          found.push({ selector: `#${step.id} p`, path: `steps.${step.dataset['step'] ?? ''}` });
        for (const chart of section.querySelectorAll<HTMLElement>('[data-stage] [data-name]'))
          found.push({
            selector: `#${chart.id} .chart-title`,
            path: `stage.${chart.dataset['name'] ?? ''}.title`,
          });
      }
      return found;
    });
  return all.filter((_, i) => i % Math.max(1, Math.floor(all.length / limit)) === 0);
}

/** Clicks words as a hand does, beside the numbers in them, which lead to their source. */
async function clickWords(page: Page, selector: string): Promise<void> {
  const words = preview(page).locator(selector).last();
  await words.evaluate((element) => element.scrollIntoView({ behavior: 'instant', block: 'center' }));
  const at = await words.evaluate((element): Point | undefined => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('a, button, summary')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const own = element.getBoundingClientRect();
      for (const box of range.getClientRects()) {
        const [x, y] = [box.x + Math.min(6, box.width / 2), box.y + box.height / 2];
        const hit = document.elementFromPoint(x, y);
        if (box.width > 4 && hit && element.contains(hit) && !hit.closest('a, button, summary'))
          return { x: x - own.x, y: y - own.y };
      }
    }
    return undefined;
  });
  // A stage shows the titles of its other charts at other steps only.
  await (at && !selector.includes('.chart-title')
    ? words.click({ position: { ...at } })
    : words.evaluate((element) => element.dispatchEvent(new MouseEvent('click', { bubbles: true }))));
}

test('a click on words in the preview leads to their field, and a field to its words', async ({ page }) => {
  test.setTimeout(allOfEditing ? 300_000 : 60_000);
  await openDesk(page);
  await preview(page).locator('[data-section]').first().waitFor();
  const chosen = await wordsOn(page, allOfEditing ? 1000 : 7);
  expect(chosen.length).toBeGreaterThan(5);
  for (const { selector, path } of chosen) {
    await clickWords(page, selector);
    await expect.poll(() => focusedField(page), selector).toBe(`${path}:zh`);
    const marked = preview(page).locator('[data-edited]');
    await expect(marked, selector).toHaveCount(1);
    expect(
      await preview(page)
        .locator(selector)
        .last()
        .evaluate(
          (element) =>
            element.closest('[data-edited]') !== null || element.querySelector('[data-edited]') !== null,
        ),
      selector,
    ).toBe(true);
  }
});

test('the words of a field come into view in the preview, marked', async ({ page }) => {
  await openDesk(page);
  await preview(page).locator('[data-section]').first().waitFor();
  await page.locator('[data-outline] .name').nth(3).click();
  await field(page, 'standfirst', 'zh').focus();
  const marked = preview(page).locator('[data-edited]');
  await expect(marked).toHaveClass(/standfirst/);
  await expect(marked).toBeInViewport();
  const step = page.locator('[data-steps] textarea[data-field$=":zh"]').nth(1);
  await step.focus();
  const name = ((await step.getAttribute('data-field')) ?? '').replace(/^steps\.(.*):zh$/, '$1');
  await expect(marked).toHaveAttribute('data-step', name);
  await expect(marked).toBeInViewport();
  await expect(marked).toHaveAttribute('aria-current', 'step');
});

test('words are chosen by a plain click alone: a number there leads to its source', async ({ page }) => {
  await openDesk(page);
  const number = preview(page).locator('[data-finding] a[data-figure]').first();
  await number.waitFor();
  await number.click();
  await expect(preview(page).locator('dialog[open]')).toHaveCount(1);
  expect(await page.locator('[data-story-editor]').count()).toBe(0);
});

test('the brief: moved, led elsewhere, added to, taken from, undone, and seen in the preview', async ({
  page,
}) => {
  await openDesk(page);
  await openStory(page);
  const before = await findings(page);
  expect(before.length).toBeGreaterThan(2);
  await preview(page).locator('[data-finding]').first().waitFor();
  expect(await printed(page)).toEqual(before);

  // By keys, like sections.
  const first = before[0] ?? '';
  await page.locator(`[data-findings] [data-handle="${first}"]`).focus();
  await page.keyboard.press('ArrowDown');
  const swapped = [before[1], first, ...before.slice(2)];
  await expect.poll(() => findings(page)).toEqual(swapped);
  await expect(said(page)).toContainText(first);
  await expect.poll(() => printed(page)).toEqual(swapped);

  const leads = page.locator(`select[data-leads="${first}"]`);
  const other = await page.locator(`select[data-leads="${before.at(-1) ?? ''}"]`).inputValue();
  await leads.selectOption(other);
  await expect(preview(page).locator(`[data-finding="${first}"] a.go`)).toHaveAttribute('href', `#${other}`);

  const small = preview(page).locator(`[data-finding="${first}"] svg.small-picture`);
  const pictures = page.locator(`select[data-pictures="${first}"]`);
  const offered = await pictures
    .locator('option')
    .evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? ''));
  await pictures.selectOption('');
  await expect(small).toHaveCount(0);
  await pictures.selectOption(offered.at(-1) ?? '');
  await expect(small).toHaveCount(1);

  await page.getByRole('button', { name: '添一条' }).click();
  await expect.poll(async () => (await findings(page)).length).toBe(before.length + 1);
  const added = (await findings(page)).at(-1) ?? '';
  await field(page, `brief.${added}`, 'zh').fill('报告没有写明比较的时期。');
  await expect(preview(page).locator(`[data-finding="${added}"]`)).toContainText('没有写明比较的时期');

  await page.locator(`[data-findings] [data-row="${first}"] .tools button`).last().click();
  await expect.poll(() => findings(page)).not.toContain(first);
  await expect(preview(page).locator(`[data-finding="${first}"]`)).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-handle'))).toBe(true);

  for (let i = 0; i < 9 && JSON.stringify(await findings(page)) !== JSON.stringify(before); i += 1)
    await page.keyboard.press('Control+z');
  await expect.poll(() => findings(page)).toEqual(before);
});

test('a problem of the brief stands at its field, and the list leads there', async ({ page }) => {
  await openDesk(page);
  await openStory(page);
  const id = (await findings(page))[1] ?? '';
  const text = field(page, `brief.${id}`, 'zh');
  await text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('又增长50%');
  await expect(page.locator('.field', { has: text }).locator('[data-rule="bare-numeral"]')).toHaveCount(1);
  await page.locator('[data-outline] .name').nth(2).click();
  await page
    .locator('[data-problems] li', { has: page.locator('[data-rule="bare-numeral"]') })
    .getByRole('button')
    .click();
  await expect.poll(() => focusedField(page)).toBe(`brief.${id}:zh`);
  // Back to where it was opened from.
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-whole-story'))).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: phone });
  test('the same click shows the part with the field', async ({ page }) => {
    await openDesk(page);
    await page.locator('.parts button').nth(2).click();
    await preview(page).locator('[data-finding]').first().waitFor();
    await clickWords(page, '[data-finding] > p[id]');
    await expect.poll(() => focusedField(page)).toMatch(/^brief\..*:zh$/);
    await expect(page.locator('[data-story-editor]')).toBeVisible();
  });
});

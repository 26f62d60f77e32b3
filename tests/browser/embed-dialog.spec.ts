/** The dialog that offers codes for embedding, and the page of all codes for readers without script. */
import type { Page } from '@playwright/test';
import { expect, openCodes, phone, test, whenLive, wide } from './support.js';

const dialogIn = (page: Page) => page.locator('dialog[data-embed-dialog]');

test.describe('on a phone', () => {
  test.use({ viewport: phone });

  test('a section offers its codes, whole addresses and a preview of what they show', async ({
    page,
    site,
  }) => {
    await page.goto('./en/');
    await whenLive(page);
    const id = await openCodes(page, 1);
    const dialog = dialogIn(page);
    await expect(dialog).toBeVisible();
    await expect(dialog.locator('[name="what"]')).toHaveValue('chart');
    await dialog.locator('[name="what"]').selectOption('section');
    const code = dialog.locator('[data-code="loader"]');
    await expect(code).toHaveValue(
      new RegExp(`^<div class="story-embed"><iframe src="${site}en/embed/${id}/" `),
    );
    await expect(code).toHaveValue(new RegExp(`<script async src="${site}embed.js"></script>$`));
    await expect(dialog.locator('[data-code="frame"]')).toHaveValue(/^<iframe [^<]*><\/iframe>$/);
    await expect(dialog.locator('[data-code="full-height"]')).toHaveValue(
      /^<iframe [^<]* style="frame-sizing: content-height; height: auto; min-height: 640px" [^<]*><\/iframe>$/,
    );
    await expect(dialog.locator('[data-code="oembed"]')).toHaveValue(`${site}oembed/${id}.en.json`);
    const shown = page.frameLocator('[data-preview] iframe');
    await expect(shown.locator(`section[data-section="${id}"]`)).toHaveCount(1);

    await dialog.locator('[name="what"]').selectOption('chart');
    await dialog.locator('[name="state"]').selectOption({ index: 1 });
    await dialog.locator('[name="edition"]').selectOption({ index: 0 });
    await dialog.locator('[name="theme"]').selectOption('dark');
    const step = await page.locator(`#${id} [data-step]`).first().getAttribute('data-step');
    await expect(code).toHaveValue(
      new RegExp(`src="${site}embed/${id}/chart/\\?theme=dark&amp;state=${step}"`),
    );
    await expect(dialog.locator('[data-code="full-height"]')).toHaveValue(/: 320px; else: 640px\)/);
    await expect(page.locator('[data-preview] iframe')).toHaveAttribute(
      'src',
      `${site}embed/${id}/chart/?theme=dark&state=${step}`,
    );
    await expect(shown.locator('html[data-theme="dark"]')).toHaveCount(1);
    const named = await shown.locator('title').evaluate((title) => title.textContent ?? '');
    await expect(dialog.locator('[data-name]')).toHaveText(named);
  });

  test('the preview is shown at three widths, each fitting the dialog', async ({ page }) => {
    await page.goto('.');
    await whenLive(page);
    await openCodes(page, 0);
    const asked: number[] = [];
    for (const choice of await page.locator('[name="width"]').all()) {
      await choice.check();
      const { own, fits } = await page.locator('[data-preview] iframe').evaluate((frame) => ({
        own: frame.clientWidth,
        fits:
          frame.getBoundingClientRect().width <=
          (frame.parentElement?.getBoundingClientRect().width ?? 0) + 1,
      }));
      asked.push(own);
      expect(fits).toBe(true);
    }
    expect([...new Set(asked)]).toHaveLength(3);
  });
});

test.describe('on a wide screen', () => {
  test.use({ viewport: wide });

  test('works by keyboard, copies what it shows, and gives the focus back', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('.');
    await whenLive(page);
    await openCodes(page, 0);
    const offer = page.locator('[data-take-away]').first();
    const dialog = dialogIn(page);
    await expect(dialog).toBeVisible();
    for (let i = 0; i < 40; i += 1) {
      await page.keyboard.press('Tab');
      if (await page.locator('[data-copy="frame"]:focus').count()) break;
    }
    await expect(page.locator('[data-copy="frame"]')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('status')).not.toHaveText('');
    const code = await page.locator('[data-code="frame"]').inputValue();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(offer).toBeFocused();
    await expect(page.locator('[data-preview] iframe')).toHaveCount(0);
  });
});

test.describe('without the dialog', () => {
  test.use({ faultsExpected: true });

  test('an offer leads to the section’s codes', async ({ page }) => {
    await page.route(/embed-dialog/, (route) => route.abort());
    await page.goto('.');
    await whenLive(page);
    const id = await openCodes(page, 2);
    await expect(page).toHaveURL(new RegExp(`/embedding/#e-${id}$`));
    await expect(page.locator(`#e-${id} code`).first()).toContainText(`embed/${id}/`);
  });
});

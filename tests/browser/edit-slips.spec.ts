/**
 * What editors type and paste by mistake, in the page: each slip stands at its field with file, line, column and a plain sentence in
 * both languages; what is no slip is shown as it is written. The slips in files are tests/stories/slip-*.
 */
import type { Locator, Page } from '@playwright/test';
import { allOfEditing, field, openSection, withoutPreview } from './desk.js';
import { expect, test } from './support.js';

test.use({ viewport: { width: 1600, height: 1000 }, locale: 'zh-CN' });
test.beforeEach(withoutPreview);

/** @property typed behind the standfirst's words @property zh what the sentence says */
const slips: readonly {
  readonly typed: string;
  readonly rule: string;
  readonly zh: RegExp;
  readonly en: RegExp;
}[] = [
  { typed: '增长50%', rule: 'bare-numeral', zh: /直接写了数字.*50/, en: /bare numeral.*50/ },
  { typed: '见[[nowhere-at-all]]', rule: 'unknown-reference', zh: /编号不认识/, en: /unknown id/ },
  { typed: '见[[fire', rule: 'markup-unclosed', zh: /没有合上/, en: /not closed/ },
  { typed: '见【【fire】】', rule: 'markup-unknown', zh: /不支持的标记/, en: /not supported/ },
  { typed: '**粗', rule: 'markup-unclosed', zh: /没有合上/, en: /not closed/ },
  { typed: '[看](javascript:alert)', rule: 'link-refused', zh: /只能是 https/, en: /https/ },
  { typed: '如前所述。', rule: 'order-word', zh: /lead_in/, en: /lead_in/ },
  { typed: '项目\t数量', rule: 'yaml-tab', zh: /制表符/, en: /tab/ },
  { typed: '隐\u200b形', rule: 'invisible-character', zh: /看不见/, en: /invisible/ },
  { typed: '丢\ufffd字', rule: 'lost-character', zh: /复制时丢了/, en: /lost in copying/ },
  { typed: '反\u202e向', rule: 'bidi-character', zh: /文字方向/, en: /text direction/ },
];

/** Welcome, and shown letter by letter. */
const words = ['<script>alert(document.title)</script>', '🎉👩‍🚒', '𠮷野家', '——……·', 'a # b: c'];

const at = (element: Locator) => element.locator('code');

async function typeAtEnd(page: Page, text: Locator, typed: string): Promise<void> {
  await text.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(typed);
}

test('each slip is told at its field, with its place, in both languages, and nothing typed is lost', async ({
  page,
}) => {
  test.slow();
  const id = await openSection(page, 2);
  const text = field(page, 'standfirst', 'zh');
  const sound = await text.inputValue();
  const chosen = allOfEditing ? slips : slips.filter((_, i) => i === 0 || i === 7);
  for (const { typed, rule, zh, en } of chosen) {
    await typeAtEnd(page, text, typed);
    const told = page.locator('.field', { has: text }).locator(`[data-rule="${rule}"]`).first();
    await expect(told, typed).toContainText(zh);
    await expect(at(told), typed).toHaveText(new RegExp(`^story/sections/${id}\\.yaml:\\d+:\\d+$`));
    await expect(text).toHaveValue(sound + typed);
    await expect(text).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: 'English' }).first().click();
    await expect(told, typed).toContainText(en);
    await page.getByRole('button', { name: '中文', exact: true }).first().click();
    await text.fill(sound);
    await expect(page.locator('[data-problems="0"]')).toBeVisible();
  }
});

(allOfEditing ? test : test.skip)(
  'what only looks like a slip is shown letter by letter, and nothing of it runs',
  async ({ page, context }) => {
    await context.unrouteAll();
    const id = await openSection(page, 2);
    const text = field(page, 'standfirst', 'zh');
    const shown = page.frameLocator('iframe').locator(`[data-section="${id}"] .standfirst`);
    page.on('dialog', (dialog) => {
      throw new Error(dialog.message());
    });
    for (const typed of words) {
      await typeAtEnd(page, text, typed);
      await expect(shown).toContainText(typed);
    }
    await expect(page.locator('[data-problems][data-checked]')).toHaveAttribute('data-problems', '1');
    // The one that there is: the other language has not followed.
    await expect(page.locator('.problem-list [data-rule]')).toHaveAttribute('data-rule', 'translation-older');
    await page.reload();
    await page.getByRole('button', { name: '接着改' }).click();
    await page.locator(`[data-row="${id}"] .name`).click();
    await expect(text).toHaveValue(
      new RegExp(words.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('')),
    );
  },
);

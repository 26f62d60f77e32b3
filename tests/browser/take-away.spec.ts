/** What readers take with them of a step: link, quotation, picture, data, QR code; by keys, by touch, and where things are refused. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import jsQR from 'jsqr';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder, expect, phone, shortLane, test, whenLive, wide } from './support.js';

interface Sheet {
  readonly figures: readonly {
    readonly id: string;
    readonly subjects: string;
    readonly printed: readonly { readonly text: string }[];
    readonly sentence: readonly { readonly text: string }[];
    readonly rendering?: string;
  }[];
  readonly derived: readonly {
    readonly id: string;
    readonly label: string;
    readonly kind: string;
    readonly caveat: string;
    readonly printed: readonly { readonly text: string }[];
    readonly formula: readonly { readonly figure?: string; readonly text: string }[];
  }[];
}
const read = (path: string) => readFileSync(join(buildFolder, path), 'utf8');
const sheet = (edition: 'zh' | 'en') => JSON.parse(read(`data/sheet.${edition}.json`)) as Sheet;
const plain = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('');

const form = (page: Page) => page.locator('dialog[data-take-away-form]');
const field = (page: Page, name: string) => form(page).locator(`[data-field="${name}"]`);
const act = (page: Page, name: string) => form(page).locator(`[data-act="${name}"]`);
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** A step whose slip has a single figure and whose text has no number of ours. */
async function plainStep(page: Page): Promise<{ step: string; figure: string }> {
  return page.evaluate(() => {
    for (const step of document.querySelectorAll('[data-step]')) {
      const ids = [...step.querySelectorAll<HTMLElement>('a[data-figure]')].map(
        ({ dataset }) => dataset.figure ?? '',
      );
      if (new Set(ids).size === 1 && !step.querySelector('a[data-derived]'))
        return { step: step.id, figure: ids[0] ?? '' };
    }
    throw new Error('no step with one figure');
  });
}

async function openAt(page: Page, step: string): Promise<void> {
  const address = `${page.url().split('#')[0] ?? ''}#${step}`;
  await page.goto('about:blank');
  await page.goto(address);
  await whenLive(page);
  await expect(page.locator(`[id="${step}"][aria-current="step"]`)).toBeAttached({ timeout: 20_000 });
  await page.locator('.reader-bar [data-take-away]').click();
  await expect(form(page)).toBeVisible();
}

test.describe('on a wide screen', () => {
  test.use({ viewport: wide });

  test('its script and style come with the first click, not before', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('.');
    await whenLive(page);
    for (let i = 0; i < 6; i += 1) {
      await page.mouse.wheel(0, 900);
      await page.waitForTimeout(150);
    }
    await page.waitForLoadState('networkidle');
    const own = () => asked.filter((path) => /take-away|present|sheet-copy|embed-dialog|style-/.test(path));
    expect(own()).toEqual([]);
    await page.locator('.reader-bar [data-take-away]').click();
    await expect(form(page)).toBeVisible();
    expect(own().some((path) => path.endsWith('.css'))).toBe(true);
    expect(own().filter((path) => /present|embed-dialog/.test(path))).toEqual([]);
  });

  test('copies the very link and the very quotation of the present step', async ({ page, context, site }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('.');
    const { step, figure } = await plainStep(page);
    await openAt(page, step);
    const [{ sentence, subjects, printed } = { sentence: [], subjects: '', printed: [] }] = sheet(
      'zh',
    ).figures.filter(({ id }) => id === figure);
    const report = readFileSync('data/report/report.zh.txt', 'utf8');
    expect(report).toContain(plain(sentence));
    const name = (await page.locator('dialog[data-sheet]').getAttribute('data-report-name')) ?? '';
    const address = `${site}#${step}`;

    await act(page, 'link').click();
    await expect(form(page).getByRole('status')).toHaveText('已复制');
    await expect(act(page, 'link')).toHaveAttribute('data-done', '');
    expect(await clipboard(page)).toBe(address);
    await act(page, 'quotation').click();
    await expect(act(page, 'quotation')).toHaveAttribute('data-done', '');
    await expect(act(page, 'link')).not.toHaveAttribute('data-done', '');
    expect(await clipboard(page)).toBe(
      [`“${plain(sentence)}”`, `${subjects}：${plain(printed)}`, `—— ${name}`, address].join('\n'),
    );
    await expect(form(page).locator('[data-address]')).toHaveText(address);
  });

  test('its QR code says the step’s address', async ({ page, site }) => {
    await page.goto('en/');
    const { step } = await plainStep(page);
    await openAt(page, step);
    const picture = await form(page).locator('[data-qr] svg').screenshot();
    const { data, width, height } = await page.evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = context?.getImageData(0, 0, canvas.width, canvas.height);
      return { data: [...(pixels?.data ?? [])], width: canvas.width, height: canvas.height };
    }, picture.toString('base64'));
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(`${site}en/#${step}`);
  });

  test('is done by keys alone, gives the focus back, and leads to the codes', async ({ page }) => {
    await page.goto('en/');
    await whenLive(page);
    const opener = page.locator('details.take-away summary').first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(form(page)).toBeVisible();
    // At a section's foot it is the section's own step, its last unless one of it is being read.
    const section = (await opener.locator('xpath=ancestor::section').getAttribute('data-section')) ?? '';
    await expect(field(page, 'link')).toHaveValue(new RegExp(`/en/#${section}--`));
    await page.keyboard.press('Escape');
    await expect(form(page)).toBeHidden();
    await expect(opener).toBeFocused();
    await expect(page.locator('details.take-away').first()).not.toHaveAttribute('open', '');

    await page.keyboard.press(' ');
    await expect(form(page)).toBeVisible();
    for (let i = 0; i < 30 && (await page.locator('[data-act="embed"]:focus').count()) === 0; i += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const codes = page.locator('dialog[data-embed-dialog]');
    await expect(codes).toBeVisible();
    await expect(codes.locator('[data-code="frame"]')).toHaveValue(new RegExp(`/en/embed/${section}/`));
    await page.keyboard.press('Escape');
    await expect(opener).toBeFocused();
  });

  test('the figures of the step’s chart are one link, the presentation of the step another', async ({
    page,
  }) => {
    await page.goto('en/');
    const { step } = await plainStep(page);
    await openAt(page, step);
    const chart = (await page.locator(`[id="${step}"]`).getAttribute('data-chart')) ?? '';
    const section = step.split('--')[0] ?? '';
    await expect(form(page).locator('[data-csv]')).toHaveAttribute(
      'href',
      new RegExp(`^\\.\\./data/charts/${section}--${chart}\\.csv$`),
    );
    await expect(form(page).locator('[data-present]')).toHaveAttribute('href', `./?present#${step}`);
  });

  test('the source sheet copies a figure’s sentence and address, and our arithmetic with its figures', async ({
    page,
    context,
    site,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('en/');
    await whenLive(page);
    const dialog = page.locator('dialog[data-sheet]');
    const name = (await dialog.getAttribute('data-report-name')) ?? '';
    const { figures, derived } = sheet('en');

    const link = page.locator('[data-step] .step-card > p a[data-figure]').first();
    const id = (await link.getAttribute('data-figure')) ?? '';
    const figure = figures.find((each) => each.id === id);
    await link.click();
    await dialog.locator('[data-copy="quotation"]').click();
    await expect(dialog.locator('[data-status]')).toHaveText('Copied');
    expect(await clipboard(page)).toBe(
      [
        `“${plain(figure?.sentence ?? [])}”`,
        `“${figure?.rendering ?? ''}” (our translation)`,
        `${figure?.subjects ?? ''}: ${plain(figure?.printed ?? [])}`,
        `—— ${name}`,
        `${site}en/source/#f-${id}`,
      ].join('\n'),
    );
    await dialog.locator('[data-copy="link"]').click();
    await expect.poll(() => clipboard(page)).toBe(`${site}en/source/#f-${id}`);
    await page.keyboard.press('Escape');

    const ours = page.locator('[data-step] .step-card > p a[data-derived]').first();
    const chosenId = (await ours.getAttribute('data-derived')) ?? '';
    const own = derived.find((each) => each.id === chosenId);
    await ours.click();
    // What was copied before was another number.
    await expect(dialog.locator('[data-status]')).toHaveText('');
    await dialog.locator('[data-copy="quotation"]').click();
    await expect(dialog.locator('[data-status]')).toHaveText('Copied');
    const said = await clipboard(page);
    const operands = figures.filter((each) => own?.formula.some((part) => part.figure === each.id));
    expect(said).toContain(`${own?.label ?? '-'}: ${plain(own?.printed ?? [])}\n${own?.kind ?? '-'}\n`);
    expect(said).toContain(own?.caveat ?? '-');
    expect(said.endsWith(`—— ${name}\n${site}en/figures/#d-${chosenId}`)).toBe(true);
    expect(operands.length).toBeGreaterThan(0);
    for (const each of operands) expect(said).toContain(`“${plain(each.sentence)}”`);
  });

  test('has no fault that axe can find', async ({ page }) => {
    await page.goto('.');
    const { step } = await plainStep(page);
    await openAt(page, step);
    const { violations } = await new AxeBuilder({ page }).include('[data-take-away-form]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('fits the smallest of them, bar and dialog', async ({ page }) => {
    await page.goto('en/');
    const { step } = await plainStep(page);
    await openAt(page, step);
    const wider = await page.evaluate(() => {
      const dialog = document.querySelector('dialog[data-take-away-form]');
      const small = [...(dialog?.querySelectorAll('button, .files a') ?? [])]
        .map((each) => each.getBoundingClientRect())
        .filter(({ width, height }) => width > 0 && (width < 24 || height < 24));
      const bar = document.querySelector('.reader-bar')?.getBoundingClientRect();
      return {
        page: document.documentElement.scrollWidth - window.innerWidth,
        dialog: (dialog?.scrollWidth ?? 0) - (dialog?.clientWidth ?? 0),
        bar: Math.min(bar?.left ?? -1, 0),
        small: small.length,
      };
    });
    expect(wider).toEqual({ page: 0, dialog: 0, bar: 0, small: 0 });
  });

  test('hands the step to the device’s own list, where there is one', async ({ page, site }) => {
    await page.addInitScript(() => {
      Reflect.defineProperty(Navigator.prototype, 'share', {
        configurable: true,
        value: async (data: unknown) => Object.assign(window, { handed: data }),
      });
    });
    await page.goto('.');
    const { step } = await plainStep(page);
    await openAt(page, step);
    await act(page, 'send').click();
    const words = await page.locator(`[id="${step}"] .step-card > p`).allTextContents();
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, 'handed') as unknown))
      .toEqual({
        title: await page.title(),
        text: words.map((each) => each.replace(/\s+/g, ' ').trim()).join('\n'),
        url: `${site}#${step}`,
      });
  });

  test('offers no such list where there is none', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'share'));
    await page.goto('.');
    const { step } = await plainStep(page);
    await openAt(page, step);
    await expect(act(page, 'send')).toBeHidden();
  });

  test('where the clipboard is refused, the text is selected for the reader', async ({ page }) => {
    await page.addInitScript(() => {
      Reflect.defineProperty(Navigator.prototype, 'clipboard', { configurable: true, value: undefined });
      document.execCommand = () => false;
    });
    await page.goto('en/');
    const { step } = await plainStep(page);
    await openAt(page, step);
    await act(page, 'quotation').click();
    await expect(form(page).getByRole('status')).toHaveText(/selected/);
    const selected = await field(page, 'quotation').evaluate((area) =>
      area instanceof HTMLTextAreaElement
        ? document.activeElement === area && area.selectionEnd - area.selectionStart === area.value.length
        : false,
    );
    expect(selected).toBe(true);
    await page.keyboard.press('Escape');

    await page.locator('[data-step] .step-card > p a[data-figure]').first().click();
    const dialog = page.locator('dialog[data-sheet]');
    await dialog.locator('[data-copy="link"]').click();
    await expect(dialog.locator('textarea')).toBeFocused();
    await expect(dialog.locator('textarea')).toHaveValue(/\/en\/source\/#f-/);
  });
});

test.describe('with pictures', () => {
  test.use({ viewport: wide });

  /** The form as a build with pictures prints it, and a picture at each of their addresses. */
  async function withPictures(page: Page): Promise<void> {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    await page.route(/\/pictures\//, (route) =>
      route.fulfill({ contentType: 'image/png', body: Buffer.from(png, 'base64') }),
    );
    await page.evaluate(() => {
      const files = document.querySelector('[data-take-away-form] .files');
      const place = document.createElement('p');
      for (const name of ['card', 'chat', 'phone']) {
        const link = document.createElement('a');
        link.dataset.png = name;
        link.append(document.createElement('small'));
        place.append(link);
      }
      const svg = document.createElement('a');
      svg.dataset.svg = '';
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset.act = 'picture';
      button.hidden = true;
      const image = document.createElement('img');
      image.dataset.picture = '';
      place.append(svg, button, image);
      files?.prepend(place);
    });
  }

  test('copies, hands on and links to the picture of the step', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(() => {
      Reflect.defineProperty(Navigator.prototype, 'canShare', { configurable: true, value: () => true });
      Reflect.defineProperty(Navigator.prototype, 'share', {
        configurable: true,
        value: async ({ files, text }: { files: readonly File[]; text: string }) =>
          Object.assign(window, { handed: { type: files[0]?.type, name: files[0]?.name, text } }),
      });
    });
    await page.goto('.');
    const { step } = await plainStep(page);
    await page.goto(`./#${step}`);
    await page.reload();
    await whenLive(page);
    await withPictures(page);
    await page.locator('.reader-bar [data-take-away]').click();
    for (const [name, size] of Object.entries({ card: '1200x630', chat: '1080x1350', phone: '1080x1920' })) {
      const link = form(page).locator(`[data-png="${name}"]`);
      await expect(link).toHaveAttribute('href', new RegExp(`/pictures/${step}-${size}\\.png$`));
      await expect(link).toHaveText(size.replace('x', '×'));
    }
    await act(page, 'picture').click();
    await expect(act(page, 'picture')).toHaveAttribute('data-done', '');
    const types = await page.evaluate(async () =>
      (await navigator.clipboard.read()).flatMap(({ types: each }) => each),
    );
    expect(types).toEqual(['image/png']);
    await act(page, 'send').click();
    await expect
      .poll(() => page.evaluate(() => Reflect.get(window, 'handed') as unknown))
      .toMatchObject({ type: 'image/png', text: expect.stringContaining(`#${step}`) });
  });
});

test.describe('without the dialog', () => {
  test.use({ faultsExpected: true, viewport: phone });

  test('the section’s links unfold, and fold again', async ({ page }) => {
    await page.route(/take-away-.*\.js/, (route) => route.abort());
    await page.goto('.');
    await whenLive(page);
    const links = page.locator('details.take-away').first();
    await links.locator('summary').click();
    await expect(links).toHaveAttribute('open', '');
    await expect(links.locator('a[href$=".csv"]').first()).toBeVisible();
    await expect(links.locator('a[href*="embedding/#e-"]').first()).toBeVisible();
    await links.locator('summary').click();
    await expect(links).not.toHaveAttribute('open', '');
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: phone });

  test('every section’s links are there, the bar and the presentation are not', async ({ page }) => {
    await page.goto('en/');
    const count = await page.locator('[data-section]').count();
    await expect(page.locator('details.take-away')).toHaveCount(count);
    for (let i = 0; i < (shortLane ? 1 : count); i += 1) {
      const links = page.locator('details.take-away').nth(i);
      await links.locator('summary').click();
      await expect(links.locator('a').first()).toBeVisible();
    }
    await expect(page.locator('.reader-bar')).toBeHidden();
    await expect(page.locator('.site-foot a[href="./?present"]')).toBeHidden();
  });
});

/** The site on hosts as they are: below a path, without redirects, with another site's front page above it, behind proxies. */
import { createServer } from 'node:http';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { lostInReaderMode } from '../support/reader-mode.js';
import { editions, sections } from '../support/story-files.js';
import { buildFolder, expect, shortLane, test as base, wide, whenLive } from './support.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A host with a front page of its own, the site below a path, and folders' pages sent whether or not the slash was asked for. */
function strangeHost(path: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = `${pathname}/`.startsWith(path) ? pathname.slice(path.length) : undefined;
    const asked = join(buildFolder, inside ?? 'no-such');
    const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
    const [status, sent] = existsSync(file) ? [200, file] : [404, join(buildFolder, '404.html')];
    if (pathname === '/') return void response.end('<!doctype html><title>somebody else’s</title>');
    response.writeHead(status, {
      'content-type': `${types[extname(sent)] ?? 'text/plain'}; charset=utf-8`,
      'access-control-allow-origin': '*',
    });
    response.end(request.method === 'HEAD' ? undefined : readFileSync(sent));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      resolve({
        url: `http://localhost:${port ?? 0}${path}`,
        close: () => (server.closeAllConnections(), server.close()),
      });
    });
  });
}

/** The site below a path; whatever is asked for outside it fails the test. */
const below = base.extend<object, { site: string }>({
  site: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const { url, close } = await strangeHost('/news/report');
      await use(url);
      close();
    },
    { scope: 'worker' },
  ],
});
const id = sections[0]?.id ?? '';
const other = editions[1] ?? '';

const whereLinksLead = (page: Page) =>
  page
    .locator('a[href]')
    .evaluateAll((links) =>
      links
        .map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href)
        .filter((href) => !new URL(href).pathname.startsWith('/news/report/') && !href.startsWith('https:')),
    );

below.describe('below a path, asked for without its last slash,', () => {
  // The browser may have guessed at addresses before the page has corrected its own: such a request is lost, and asked for again.
  below.use({ faultsExpected: true });

  below('every page is what it is with it, and the editing page opens', async ({ page, site }) => {
    const more = shortLane ? [] : [`${other}/figures/`, `${other}/embed/${id}/chart/`];
    for (const path of ['', `${other}/`, 'source/', `embed/${id}/`, ...more]) {
      await page.goto(`${site}/${path}`.slice(0, -1) + '?theme=dark#top');
      expect(page.url()).toBe(`${site}/${path}?theme=dark#top`);
      if (!path.includes('source')) await whenLive(page);
      expect(await whereLinksLead(page), path).toEqual([]);
      const broken = await page.evaluate(
        () =>
          [...document.scripts].filter(({ src }) => src && !performance.getEntriesByName(src).length).length,
      );
      expect(broken, path).toBe(0);
    }
    await page.goto(`${site}/edit`);
    await expect(page.locator('main')).toBeVisible();
    expect(page.url()).toBe(`${site}/edit/`);
  });

  below('a sandboxed frame is read all the same', async ({ page, site }) => {
    await page.goto(`${site}/`);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.src = src;
      document.body.prepend(frame);
    }, `${site}/embed/${id}`);
    const frame = page.frameLocator('iframe').first();
    await expect(frame.locator('[data-step]').first()).toBeAttached();
  });
});

below('what there isn’t leads to the story, from any depth', async ({ page, site }) => {
  for (const path of ['nope', 'nope/x', `${other}/nope/x/y/`]) {
    await page.goto(`${site}/${path}`);
    const ways = page.locator('[data-way] a');
    await expect(ways.first()).toBeVisible();
    expect(await ways.evaluateAll((all) => all.map((way) => (way as HTMLAnchorElement).href))).toEqual(
      editions.map((edition, i) => `${site}/${i === 0 ? '' : `${edition}/`}`),
    );
    await expect(page.locator('[data-front]').first()).toBeHidden();
  }
  await page.locator('[data-way] a').first().click();
  await expect(page.locator('[data-step]').first()).toBeAttached();
});
below.use({ faultsExpected: true });

base.describe('what there isn’t,', () => {
  base.use({ faultsExpected: true });

  base('at a host’s root', async ({ page, site }) => {
    await page.goto('nope/x');
    await expect(page.locator('[data-way] a').first()).toHaveAttribute('href', site);
  });

  base.describe('without script', () => {
    base.use({ javaScriptEnabled: false });
    base('promises no story where it can’t know the way', async ({ page }) => {
      await page.goto('nope/x');
      await expect(page.locator('[data-way]').first()).toBeHidden();
      await expect(page.locator('[data-front] a').first()).toHaveAttribute('href', '/');
    });
  });
});

const styled = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink') !== '');
const isSheet = (url: string) => url.includes('/app/sheets/');

/** A proxy that changes what stands in the page, which the page's policy then refuses. */
const proxies = {
  'a byte of the style': (html: string) => html.replace('<style>', '<style> '),
  'every inline style and script': (html: string) =>
    html.replaceAll('<style>', '<style> ').replaceAll('<script>', '<script> '),
};

for (const [what, change] of Object.entries(proxies)) {
  for (const javaScriptEnabled of [true, false]) {
    base.describe(
      `where a proxy has changed ${what}, ${javaScriptEnabled ? 'with' : 'without'} script,`,
      () => {
        base.use({ javaScriptEnabled, viewport: wide, faultsExpected: true });

        base('each page has its style from its file', async ({ page }) => {
          await page.route(/\/(\?.*)?$/, async (route) => {
            const response = await route.fetch();
            await route.fulfill({ response, body: change(await response.text()) });
          });
          for (const path of shortLane ? ['source/'] : ['', 'source/', `embed/${id}/`, 'legend/']) {
            const sheet = page.waitForResponse((response) => isSheet(response.url()));
            await page.goto(`./${path}`);
            expect((await sheet).status(), path).toBe(200);
            await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
            if (javaScriptEnabled) await expect.poll(() => styled(page), path).toBe(true);
          }
        });
      },
    );
  }
}

base('the second sheet is not asked for while the first is there', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const path of ['', 'source/', `embed/${id}/`]) await page.goto(path, { waitUntil: 'networkidle' });
  expect(asked.filter(isSheet)).toEqual([]);
});

for (const path of editions
  .map((edition, i) => (i === 0 ? '' : `${edition}/`))
  .slice(0, shortLane ? 1 : undefined)) {
  base(`reader mode keeps all of /${path} while it is read`, async ({ page }) => {
    await page.setViewportSize(wide);
    await page.goto(path);
    await whenLive(page);
    // In the middle of a section whose picture lives.
    await page.locator('[data-step]').nth(8).scrollIntoViewIfNeeded();
    await page.waitForSelector('.chart[data-current][data-alive]');
    expect(lostInReaderMode(await page.content())).toEqual([]);
  });
}

/**
 * The other engines, each as a reader of a host page: opens it, turns the wheel, looks into host and story. Firefox by BiDi
 * (puppeteer-core), WebKitGTK by its WebDriver, both on a display of their own. Knows nothing of what is tried with them.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type KeyInput } from 'puppeteer-core';

export interface Engine {
  readonly name: string;
  readonly open: (url: string) => Promise<void>;
  /** Runs in the host page, or in the story in its first frame. The function uses nothing from outside itself. */
  readonly host: <In, Out>(work: (given: In) => Out, given: In) => Promise<Out>;
  readonly story: <In, Out>(work: (given: In) => Out, given: In) => Promise<Out>;
  readonly wheel: (by: number) => Promise<void>;
  /** A key by its name in the DOM, or one character. */
  readonly press: (key: string) => Promise<void>;
  /** With the mouse's button held from the first point to the last; in px of the window. */
  readonly drag: (points: readonly { readonly x: number; readonly y: number }[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface Display {
  readonly name: string;
  /** The picture on the display, as X keeps it (XWD), renewed as the picture is. */
  readonly picture: string;
  readonly close: () => void;
}

const size = { width: 1000, height: 800 };
const find = (...paths: readonly string[]) => paths.find((path) => existsSync(path));

export function firefoxPath(): string | undefined {
  return find(process.env.FIREFOX_BIN ?? '', '/usr/bin/firefox-esr', '/usr/bin/firefox');
}

export function webKitPaths(): { driver: string; browser: string } | undefined {
  const driver = find('/usr/bin/WebKitWebDriver', '/usr/local/bin/WebKitWebDriver');
  const folders = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((name) => name.includes('linux'))
    : [];
  const browser = find(
    ...folders.flatMap((folder) =>
      ['4.1', '4.0'].map((api) => `/usr/lib/${folder}/webkit2gtk-${api}/MiniBrowser`),
    ),
  );
  return driver && browser ? { driver, browser } : undefined;
}

/** A display in memory, without a screen. Undefined where there is no Xvfb. */
export async function openDisplay(): Promise<Display | undefined> {
  if (!existsSync('/usr/bin/Xvfb')) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'display-'));
  const name = `:${90 + (process.pid % 400)}`;
  const server = spawn(
    '/usr/bin/Xvfb',
    [name, '-screen', '0', '1200x1000x24', '-fbdir', folder, '-nolisten', 'tcp'],
    { stdio: 'ignore' },
  );
  const picture = join(folder, 'Xvfb_screen0');
  for (let i = 0; i < 100 && !existsSync(picture); i += 1) await pause(50);
  return { name, picture, close: () => void server.kill() };
}

/** With a window, so that what it shows is on the display. */
export async function chromium(display: Display): Promise<Engine> {
  const browser = await puppeteer.launch({
    // The same that the other tests find or install.
    executablePath: execFileSync(process.execPath, ['scripts/browser.mjs'], { encoding: 'utf8' }).trim(),
    headless: false,
    env: { ...process.env, DISPLAY: display.name },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--hide-scrollbars',
      '--window-size=1000,950',
      '--window-position=0,0',
      '--force-color-profile=srgb',
      '--no-first-run',
    ],
    defaultViewport: null,
  });
  return byPuppeteer(browser, 'Chromium');
}

export async function firefox(display: Display | undefined): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: firefoxPath() ?? '',
    headless: display === undefined,
    env: { ...process.env, ...(display ? { DISPLAY: display.name } : {}) },
    args: ['--width=1000', '--height=900'],
    extraPrefsFirefox: { 'fission.autostart': true, 'toolkit.cosmeticAnimations.enabled': false },
  });
  return byPuppeteer(browser, 'Firefox');
}

async function byPuppeteer(browser: Browser, name: string): Promise<Engine> {
  const page = await browser.newPage();
  if (name === 'Firefox') await page.setViewport(size);
  return {
    name: `${name} ${await browser.version()}`,
    open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    host: (work, given) => page.evaluate<[never], never>(work as never, given as never),
    story: async (work, given) => {
      const frame = page.frames().find((each) => each.parentFrame() !== null);
      if (!frame) throw new Error('no story in the page');
      return frame.evaluate<[never], never>(work as never, given as never);
    },
    wheel: async (by) => {
      await page.mouse.move(size.width / 2, size.height / 2);
      await page.mouse.wheel({ deltaY: by });
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    drag: async ([from, ...points]) => {
      if (!from) return;
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      for (const { x, y } of points) {
        await page.mouse.move(x, y);
        await pause(30);
      }
      await page.mouse.up();
    },
    close: () => browser.close(),
  };
}

/** Keys that have no character, as WebDriver writes them. */
const webDriverKeys: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  PageDown: '\uE00F',
  End: '\uE010',
  ArrowDown: '\uE015',
};

/** What is said to a WebDriver, and what it answers. */
async function ask(url: string, body?: object, method = body ? 'POST' : 'GET'): Promise<unknown> {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value }: { value: unknown } = await response.json();
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}

async function started(driver: ChildProcess, url: string): Promise<void> {
  for (let i = 0; i < 100; i += 1) {
    await pause(100);
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}`);
    const up = await fetch(`${url}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return;
  }
  throw new Error('WebKitWebDriver does not answer');
}

export async function webKit(display: Display): Promise<Engine> {
  const paths = webKitPaths();
  if (!paths) throw new Error('no WebKitGTK');
  const port = 20_000 + (process.pid % 20_000);
  const base = `http://127.0.0.1:${port}`;
  const driver = spawn(paths.driver, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display.name, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  await started(driver, base);
  const options = { binary: paths.browser, args: ['--automation'] };
  const made = await ask(`${base}/session`, {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const id = typeof made === 'object' && made !== null ? Reflect.get(made, 'sessionId') : undefined;
  const session = `${base}/session/${String(id)}`;
  const run = (work: unknown, given: unknown) =>
    ask(`${session}/execute/sync`, { script: `return (${String(work)})(arguments[0])`, args: [given] });
  let turned = 0;
  await ask(`${session}/window/rect`, { ...size, x: 0, y: 0 });
  return {
    name: 'WebKitGTK',
    open: async (url) => void (await ask(`${session}/url`, { url })),
    host: async (work, given) => (await run(work, given)) as never,
    story: async (work, given) => {
      await ask(`${session}/frame`, { id: 0 });
      try {
        return (await run(work, given)) as never;
      } finally {
        await ask(`${session}/frame`, { id: null }).catch(() => ask(`${session}/frame/parent`, {}));
      }
    },
    wheel: async (by) => {
      // This driver turns by what a turn differs from the one before.
      turned += by;
      const place = { x: size.width / 2, y: size.height / 2, origin: 'viewport' };
      const turn = { type: 'scroll', ...place, deltaX: 0, deltaY: turned, duration: 0 };
      await ask(`${session}/actions`, { actions: [{ type: 'wheel', id: 'wheel', actions: [turn] }] });
    },
    press: async (key) => {
      const value = webDriverKeys[key] ?? key;
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }));
      await ask(`${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    drag: async ([from, ...points]) => {
      if (!from) return;
      const move = ({ x, y }: { readonly x: number; readonly y: number }) => ({
        type: 'pointerMove',
        duration: 30,
        x: Math.round(x),
        y: Math.round(y),
      });
      const actions = [
        move(from),
        { type: 'pointerDown', button: 0 },
        ...points.map(move),
        { type: 'pause', duration: 100 },
        { type: 'pointerUp', button: 0 },
      ];
      const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions };
      await ask(`${session}/actions`, { actions: [mouse] });
    },
    close: async () => {
      await ask(session, undefined, 'DELETE').catch(() => undefined);
      driver.kill();
    },
  };
}

#!/usr/bin/env node
/**
 * Finds a Chromium for the tests, or installs one, so that `npm test` needs no step before it.
 *
 *   node scripts/browser.mjs        prints the browser's path; exits 1 with what to install when there is none
 *
 * In this order: `CHROME_BIN`, the browser that Playwright keeps, the places where systems put one,
 * `playwright install chromium`, and on Debian as root the `chromium` package with fonts for Chinese.
 * It knows nothing of the story and of what the tests do with the browser.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { Refusal } from './options.mjs';

/** @type {Partial<Record<NodeJS.Platform, readonly string[]>>} */
const knownPaths = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * What of the browser itself is off. Its address bar keeps pages of its own ready, two for every window, which no test looks at and
 * which cost more than the page under test does.
 */
const addressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/**
 * What Playwright itself has off: of two such flags a browser takes the last, so they are named again in ours
 * (tests/set-up.test.ts compares them).
 */
const offByPlaywright = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/** Flags that keep the browser from contacting any server but the one under test. */
export const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  `--disable-features=${[...addressBar, ...offByPlaywright].join(',')}`,
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

const isRoot = process.getuid?.() === 0;

/** Options for Playwright's `launch`, with the path of the browser that was found or installed. */
export function launchOptions() {
  return { executablePath: chromiumPath(), args: isRoot ? ['--no-sandbox', ...quietFlags] : quietFlags };
}

/**
 * Path of a Chromium that starts on this machine.
 * @returns {string}
 * @throws when none is found and none can be installed; the message says what to do.
 */
export function chromiumPath() {
  const wished = process.env.CHROME_BIN;
  if (wished) {
    if (starts(wished)) return wished;
    throw new Refusal(`CHROME_BIN is ${wished}, but no browser starts from there.`);
  }
  const found = findChromium() ?? (installByPlaywright() || installByApt() ? findChromium() : undefined);
  if (found) return found;
  throw new Refusal(
    [
      'No Chromium found, and none could be installed. One of these helps:',
      '  Debian, Ubuntu:  apt-get install chromium fonts-noto-cjk   (as root)',
      '  elsewhere:       npx playwright install chromium',
      '  or set CHROME_BIN to the path of a Chromium or Chrome.',
    ].join('\n'),
  );
}

function findChromium() {
  const candidates = [chromium.executablePath(), ...(knownPaths[process.platform] ?? [])];
  return candidates.find((path) => path && starts(path));
}

/** Whether a browser starts: an existing file may still lack a system library. @param {string} path */
function starts(path) {
  if (!existsSync(path)) return false;
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

function installByPlaywright() {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  return run(process.execPath, [cli, 'install', 'chromium'], {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  });
}

function installByApt() {
  if (!isRoot || !isDebian()) return false;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], quiet);
  return run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
    quiet,
  );
}

function isDebian() {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID(_LIKE)?=.*debian/m.test(readFileSync(release, 'utf8'));
}

/**
 * Runs an installer with its output on stderr, because stdout contains only the path.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} env variables to add to this process's environment
 */
function run(command, args, env) {
  console.error(`browser: ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
    timeout: 600_000,
  });
  return status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(chromiumPath());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

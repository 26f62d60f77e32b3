/**
 * `npm run test:engines`: the loader, its fall-back, the fixed boxes and the editing page once in Firefox and WebKitGTK, and what is seen while a wheel
 * turns in Chromium and Firefox (recording.ts). An engine that isn't on this machine is skipped, and said so; none of them
 * being there is a failure.
 */
import { serve } from '../../scripts/serve.mjs';
import { freshSite } from '../../scripts/site.mjs';
import { sectionToEmbed, serveHosts } from '../browser/host-server.js';
import { shortOf, walk } from '../browser/walk-host.js';
import { tryEditing } from './editing.js';
import { chromium, firefox, firefoxPath, openDisplay, webKit, webKitPaths, type Engine } from './browsers.js';
import { record } from './record.js';

const hosts = [
  { name: 'loader', mode: 'frame' },
  { name: 'loader-header', mode: 'frame' },
  { name: 'loader-sandbox', mode: 'frame' },
  { name: 'loader-clipped', mode: 'bridge' },
  { name: 'loader-zoom', mode: 'frame' },
  { name: 'loader-narrow', mode: 'frame' },
  { name: 'loader-patched', mode: 'frame' },
  { name: 'loader-module', mode: 'frame' },
  { name: 'loader-ratio', mode: 'plain' },
  { name: 'loader-capped', mode: 'plain' },
  { name: 'pym', mode: 'static' },
  { name: 'iframe-resizer-5', mode: 'static' },
  { name: 'fixed-600', mode: 'plain' },
  // Neither knows it: the box that the code says for browsers without.
  { name: 'frame-sizing', mode: 'plain' },
] as const;

let failed = 0;
let passed = 0;
function tell(what: string, faults: readonly string[]): void {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(
    `${faults.length === 0 ? '✓' : '✘'} ${what}${faults.map((fault) => `\n    ${fault}`).join('')}`,
  );
}

/** Runs in a host with a box: all of it must be seen before it is scrolled in. */
function toTheBox(_nothing: null): void {
  document.querySelector('iframe')?.scrollIntoView({ block: 'center', behavior: 'instant' });
}

async function tryHosts(engine: Engine, url: string): Promise<void> {
  const isWebKit = engine.name === 'WebKitGTK';
  for (const { name, mode } of hosts) {
    try {
      await engine.open(`${url}${name}.html`);
      const inBox = mode === 'plain';
      if (inBox) await engine.host(toTheBox, null);
      const { account, end } = await walk({
        scroll: engine.wheel,
        host: engine.host,
        story: engine.story,
        which: 0,
        rest: 250,
        notch: 180,
      });
      const faults = shortOf(account)
        // In a page of no origin WebKit's policy takes no file for its own ('self'): it is read as a plain document there.
        .filter((fault) => !(name === 'loader-sandbox' && isWebKit && fault.includes('with its chart')));
      if (end.mode !== mode) faults.push(`mode ${end.mode ?? 'none'} instead of ${mode}`);
      tell(`${engine.name}: ${name}`, faults);
    } catch (error) {
      tell(`${engine.name}: ${name}`, [error instanceof Error ? error.message : String(error)]);
    }
  }
}

async function recordWheel(engine: Engine, display: string, url: string): Promise<void> {
  try {
    const { pictures, graphic, lag, frames } = await record(engine, display, `${url}loader.html`);
    console.log(
      `  ${engine.name}: ${pictures} pictures; graphic off by ${graphic} px (p95); text late by ${lag} px, ${frames.toFixed(2)} pictures (median)`,
    );
    tell(`${engine.name}: the wheel, recorded`, [
      ...(pictures >= 20 ? [] : [`only ${pictures} pictures`]),
      ...(graphic === 0 ? [] : [`the graphic was ${graphic} px off`]),
      // A tenth more: the rulers are read in whole px.
      ...(frames <= 1.1 ? [] : [`the text was ${frames.toFixed(2)} pictures late`]),
    ]);
  } catch (error) {
    tell(`${engine.name}: the wheel, recorded`, [error instanceof Error ? error.message : String(error)]);
  }
}

const site = await serve(freshSite(), 0);
const host = await serveHosts(site.url, `embed/${await sectionToEmbed(site.url)}/`);
const display = await openDisplay();
const engines = [
  { name: 'Firefox', there: firefoxPath() !== undefined, start: () => firefox(display) },
  {
    name: 'WebKitGTK',
    there: !!webKitPaths() && !!display,
    start: () => (display ? webKit(display) : undefined),
  },
];
const only = process.argv[2];
try {
  for (const { name, there, start } of engines) {
    if (only && only !== name && only !== 'record' && only !== 'editing') continue;
    if (only === 'record' && name === 'WebKitGTK') continue;
    const engine = there ? await start() : undefined;
    if (!engine) {
      console.log(
        `SKIPPED ${name}: it isn't on this machine (firefox-esr; webkit2gtk-driver, MiniBrowser and Xvfb)`,
      );
      continue;
    }
    if (only !== 'record' && only !== 'editing') await tryHosts(engine, host.url);
    if (only !== 'record')
      for (const { what, faults } of await tryEditing(engine, site.url))
        tell(`${engine.name}: ${what}`, faults);
    if (only !== 'editing' && display && name !== 'WebKitGTK')
      await recordWheel(engine, display.picture, host.url);
    await engine.close();
  }
  if (display && (!only || only === 'record')) {
    const engine = await chromium(display);
    await recordWheel(engine, display.picture, host.url);
    await engine.close();
  }
} finally {
  display?.close();
  await host.close();
  await site.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

/**
 * Neither side believes anybody else: hundreds of messages that are nearly right from the right window, right ones from wrong
 * windows, floods of both. Host page and story are as before, and what the story tells a stranger are heights and its protocol.
 */
import type { Page } from '@playwright/test';
import { exchanged, mutants, otherLanguages, said } from './hostile.js';
import { expect, modeOf, storyIn, test } from './hosts.js';
import { expectRead, readThrough } from './reading-in-host.js';
import { shortLane } from './support.js';

test.use({ viewport: { width: 1000, height: 800 } });

const flood = shortLane ? 2_000 : 10_000;

/** All that a message could have moved. */
async function sightOf(page: Page) {
  const host = await page.evaluate(() => ({
    place: scrollY,
    length: document.documentElement.scrollHeight,
    frames: [...document.querySelectorAll('iframe')].map((frame) => frame.getAttribute('style')),
    address: location.href,
    keys: Object.keys(Object.prototype),
  }));
  const story = await storyIn(page)
    .locator('html')
    .evaluate((root) => ({
      mode: root.dataset.embedMode,
      place: scrollY,
      length: root.scrollHeight,
      current: document.querySelector('[aria-current="step"]')?.id,
      address: location.href,
      keys: Object.keys(Object.prototype),
    }));
  return { host, story };
}

/** A window of somebody else's in the same page; it can send to the host and to the story, and hears what it is sent. */
async function addStranger(page: Page, sandbox?: string): Promise<void> {
  await page.evaluate((rules) => {
    const frame = document.createElement('iframe');
    frame.id = 'stranger';
    frame.style.cssText = 'position: absolute; left: 0; top: 0; width: 9px; height: 9px';
    if (rules !== undefined) frame.setAttribute('sandbox', rules);
    frame.srcdoc =
      '<script>onmessage = ({ data }) => { if (!data.list) return; const to = data.to === "host" ? parent : parent.frames[0]; for (let i = 0; i < data.times; i += 1) for (const each of data.list) to.postMessage(each, "*"); parent.postMessage("sent", "*"); };</script>';
    const ready = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    return ready;
  }, sandbox);
}

const sendFrom = (page: Page, to: 'host' | 'story', list: readonly unknown[], times = 1) =>
  page.evaluate(
    ([where, messages, count]) =>
      new Promise<void>((resolve) => {
        addEventListener('message', function heard({ data }) {
          if (data !== 'sent') return;
          removeEventListener('message', heard);
          resolve();
        });
        const stranger = document.querySelector<HTMLIFrameElement>('#stranger');
        stranger?.contentWindow?.postMessage({ to: where, list: messages, times: count }, '*');
      }),
    [to, list, times] as const,
  );

let looked = '';

test.beforeEach(async ({ page, host }) => {
  await page.goto(`${host}loader.html`);
  await modeOf(page, 'frame');
  await page.mouse.move(500, 500);
  await page.mouse.wheel(0, 1700);
  // Both have come to rest.
  await expect
    .poll(async () => {
      const { host, story } = await sightOf(page);
      const before = looked;
      looked = `${host.place} ${story.place} ${story.current}`;
      return host.place > 0 && looked === before;
    })
    .toBe(true);
});

test('neither is moved by a message that is nearly right, though it comes from the other one', async ({
  page,
}) => {
  const before = await sightOf(page);
  const list = [...mutants(exchanged.toHost, 700, 11), ...otherLanguages];
  expect(list.length).toBeGreaterThan(500);
  await storyIn(page)
    .locator('html')
    .evaluate(
      (_, [messages, times]) => {
        for (const each of messages) window.parent.postMessage(each, '*');
        for (let i = 0; i < times; i += 1) window.parent.postMessage(messages[i % messages.length], '*');
      },
      [list, flood] as const,
    );
  await page.waitForTimeout(500);
  expect(await sightOf(page), 'after what the host has heard').toEqual(before);

  const toStory = [...mutants(exchanged.toFrame, 700, 12), ...otherLanguages, ...said(exchanged.toHost)];
  expect(toStory.length).toBeGreaterThan(500);
  await page.evaluate(
    ([messages, times]) => {
      const story = window.frames[0];
      for (const each of messages) story?.postMessage(each, '*');
      for (let i = 0; i < times; i += 1) story?.postMessage(messages[i % messages.length], '*');
    },
    [toStory, flood] as const,
  );
  await page.waitForTimeout(500);
  expect(await sightOf(page), 'after what the story has heard').toEqual(before);
});

for (const sandbox of [undefined, 'allow-scripts']) {
  test(`a stranger in the page moves neither of them with the right words (${sandbox ?? 'no sandbox'})`, async ({
    page,
  }) => {
    await addStranger(page, sandbox);
    const before = await sightOf(page);
    const right = { host: said(exchanged.toHost), story: said(exchanged.toFrame) };
    for (const to of ['host', 'story'] as const) {
      await sendFrom(page, to, [...right[to], ...otherLanguages, ...mutants(exchanged.toFrame, 250, 13)]);
      await sendFrom(page, to, right[to], Math.ceil(flood / right[to].length));
    }
    await page.waitForTimeout(500);
    expect(await sightOf(page)).toEqual(before);
  });
}

test.describe('read through, and so only by `npm run test:hosts`', () => {
  test.skip(process.env.HOSTS !== 'all');
  test('a flood of the right words from the right window leaves a story that can be read', async ({
    page,
  }) => {
    await page.evaluate((times) => {
      const story = window.frames[0];
      for (let i = 0; i < times; i += 1) {
        story?.postMessage({ ns: 'story-embed', v: 1, type: 'scroll', y: (i * 37) % 3000, n: 0 }, '*');
        story?.postMessage({ ns: 'story-embed', v: 1, type: 'hello' }, '*');
      }
    }, flood);
    await page.waitForTimeout(1500);
    await page.evaluate(() => scrollTo(0, 0));
    expectRead(await readThrough(page));
  });
});

test('what the story tells a stranger that frames it are heights and its protocol', async ({
  page,
  host,
  site,
  section,
}) => {
  await page.goto(`${host}fixed-600.html`);
  await page.setContent('<p>A stranger</p>');
  const heard = await page.evaluate(async (address) => {
    const list: unknown[] = [];
    addEventListener('message', ({ data }) => list.push(data));
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.height = '600';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    for (const word of [
      'hello',
      'token',
      '[iFrameSizer]story:8:false:false:32:true:true::x',
      { type: 'cookie' },
    ])
      frame.contentWindow?.postMessage(word, '*');
    await new Promise((resolve) => setTimeout(resolve, 800));
    return list;
  }, `${site}embed/${section}/?theme=dark&who=reader`);
  expect(heard.length).toBeGreaterThan(4);
  const allowed = [
    /^\{"ns":"story-embed","v":1,"type":"ready","modes":\[[a-z",]+\],"n":\d+\}$/,
    /^\{"ns":"story-embed","v":1,"type":"height","mode":"\w+","h":\d+\}$/,
    /^\{"ns":"story-embed","v":1,"type":"step","id":"[\w-]+"\}$/,
    /^\{"sentinel":"amp","type":"embed-size","height":\d+\}$/,
    /^\{"datawrapper-height":\{"story":\d+\}\}$/,
    /^"\{\\"context\\":\\"iframe.resize\\",\\"height\\":\d+\}"$/,
    /^"\[iFrameSizer\]story:\d+:\d+:(size|init:story-embed)"$/,
  ];
  const others = heard
    .map((each) => JSON.stringify(each))
    .filter((text) => !allowed.some((form) => form.test(text)));
  expect(others).toEqual([]);
});

test('what stands behind the story’s address but isn’t the story hears a greeting, and is not believed', async ({
  page,
  site,
  section,
}) => {
  const before = await sightOf(page);
  const heard = await page.evaluate(
    async ([src, words]) => {
      const list: unknown[] = [];
      addEventListener('message', ({ data }) => data?.echo && list.push(data.echo));
      const frame = document.createElement('iframe');
      frame.src = src;
      frame.style.cssText = 'position: absolute; left: 0; top: 0; width: 9px; height: 9px';
      // What a frame shows is this, whatever address it bears.
      frame.srcdoc =
        '<script>onmessage = ({ data }) => data.list ? data.list.forEach((each) => parent.postMessage(each, "*")) : parent.postMessage({ echo: data }, "*");</script>';
      const ready = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await ready;
      frame.contentWindow?.postMessage({ list: words }, '*');
      // The loader greets all that bear the story's address once more.
      dispatchEvent(new Event('load'));
      await new Promise((resolve) => setTimeout(resolve, 800));
      for (let i = 0; i < 5; i += 1) scrollBy(0, i % 2 ? -40 : 40);
      scrollBy(0, -40);
      dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true }));
      await new Promise((resolve) => setTimeout(resolve, 400));
      frame.remove();
      return list;
    },
    [`${site}embed/${section}/`, said(exchanged.toHost)] as const,
  );
  expect(heard).toEqual([{ ns: 'story-embed', v: 1, type: 'hello' }]);
  const after = await sightOf(page);
  expect(after.host.frames).toEqual(before.host.frames);
  expect(after.story.mode).toBe('frame');
});

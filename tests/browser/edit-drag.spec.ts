/**
 * Both lists of the editing page, sections and steps, dragged by every kind of pointer, on the built site. `npm test` drags a step
 * by mouse and by finger; `npm run test:editing` tries all.
 */
import type { CDPSession, Locator, Page } from '@playwright/test';
import {
  allOfEditing,
  focused,
  handleOf,
  idsIn,
  moved,
  openDesk,
  openSection,
  pointIn,
  rowOf,
  said,
  type List,
  type Point,
  withoutPreview,
} from './desk.js';
import { expect, phone, test } from './support.js';

// So high that the middle of the second card is out of the bands at the edges that scroll: there the row under the pointer depends on
// how long the pointer stays.
test.use({ viewport: { width: 1600, height: 1600 }, hasTouch: true, locale: 'zh-CN' });
test.beforeEach(withoutPreview);
const thorough = allOfEditing ? test : test.skip;

interface Pointer {
  readonly down: (at: Point) => Promise<unknown>;
  readonly to: (at: Point) => Promise<unknown>;
  readonly up: (at: Point) => Promise<unknown>;
}

const pointers: Readonly<Record<'mouse' | 'touch' | 'pen', (session: CDPSession) => Pointer>> = {
  mouse: (session) => byMouse(session, 'mouse'),
  pen: (session) => byMouse(session, 'pen'),
  touch: (session) => {
    const touch =
      (type: 'touchStart' | 'touchMove' | 'touchEnd') =>
      ({ x, y }: Point) =>
        session.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
        });
    return { down: touch('touchStart'), to: touch('touchMove'), up: touch('touchEnd') };
  },
};

function byMouse(session: CDPSession, pointerType: 'mouse' | 'pen'): Pointer {
  const mouse =
    (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased') =>
    ({ x, y }: Point) =>
      session.send('Input.dispatchMouseEvent', {
        type,
        x,
        y,
        pointerType,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: type === 'mouseMoved' ? 0 : 1,
      });
  return { down: mouse('mousePressed'), to: mouse('mouseMoved'), up: mouse('mouseReleased') };
}

/** Presses the handle and carries it in a few moves; nothing is let go. */
async function carry(
  page: Page,
  pointer: Pointer,
  handle: Locator,
  target: () => Promise<Point>,
): Promise<Point> {
  const from = await pointIn(handle);
  const to = await target();
  await pointer.down(from);
  for (let i = 1; i <= 8; i += 1) {
    await pointer.to({ x: from.x, y: from.y + ((to.y - from.y) * i) / 8 });
    await page.waitForTimeout(16);
  }
  await expect(page.locator('[data-carried]')).toHaveCount(1);
  await expect(said(page)).toContainText('拿起');
  return { x: from.x, y: to.y };
}

/** Opens a section's steps, or the sections; the row that will be dragged and the next are in view. */
async function openList(page: Page, list: List): Promise<{ ids: string[]; at: number }> {
  await openSection(page, 2);
  const ids = await idsIn(page, list);
  expect(ids.length).toBeGreaterThan(3);
  const at = 1;
  await rowOf(page, ids[at] ?? '', list).evaluate((row) => row.scrollIntoView({ block: 'start' }));
  return { ids, at };
}

for (const list of ['steps', 'sections'] as const) {
  for (const kind of ['mouse', 'touch', 'pen'] as const) {
    const everyRun = list === 'steps' && kind !== 'pen';
    (everyRun ? test : thorough)(
      `${list} are dragged by ${kind}; the focus goes along`,
      async ({ page, context }) => {
        const { ids, at } = await openList(page, list);
        const pointer = pointers[kind](await context.newCDPSession(page));
        const next = rowOf(page, ids[at + 1] ?? '', list);
        const id = ids[at] ?? '';
        const end = await carry(page, pointer, handleOf(page, id, list), () => pointIn(next, 0.7));
        await pointer.up(end);
        await expect.poll(() => idsIn(page, list)).toEqual(moved(ids, at, at + 1));
        await expect.poll(() => focused(page)).toBe(id);
        await expect(said(page)).toContainText(`第 ${at + 2} 位，共 ${ids.length} 位`);
        await expect(page.locator('[data-carried]')).toHaveCount(0);
      },
    );
  }

  for (const end of ['Escape', 'pointercancel'] as const) {
    thorough(`${list}: a drag ended by ${end} puts everything back`, async ({ page, context }) => {
      const { ids, at } = await openList(page, list);
      const session = await context.newCDPSession(page);
      const pointer = pointers[end === 'Escape' ? 'mouse' : 'touch'](session);
      const next = rowOf(page, ids[at + 1] ?? '', list);
      const last = await carry(page, pointer, handleOf(page, ids[at] ?? '', list), () => pointIn(next, 0.7));
      if (end === 'Escape') await page.keyboard.press('Escape');
      // A real one: the finger is taken away by the system.
      else await session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
      await expect(page.locator('[data-carried]')).toHaveCount(0);
      if (end === 'Escape') await pointer.up(last);
      expect(await idsIn(page, list)).toEqual(ids);
      await expect(said(page)).toContainText('没有移动');
      await expect.poll(() => focused(page)).toBe(ids[at]);
    });
  }

  thorough(
    `${list} move by keys and buttons, one place a press, and say so in both languages`,
    async ({ page }) => {
      const { ids, at } = await openList(page, list);
      const id = ids[at] ?? '';
      await handleOf(page, id, list).focus();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => idsIn(page, list)).toEqual(moved(ids, at, at + 1));
      expect(await focused(page)).toBe(id);
      await expect(said(page)).toContainText(`第 ${at + 2} 位，共 ${ids.length} 位`);
      await page.getByRole('button', { name: 'English' }).first().click();
      const up = rowOf(page, id, list).getByRole('button', { name: /up$/ });
      await up.click();
      await expect.poll(() => idsIn(page, list)).toEqual(ids);
      await expect(said(page)).toContainText(`place ${at + 1} of ${ids.length}`);
    },
  );
}

/** Each way in which a release gets lost; what comes after it moves nothing more. */
const losses: Readonly<Record<string, (page: Page, session: CDPSession, at: Point) => Promise<unknown>>> = {
  'the window that loses the focus': (page) => page.evaluate(() => window.dispatchEvent(new Event('blur'))),
  'a page that is hidden': (page) =>
    page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
  'a context menu': (_page, session, { x, y }) =>
    session.send('Input.dispatchMouseEvent', { type: 'mousePressed', x, y, button: 'right', buttons: 3 }),
  'a pointer that comes back with no button down': (_page, session, { x, y }) =>
    session.send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      x,
      y: y + 30,
      button: 'none',
      buttons: 0,
    }),
};
for (const [loss, lose] of Object.entries(losses)) {
  for (const list of ['steps', 'sections'] as const) {
    (list === 'steps' ? test : thorough)(
      `${list}: a drag whose release is lost to ${loss} puts everything back`,
      async ({ page, context }) => {
        const { ids, at } = await openList(page, list);
        const session = await context.newCDPSession(page);
        const pointer = pointers.mouse(session);
        const id = ids[at] ?? '';
        const handle = handleOf(page, id, list);
        const next = rowOf(page, ids[at + 1] ?? '', list);
        const last = await carry(page, pointer, handle, () => pointIn(next, 0.7));
        await lose(page, session, last);
        await expect(page.locator('[data-carried], [data-dragging]')).toHaveCount(0);
        await expect(said(page)).toContainText('没有移动');
        await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: last.x, y: last.y - 90 });
        await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...last, button: 'left' });
        expect(await idsIn(page, list)).toEqual(ids);
        expect(await focused(page)).toBe(id);

        // A press that has not become a drag is forgotten, too; the next drag is one like any other.
        await pointer.down(await pointIn(handle));
        await lose(page, session, await pointIn(handle));
        await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: last.x, y: last.y });
        await expect(page.locator('[data-carried]')).toHaveCount(0);
        await pointer.up(await carry(page, pointer, handle, () => pointIn(next, 0.7)));
        await expect.poll(() => idsIn(page, list)).toEqual(moved(ids, at, at + 1));
      },
    );
  }
}

thorough(
  'a finger that holds a row at the edge scrolls the page, and the row goes on',
  async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      viewport: phone,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    const ids = await openDesk(page);
    const pointer = pointers.touch(await context.newCDPSession(page));
    const id = ids[1] ?? '';
    await rowOf(page, id).evaluate((row) => row.scrollIntoView({ block: 'center' }));
    const before = await page.evaluate(() => window.scrollY);
    const edge = { x: 30, y: phone.height - 12 };
    await carry(page, pointer, handleOf(page, id), async () => edge);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(before + 900);
    await pointer.to({ x: edge.x, y: phone.height / 2 });
    await page.waitForTimeout(100);
    await pointer.up({ x: edge.x, y: phone.height / 2 });
    // Further than could be seen at the beginning.
    await expect.poll(async () => (await idsIn(page)).indexOf(id)).toBeGreaterThan(6);
    await expect.poll(() => focused(page)).toBe(id);
    await context.close();
  },
);

thorough(
  'a finger on a row, not on its handle, scrolls the page and moves nothing',
  async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      viewport: phone,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      ...(baseURL ? { baseURL } : {}),
    });
    const page = await context.newPage();
    const ids = await openDesk(page);
    const { down, to, up } = pointers.touch(await context.newCDPSession(page));
    const at = (y: number) => ({ x: 220, y });
    await down(at(700));
    for (let y = 680; y >= 300; y -= 20) {
      await to(at(y));
      await page.waitForTimeout(16);
    }
    await up(at(300));
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
    expect(await idsIn(page)).toEqual(ids);
    await expect(page.locator('[data-carried]')).toHaveCount(0);
    await context.close();
  },
);

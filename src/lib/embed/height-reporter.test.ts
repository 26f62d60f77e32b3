import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { heightReporter } from './height-reporter.js';

/** A fake page with what the reporter reads of it. */
const page = {
  readyState: 'complete',
  body: {},
  height: 1200,
  documentElement: { getBoundingClientRect: () => ({ height: page.height }) },
  addEventListener: () => undefined,
};
let said: number[] = [];
let printing = false;
const reporter = () => heightReporter((height) => said.push(height));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(page, { readyState: 'complete', body: {}, height: 1200 });
  said = [];
  vi.stubGlobal('document', page);
  printing = false;
  const matchMedia = () => ({ matches: printing });
  vi.stubGlobal('window', { innerHeight: 600, addEventListener: () => undefined, matchMedia });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('says nothing of a page that has only begun, lest the host make the frame lower than it is', () => {
  const report = reporter();
  Object.assign(page, { readyState: 'loading', height: 0 });
  report();
  page.height = 599;
  report();
  expect(said).toEqual([]);
  page.height = 700;
  report();
  expect(said).toEqual([700]);
});

it('says a page that is lower than its window once it is whole', () => {
  page.height = 240.2;
  reporter()();
  expect(said).toEqual([241]);
});

it('says nothing without a body, and nothing of less than two pixels', () => {
  const report = reporter();
  Reflect.deleteProperty(page, 'body');
  report();
  expect(said).toEqual([]);
  page.body = {};
  report();
  vi.advanceTimersByTime(1000);
  page.height = 1201;
  report();
  expect(said).toEqual([1200]);
});

it('speaks at most ten times a second, and last of what is so at last', () => {
  const report = reporter();
  for (let i = 0; i < 100; i += 1) {
    page.height += 10;
    report();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(200);
  expect(said.length).toBeGreaterThan(5);
  expect(said.length).toBeLessThanOrEqual(11);
  expect(said.at(-1)).toBe(page.height);
});

it('says it again, and at once, when it is asked to', () => {
  const report = reporter();
  report();
  report('now');
  expect(said).toEqual([1200, 1200]);
  report('again');
  expect(said).toHaveLength(2);
  vi.advanceTimersByTime(100);
  expect(said).toHaveLength(3);
});

it('says nothing of the page as it is printed', () => {
  const report = reporter();
  printing = true;
  report('now');
  expect(said).toEqual([]);
  printing = false;
  report('now');
  expect(said).toEqual([1200]);
});

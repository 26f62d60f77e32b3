import { afterEach, expect, it, vi } from 'vitest';
import { drive } from './driver.js';

afterEach(() => vi.unstubAllGlobals());

it('tells of the current step at once and when it changes, and of nothing once it is stopped', () => {
  const view = Object.assign(new EventTarget(), { innerHeight: 1000 });
  vi.stubGlobal('window', view);
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('getComputedStyle', () => ({ getPropertyValue: () => '0.7' }));
  let scrolled = 0;
  const steps = [0, 800, 1600].map(
    (top) => ({ getBoundingClientRect: () => ({ top: top - scrolled }) }) as HTMLElement,
  );
  const told: number[] = [];
  const driver = drive(steps, (index) => told.push(index));
  scrolled = 800;
  view.dispatchEvent(new Event('scrollend'));
  view.dispatchEvent(new Event('resize'));
  expect(told).toEqual([0, 1]);

  driver.stop();
  scrolled = 1600;
  for (const alarm of ['scroll', 'scrollend', 'resize', 'hashchange', 'pageshow', 'load'])
    view.dispatchEvent(new Event(alarm));
  expect(told).toEqual([0, 1]);
  // Whoever asks for it by name gets it all the same.
  driver.update();
  expect(told).toEqual([0, 1, 2]);
});

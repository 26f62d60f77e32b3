import { expect, it } from 'vitest';
import { firstMet } from './rail.js';

const step = (section: string, ...figures: string[]) => ({ section, figures: new Set(figures) });

it('a figure is met at the first step that names it, in whatever section', () => {
  const steps = [step('opening'), step('river', 'dredged'), step('river', 'dredged', 'trees'), step('plan')];
  const met = firstMet(
    [
      ['dredged', 'river'],
      ['trees', 'river'],
    ],
    steps,
  );
  expect([...met]).toEqual([
    ['dredged', 1],
    ['trees', 2],
  ]);
});

it('a figure that no step names is met when its section has been read', () => {
  const steps = [step('river', 'dredged'), step('river'), step('plan')];
  expect(firstMet([['trees', 'river']], steps).get('trees')).toBe(1);
});

it('a figure of a hidden section is never met', () => {
  expect(firstMet([['gone', 'hidden']], [step('river')]).get('gone')).toBe(Number.POSITIVE_INFINITY);
});

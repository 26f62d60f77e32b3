/** What of an embedded story can be seen in its host's window: the frame, less what the window, a pane or a header take of it. */
import type { Page } from '@playwright/test';
import { storyIn } from './hosts.js';

export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Runs in the host; px from the top of its window. */
function bandOfFrame(frame: Element): Band & { readonly frameTop: number } {
  const { top, bottom } = frame.getBoundingClientRect();
  const pane = document.querySelector('.pane')?.getBoundingClientRect();
  const header = document.querySelector('.fixed-header')?.getBoundingClientRect().bottom ?? 0;
  return {
    frameTop: top,
    top: Math.max(top, header, pane?.top ?? 0, 0),
    bottom: Math.min(bottom, window.innerHeight, pane?.bottom ?? Infinity),
  };
}

/** @returns where the story's first such element stands, from the top of the host's window; undefined if it isn't wholly to be seen */
export async function seenAt(page: Page, selector: string): Promise<number | undefined> {
  const band = await page.locator('iframe').first().evaluate(bandOfFrame);
  const inner = await storyIn(page)
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      // The stepper's bar covers what is behind it.
      const bar = document.querySelector('.stepper');
      const end = bar && !bar.contains(element) ? bar.getBoundingClientRect().top : Infinity;
      return { top, bottom, end };
    });
  const top = band.frameTop + inner.top;
  const bottom = band.frameTop + inner.bottom;
  const end = Math.min(band.bottom, band.frameTop + inner.end);
  return top >= band.top - 1 && bottom <= end + 1 ? top : undefined;
}

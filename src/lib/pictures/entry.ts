/**
 * What the browser that makes the pictures runs: one step after the other is laid out by the page's own components, photographed
 * by the caller, and written as SVG.
 */
import { flushSync, mount, unmount } from 'svelte';
import '../../styles/tokens.css';
import '../../styles/base.css';
import '../../styles/page.css';
import '../../styles/section.css';
import '../../styles/stage.css';
import '../charts/styles.js';
import { defined } from '../invariants/defined.js';
import type { PictureName } from '../view/pictures.js';
import type { EditionCode, Story } from '../story/types.js';
import { altOf } from './alt.js';
import { fits, tightnesses } from './fits.js';
import { qrCode } from './qr-code.js';
import StepPicture from './StepPicture.svelte';
import { svgOf, type DrawnPicture } from './svg-of.js';

export interface PictureRequest {
  readonly edition: EditionCode;
  readonly section: string;
  readonly step: string;
  readonly name: PictureName;
  /** The step's address: as printed, and complete if it can be scanned. */
  readonly printed: string;
  readonly address: string | undefined;
}

export interface ShownPicture {
  /** Whether all words have room. */
  readonly fits: boolean;
  /** All that decides how it looks, but for size, script, style and fonts: two pictures with the same markup are the same. */
  readonly markup: string;
}

let story: Story | undefined;
let shown: Record<string, unknown> | undefined;
let names: Parameters<typeof svgOf>[1] | undefined;

const api = {
  /** The story of all pictures that follow. */
  open(json: string): void {
    story = JSON.parse(json) as Story;
  },

  /** Lays a picture out in the place of the one before. */
  show({ edition, section: sectionId, step: stepId, name, printed, address }: PictureRequest): ShownPicture {
    const whole = defined(story, 'story');
    const section = defined(
      whole.sections.find(({ id }) => id === sectionId),
      `section ${sectionId}`,
    );
    const step = defined(
      section.steps.find(({ id }) => id === stepId),
      `step ${stepId}`,
    );
    document.documentElement.className = 'live';
    let fitting = false;
    for (const tightness of tightnesses) {
      if (shown) void unmount(shown);
      document.body.replaceChildren();
      const code = address === undefined ? undefined : qrCode(address);
      const props = { story: whole, edition, section, step, name, address: printed, code, tightness };
      shown = mount(StepPicture, { target: document.body, props });
      flushSync();
      fitting = fits(document.body, name);
      if (fitting) break;
    }
    names = altOf(whole, edition, section, step);
    return {
      fits: fitting,
      markup: JSON.stringify(names) + new XMLSerializer().serializeToString(document.body),
    };
  },

  /** The picture that is shown as SVG; it can be shown no more. */
  draw(): DrawnPicture {
    const picture = defined(document.querySelector<HTMLElement>('.picture'), 'picture');
    return svgOf(picture, defined(names, 'picture'));
  },
};

export type PictureApi = typeof api;

Object.assign(window, { pictures: api });

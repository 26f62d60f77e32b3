/**
 * A chart drawn by Svelte in the place of its prerendered picture, which is kept and put back if the chart fails. It is drawn
 * anew rather than hydrated: once and for the real size, not first for the size of the page as built and then again; and the
 * page needs none of the framework's comments, which were a fifth of it.
 */
import { flushSync, mount, unmount } from 'svelte';
import { sizeContext } from '../charts/scene/given-size.js';
import Guard from '../components/story/Guard.svelte';
import { loaders } from '../charts/loaders.js';
import type { ChartInput, ChartSize, ChartState } from '../charts/scene/types.js';

export interface LiveChart {
  readonly show: (state: ChartState) => void;
  /**
   * Puts the prerendered picture back for as long as the page is printed. The living one is laid out for the screen: scaled down to a
   * column of the paper, its words could not be read.
   */
  readonly print: (whether: boolean) => void;
  /** Ends its life; what is drawn is gone. */
  readonly stop: () => void;
}

/** Where the prerendered picture draws its marks, in px: the living one draws them in the same place. */
function drawingArea(plot: HTMLElement): ChartSize | undefined {
  const area = plot.querySelector('.c-area');
  return area && area.clientWidth > 0 && area.clientHeight > 0
    ? { width: area.clientWidth, height: area.clientHeight }
    : undefined;
}

/**
 * @param kind a chart kind of the registry
 * @param plot the element that holds the prerendered picture
 * @param initial the state to take at once, without motion
 * @param giveUp called if the chart fails later; the picture is put back then
 * @throws if the kind's chunk can't be loaded or the chart fails when it is first drawn; the picture then stands
 */
export async function liveChart(
  kind: string,
  plot: HTMLElement,
  input: ChartInput,
  initial: ChartState,
  giveUp: () => void,
): Promise<LiveChart> {
  const load = loaders[kind];
  if (!load) throw new Error(`no chart kind ${kind}`);
  const loaded = await load();
  const picture = [...plot.childNodes];
  const restore = () => plot.replaceChildren(...picture);
  let failure: { readonly error: unknown } | undefined;
  let complete = false;

  let shown = $state.raw(initial);
  const props = {
    kind: loaded,
    input,
    get state() {
      return shown;
    },
    onfail(error: unknown) {
      failure = { error };
      if (!complete) return;
      giveUp();
      queueMicrotask(() => void unmount(mounted).then(restore, restore));
    },
  };
  const context = sizeContext(drawingArea(plot));
  // All of this happens before the next paint, so no empty plot is ever seen.
  plot.replaceChildren();
  let mounted: Record<string, unknown>;
  try {
    mounted = mount(Guard, { target: plot, props, context });
    flushSync();
  } catch (error) {
    restore();
    throw error;
  }
  if (failure) {
    void unmount(mounted);
    restore();
    throw failure.error;
  }
  complete = true;
  let living: readonly ChildNode[] = [];
  return {
    print(whether) {
      if (failure) return;
      if (whether) living = [...plot.childNodes];
      plot.replaceChildren(...(whether ? picture : living));
    },
    show(state) {
      if (!failure) shown = state;
    },
    stop() {
      if (!failure) void unmount(mounted);
    },
  };
}

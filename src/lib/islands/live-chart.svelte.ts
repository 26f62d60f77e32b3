/** A prerendered chart taken over by Svelte in the browser, and put back as it was if it fails. */
import { hydrate, unmount } from 'svelte';
import Guard from '../components/Guard.svelte';
import { loaders } from '../charts/loaders.js';
import type { ChartInput, ChartState } from '../charts/types.js';

export interface LiveChart {
  readonly show: (state: ChartState) => void;
}

/**
 * @param kind a chart kind of the registry
 * @param plot the element that holds the prerendered picture
 * @param initial the state to take at once, without motion
 * @param giveUp called if the chart fails later; the picture is put back then
 * @throws if the kind's chunk can't be loaded or the chart fails while it is taken over; the picture is then untouched
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
  const { default: chart } = await load();
  const picture = [...plot.childNodes].map((node) => node.cloneNode(true));
  const restore = () => plot.replaceChildren(...picture);
  let failed = false;

  let shown = $state.raw(initial);
  const props = {
    chart,
    input,
    live: true,
    get state() {
      return shown;
    },
    onfail() {
      failed = true;
      giveUp();
      // After `hydrate` has returned, which it may not have yet.
      queueMicrotask(() => void unmount(mounted).then(restore, restore));
    },
  };
  let mounted: Record<string, unknown>;
  try {
    mounted = hydrate(Guard, { target: plot, props });
  } catch (error) {
    restore();
    throw error;
  }
  return {
    show(state) {
      if (!failed) shown = state;
    },
  };
}

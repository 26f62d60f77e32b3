/** A prerendered chart taken over by Svelte in the browser, and put back as it was if it fails. */
import { hydrate, unmount } from 'svelte';
import Guard from '../components/Guard.svelte';
import { chartKinds } from '../charts/registry.js';
import type { ChartInput, ChartState } from '../charts/types.js';

export interface LiveChart {
  readonly show: (state: ChartState) => void;
}

/**
 * @param kind a chart kind of the registry
 * @param plot the element that holds the prerendered picture
 * @param initial the state to take at once, without motion
 * @throws if the kind's chunk can't be loaded or the chart fails while it is taken over; the picture is then untouched
 */
export async function liveChart(
  kind: string,
  plot: HTMLElement,
  input: ChartInput,
  initial: ChartState | undefined,
): Promise<LiveChart> {
  const registered = chartKinds[kind];
  if (!registered) throw new Error(`no chart kind ${kind}`);
  const { default: chart } = await registered.load();
  const picture = [...plot.childNodes].map((node) => node.cloneNode(true));
  const restore = () => plot.replaceChildren(...picture);
  let failed = false;

  const props = $state({
    chart,
    input,
    state: initial ?? { state: '' },
    live: true,
    onfail() {
      failed = true;
      queueMicrotask(() => {
        void unmount(mounted).catch(() => {}).finally(restore);
      });
    },
  });
  let mounted: Record<string, unknown>;
  try {
    mounted = hydrate(Guard, { target: plot, props });
  } catch (error) {
    restore();
    throw error;
  }
  return {
    show(state) {
      if (!failed) props.state = state;
    },
  };
}

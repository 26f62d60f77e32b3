/** The wheel turns over a story in sticky-frame mode: how exactly the graphic stands and how late the text is, in displayed pictures. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from './browsers.js';
import { film, findMark, layRuler, markStage, pageTop, readPicture, type Picture } from './recording.js';

const field = 16;
const blues = { host: 64, story: 192 } as const;
/** About 800 px a second, as a hand that reads on turns it. */
const notch = 13;
const turns = 110;
/** Where the browser's own bars have ended, in px. */
const below = 200;

export interface Recording {
  readonly pictures: number;
  /** Of the graphic's place, in px, at the 95th percentile. */
  readonly graphic: number;
  /** Of the text behind the host, at the median: in px, and in displayed pictures. */
  readonly lag: number;
  readonly frames: number;
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? NaN;

/** The column in which a ruler of this blue is to be seen. */
function columnOf({ at, width, height }: Picture, blue: number): number {
  for (let x = 0; x < width; x += 1) {
    let rows = 0;
    for (let y = height / 2; y < height / 2 + 100; y += 5) {
      const [red, green, own] = at(x, y);
      if (own === blue && red % 8 === 0 && green % 8 === 0) rows += 1;
    }
    if (rows === 20) return x + 5;
  }
  throw new Error(`no ruler ${blue} on the display`);
}

function markColumn(picture: Picture): number {
  for (let x = 0; x < picture.width; x += 1) if (findMark(picture, x) !== undefined) return x + 5;
  throw new Error('no mark on the display');
}

export async function record(engine: Engine, display: string, url: string): Promise<Recording> {
  await engine.open(url);
  await pause(1500);
  await engine.host(layRuler, { left: 0, blue: blues.host, field });
  await engine.story(layRuler, { left: 0, blue: blues.story, field });
  await engine.story(markStage, 40);
  const start = await engine.host((_nothing: null) => {
    const box = document.querySelector('.story-embed');
    const offset = (box?.getBoundingClientRect().top ?? 0) + window.scrollY;
    // Where the stage has come to rest in the frame.
    window.scrollTo(0, offset + 500);
    return { offset };
  }, null);
  await pause(800);
  const rest = readPicture(display);
  const columns = {
    host: columnOf(rest, blues.host),
    story: columnOf(rest, blues.story),
    mark: markColumn(rest),
  };
  const placeOf = (picture: Picture) => ({
    host: pageTop(picture, columns.host, blues.host, below, picture.height),
    story: pageTop(picture, columns.story, blues.story, below, picture.height),
    mark: findMark(picture, columns.mark),
  });
  const still = placeOf(rest);
  const turning = (async () => {
    for (let i = 0; i < turns; i += 1) {
      await engine.wheel(notch);
      await pause(10);
    }
  })();
  const seen = (await film(display, turning)).map(placeOf);
  // A picture in which the host stands as before is no new one.
  const moved = seen.filter(({ host }, i) => i > 0 && host !== seen[i - 1]?.host);
  const way = moved.flatMap(({ host }, i) => {
    const before = moved[i - 1]?.host;
    return host !== undefined && before !== undefined ? [Math.abs(before - host)] : [];
  });
  const offset = (still.story ?? NaN) - (still.host ?? NaN);
  if (Math.abs(offset - start.offset) > 2)
    throw new Error(`at rest the text is ${offset - start.offset} px off`);
  const lags = moved.flatMap(({ host, story }) =>
    host !== undefined && story !== undefined ? [Math.abs(story - host - offset)] : [],
  );
  const graphic = moved.map(({ mark }) =>
    mark === undefined ? Infinity : Math.abs(mark - (still.mark ?? NaN)),
  );
  const lag = quantile(lags, 0.5);
  return {
    pictures: moved.length,
    graphic: quantile(graphic, 0.95),
    lag,
    frames: lag / quantile(way, 0.5),
  };
}

/**
 * Spans of whole lines, moved and put in without another byte changing. Knows neither YAML nor stories.
 */

/** Half-open range of a text that begins at a line's beginning and ends after a line's end (or at the text's end). */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** The line end that a text uses; `\n` where it has none. */
export const newlineOf = (text: string): '\n' | '\r\n' => (/\r\n/.test(text) ? '\r\n' : '\n');

/** Every line with its end. */
export function linesOf(text: string): readonly (LineSpan & { readonly text: string })[] {
  return [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/** A text whose last line is ended. */
export const ended = (text: string): string =>
  text === '' || text.endsWith('\n') ? text : text + newlineOf(text);

/**
 * One of the spans to another place among them. What lies between spans (comments, blank lines) stays: a span that goes
 * down lands right after the one it passed last, one that goes up right before it.
 */
export function moveSpan(text: string, spans: readonly LineSpan[], from: number, to: number): string {
  const place = Math.max(0, Math.min(Math.trunc(to), spans.length - 1));
  const moved = spans[from];
  const passed = spans[place];
  if (!moved || !passed || place === from) return text;
  // The text's last line may lack its end; then it gets one, since it may no longer be the last.
  const whole = ended(text);
  const longer = (end: number): number => (end === text.length ? whole.length : end);
  const piece = whole.slice(moved.start, longer(moved.end));
  return place > from
    ? whole.slice(0, moved.start) +
        whole.slice(longer(moved.end), longer(passed.end)) +
        piece +
        whole.slice(longer(passed.end))
    : whole.slice(0, passed.start) +
        piece +
        whole.slice(passed.start, moved.start) +
        whole.slice(longer(moved.end));
}

/** Whole lines put in as the `to`th of the spans: after the span before that place, or before the first. */
export function insertLines(text: string, spans: readonly LineSpan[], to: number, lines: string): string {
  const whole = ended(text);
  const place = Math.max(0, Math.min(Math.trunc(to), spans.length));
  const before = spans[place - 1];
  const at = before
    ? before.end === text.length
      ? whole.length
      : before.end
    : (spans[0]?.start ?? whole.length);
  return whole.slice(0, at) + lines + whole.slice(at);
}

export const removeSpan = (text: string, span: LineSpan): string =>
  text.slice(0, span.start) + text.slice(span.end);

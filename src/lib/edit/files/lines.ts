/** Moves and inserts spans of whole lines without changing any other byte. Knows neither YAML nor stories. */

/** A half-open range of a text that begins at the beginning of a line and ends after a line end (or at the text's end). */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** The line end that a text uses; `\n` if it has none. */
export const newlineOf = (text: string): '\n' | '\r\n' => (/\r\n/.test(text) ? '\r\n' : '\n');

/** All lines, each with its line end. */
export function linesOf(text: string): readonly (LineSpan & { readonly text: string })[] {
  return [...text.matchAll(/[^\n]*\n|[^\n]+$/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}

/** The text with a line end after its last line. */
export const ended = (text: string): string =>
  text === '' || text.endsWith('\n') ? text : text + newlineOf(text);

/**
 * Moves one span to another position in the list. Text between spans (comments, blank lines) stays: a span that moves down is
 * placed right after the last one it passes, a span that moves up right before it.
 */
export function moveSpan(text: string, spans: readonly LineSpan[], from: number, to: number): string {
  const place = Math.max(0, Math.min(Math.trunc(to), spans.length - 1));
  const moved = spans[from];
  const passed = spans[place];
  if (!moved || !passed || place === from) return text;
  // If the text's last line has no line end it gets one, because it may no longer be the last.
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

/** Inserts whole lines as item `to` of the list (from 0): after the span before that position, or before the first. */
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

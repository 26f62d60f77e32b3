/** Focuses the field of a text, opening what it is folded into. */
import { tick } from 'svelte';
import type { EditionCode } from '../../../story/types.js';
import type { Desk } from '../desk/desk.svelte.js';

export async function focusText(
  desk: Desk,
  file: string,
  path: string,
  language: EditionCode,
): Promise<void> {
  if (!desk.openText(file, path)) return;
  await tick();
  focusField(document.querySelector(`[data-field="${CSS.escape(`${path}:${language}`)}"]`));
}

export function focusField(field: Element | null | undefined): void {
  if (!(field instanceof HTMLElement)) return;
  const folded = field.closest('details');
  if (folded) folded.open = true;
  field.focus();
}

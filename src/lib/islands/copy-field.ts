/** Copies what a field holds, also over plain http, where pages have no clipboard of their own. */

/**
 * To be called by a press. Where nothing can be copied the text is selected, for the reader's own copying.
 *
 * @returns whether it was copied
 */
export async function copyField(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Absent over plain http, refused in some frames: the old way needs no leave.
  }
  const held = document.activeElement;
  field.focus();
  field.select();
  try {
    // The only way that there is without a secure connection.
    if (!document.execCommand('copy')) return false;
  } catch {
    return false;
  }
  if (held instanceof HTMLElement) held.focus();
  return true;
}

/** Style that only some readers need comes with the script that needs it, as a file: pages' policies take no other. */

/**
 * Adds a style sheet to the page, once.
 *
 * @returns when it applies, or has failed to come: what it was for is then plain, and works
 */
export function addStyle(href: string): Promise<void> {
  const there = document.querySelector(`link[href="${CSS.escape(href)}"]`);
  if (there) return Promise.resolve();
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve());
    link.href = href;
    document.head.append(link);
  });
}

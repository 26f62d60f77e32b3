/** `::before` and `::after` as elements. */

/** Puts real elements in the place of `::before` and `::after`, whose boxes nothing can measure. */
export function makeReal(root: HTMLElement): void {
  const sheet = document.createElement('style');
  sheet.textContent = '[data-before]::before, [data-after]::after { content: none !important }';
  document.head.append(sheet);
  for (const element of [...root.querySelectorAll<HTMLElement>('*')]) {
    if (!(element instanceof HTMLElement)) continue;
    for (const part of ['before', 'after'] as const) {
      const style = getComputedStyle(element, `::${part}`);
      const { content } = style;
      if (content === 'none' || content === 'normal' || style.display === 'none') continue;
      const quotes = style.quotes.match(/"[^"]*"/g)?.map((mark) => mark.slice(1, -1));
      const marks: Readonly<Record<string, string | undefined>> = {
        'open-quote': quotes?.[0] ?? '',
        'close-quote': quotes?.[1] ?? '',
      };
      const text = marks[content] ?? /^"(.*)"$/s.exec(content)?.[1];
      if (text === undefined) throw new Error(`pictures: content ${content} is not known`);
      const real = document.createElement('span');
      for (const property of style) real.style.setProperty(property, style.getPropertyValue(property));
      // What is computed is the used size; a box that follows its text must go on following it.
      if (style.display === 'inline') for (const size of ['width', 'height']) real.style.removeProperty(size);
      real.textContent = text;
      if (part === 'before') element.prepend(real);
      else element.append(real);
      element.dataset[part] = '';
    }
  }
}

/**
 * What scripts for errors, consent and speed do to a page: their own functions in the place of the browser's, which ask whose they
 * are; and old libraries: things that every list and element has.
 */
'use strict';

function wrap(owner, name, belongs) {
  const own = owner[name];
  if (typeof own !== 'function') return;
  owner[name] = function (...given) {
    if (!belongs(this)) throw new TypeError(`${name} was called as nobody's`);
    return own.apply(this, given);
  };
}
const isWindow = (each) => each === window;
for (const name of [
  'addEventListener',
  'removeEventListener',
  'getComputedStyle',
  'matchMedia',
  'setTimeout',
  'clearTimeout',
  'requestAnimationFrame',
  'scrollTo',
  'scrollBy',
])
  wrap(window, name, isWindow);
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'])
  wrap(EventTarget.prototype, name, (each) => each instanceof EventTarget);
for (const name of ['querySelectorAll', 'querySelector', 'elementsFromPoint', 'createElement'])
  wrap(document, name, (each) => each === document);
wrap(Symbol, 'for', (each) => each === Symbol);

for (const type of [Array, String, Element])
  for (const name of ['each', 'toJSON', 'include', 'invoke', 'strip', 'visible', 'update'])
    type.prototype[name] = () => undefined;
for (const Observer of ['ResizeObserver', 'IntersectionObserver'])
  window[Observer] = class extends window[Observer] {};

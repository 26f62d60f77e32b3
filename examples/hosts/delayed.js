/** At the first sign of the reader, all scripts that were held back are put in. */
function begin() {
  removeEventListener('wheel', begin);
  for (const held of document.querySelectorAll('script[type="text/delayed"]')) {
    const script = document.createElement('script');
    script.src = held.dataset.src;
    held.replaceWith(script);
  }
}
addEventListener('wheel', begin, { passive: true });

(function (root) {
  var low =
    '(max-height: 33rem) and (max-width: 39.99rem), (min-height: 30.01rem) and (max-height: 33rem) and (max-width: 59.99rem)';
  var needed = '(position: sticky) and (inset: 0) and (height: max(1px, 1vh))';
  root.setAttribute('data-low-window', low);
  if (!('findLast' in [] && window.CSS && CSS.supports && CSS.supports(needed))) return;
  if (!window.matchMedia || !matchMedia(low).matches) root.classList.add('live');
  function settle() {
    if (!root.hasAttribute('data-live')) root.classList.remove('live');
  }
  addEventListener('DOMContentLoaded', settle);
  setTimeout(settle, 4000);
})(document.documentElement);

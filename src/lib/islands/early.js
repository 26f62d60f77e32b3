(function (root) {
  var low =
    '(max-height: 33rem) and (max-width: 39.99rem), (min-height: 30.01rem) and (max-height: 33rem) and (max-width: 59.99rem)';
  root.setAttribute('data-low-window', low);
  if (!window.matchMedia || !matchMedia(low).matches) root.classList.add('live');
  function settle() {
    if (!root.hasAttribute('data-live')) root.classList.remove('live');
  }
  addEventListener('DOMContentLoaded', settle);
  setTimeout(settle, 4000);
})(document.documentElement);

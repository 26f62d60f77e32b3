(function (root) {
  root.classList.add('live');
  function settle() {
    if (!root.hasAttribute('data-live')) root.classList.remove('live');
  }
  addEventListener('DOMContentLoaded', settle);
  setTimeout(settle, 4000);
})(document.documentElement);

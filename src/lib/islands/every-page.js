(function (root) {
  addEventListener('DOMContentLoaded', function () {
    var sheet = root.getAttribute('data-sheet-address');
    if (!sheet || getComputedStyle(root).getPropertyValue('--ink')) return;
    root.removeAttribute('data-sheet-address');
    var link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet;
    link.onload = function () {
      dispatchEvent(new Event('resize'));
    };
    document.head.appendChild(link);
  });
  var at = location.pathname;
  if (!/^http/.test(location.protocol) || /(\/|\/index|\.x?html?)$/i.test(at)) return;
  try {
    history.replaceState(history.state, '', at + '/' + location.search + location.hash);
  } catch (refused) {
    root.setAttribute('data-address-refused', String(refused));
  }
})(document.documentElement);

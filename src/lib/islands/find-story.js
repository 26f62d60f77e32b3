addEventListener('DOMContentLoaded', function () {
  var main = document.querySelector('main');
  if (!main) return;
  var at = location.origin + location.pathname.replace(/[^/]*$/, '');
  var entry = main.getAttribute('data-entry');
  /** @type {NodeListOf<HTMLElement>} */
  var ways = main.querySelectorAll('[data-way]');
  /** @type {NodeListOf<HTMLElement>} */
  var fronts = main.querySelectorAll('[data-front]');
  function found() {
    ways.forEach(function (way) {
      var link = way.querySelector('a');
      if (link) link.href = at + way.getAttribute('data-way');
      way.hidden = false;
    });
    fronts.forEach(function (front) {
      front.hidden = true;
    });
  }
  (function look() {
    if (at.length <= location.origin.length) return;
    fetch(at + entry, { method: 'HEAD' })
      .then(function (answer) {
        if (answer.ok && /javascript/.test(answer.headers.get('content-type') || '')) found();
        else throw answer;
      })
      .catch(function () {
        at = at.replace(/[^/]*\/$/, '');
        look();
      });
  })();
});

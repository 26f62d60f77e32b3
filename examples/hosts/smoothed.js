/** The body is as tall as the page, which is drawn after its scroll by a tenth of the way in each picture. */
const page = document.querySelector('main');
let place = 0;

new ResizeObserver(() => (document.body.style.height = `${page.offsetHeight}px`)).observe(page);

function follow() {
  const way = scrollY - place;
  place = Math.abs(way) < 0.5 ? scrollY : place + way / 10;
  page.style.transform = `translate3d(0, ${-place}px, 0)`;
  requestAnimationFrame(follow);
}
follow();

/** Moves the page by the wheel, as libraries for smooth scrolling do that don't scroll. */
const page = document.querySelector('main');
let place = 0;

addEventListener('wheel', ({ deltaY }) => {
  place = Math.max(0, Math.min(place + deltaY, page.offsetHeight - innerHeight));
  page.style.transform = `translate3d(0, ${-place}px, 0)`;
});

/** Says the height of this page whenever it changes, as the sandbox of WordPress's editor does. */
const say = () => {
  const { height } = document.body.getBoundingClientRect();
  parent.postMessage({ action: 'resize', height: Math.ceil(height) }, '*');
};
new ResizeObserver(say).observe(document.body);
addEventListener('resize', say);
addEventListener('load', say);

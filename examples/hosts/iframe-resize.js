/** What a page does that takes `iframe.resize` as text. */
const frame = document.getElementById('story');
addEventListener('message', ({ data, source }) => {
  if (source !== frame.contentWindow || typeof data !== 'string' || !data.startsWith('{')) return;
  const { context, height } = JSON.parse(data);
  if (context === 'iframe.resize') frame.height = String(Number(height));
});

/** What a page does with an `amp-iframe` that asks for another height. */
const frame = document.getElementById('story');
addEventListener('message', ({ data, source }) => {
  if (source !== frame.contentWindow || data?.sentinel !== 'amp' || data.type !== 'embed-size') return;
  if (Number.isFinite(data.height) && data.height > 100) frame.height = String(data.height);
});

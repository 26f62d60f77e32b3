/** Gives the preview the height that it says. */
addEventListener('message', ({ data, source }) => {
  const frame = document.querySelector('iframe');
  if (source === frame.contentWindow && data?.action === 'resize') frame.height = String(data.height);
});

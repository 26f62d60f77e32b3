/** What a page does that resizes charts of Datawrapper's. */
addEventListener('message', ({ data, source }) => {
  for (const height of Object.values(data?.['datawrapper-height'] ?? {})) {
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = `${Number(height)}px`;
    }
  }
});

/** What an application does on the way to a page with the story, and away from it. */
const view = document.getElementById('view');

function show() {
  const wrapper = document.createElement('div');
  wrapper.className = 'story-embed';
  const frame = document.createElement('iframe');
  frame.src = 'https://story.example/embed/';
  frame.title = 'The story';
  frame.width = '100%';
  frame.height = '640';
  wrapper.append(frame);
  view.replaceChildren(wrapper);
}

function hide() {
  view.replaceChildren();
}

addEventListener('hashchange', () => (location.hash === '#story' ? show() : hide()));

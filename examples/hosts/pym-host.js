/* global pym */
new pym.Parent('story', 'https://story.example/embed/', { title: 'The story' });

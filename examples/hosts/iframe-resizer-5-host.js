/* global iframeResize */
iframeResize({ license: 'GPLv3', log: false }, '#story');

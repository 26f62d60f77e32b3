/* global iFrameResize */
iFrameResize({ log: false }, '#story');

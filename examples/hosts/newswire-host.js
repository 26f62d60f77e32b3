/* global newswireFrames */
newswireFrames.autoInitFrames();

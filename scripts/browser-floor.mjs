/**
 * The oldest browsers in which the story scrolls (docs/browsers.md), by the names of @mdn/browser-compat-data. Script and styles are
 * built for them, and tests/built/browsers.test.ts asks of each feature whether it is as old.
 */
export const floor = { chrome: 97, firefox: 104, safari: 15.4 };

/** The same as Vite's `build.target`. */
export const target = Object.entries(floor).map(([name, version]) => `${name}${version}`);

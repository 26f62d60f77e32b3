/**
 * The oldest browsers in which the story scrolls (docs/browsers.md), by their names in @mdn/browser-compat-data. Scripts and
 * styles are built for them, and tests/built/browsers.test.ts checks that they support each feature in use.
 */
export const floor = { chrome: 97, firefox: 104, safari: 15.4 };

/** The same browsers in the notation of Vite's `build.target`. */
export const target = Object.entries(floor).map(([name, version]) => `${name}${version}`);

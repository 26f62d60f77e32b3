/** The checked story: everything the rest of the site may use of this folder. */
export { checkStory } from './check.js';
export { orderStory, type Ordered, type OrderFault } from './order.js';
export { formatProblem } from './problems.js';
export { reasons } from './coverage.js';
export { maxBytes, maxFiles } from './limits.js';
export * from './types.js';

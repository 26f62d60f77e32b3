/** The public interface of this folder: all that the rest of the site may import from it. */
export { checkStory } from './check.js';
export { orderStory, type Ordered, type OrderFault } from './order.js';
export { formatProblem } from './problems.js';
export { reasons } from './coverage.js';
export { maxBytes, maxFiles } from './limits.js';
export * from './types.js';

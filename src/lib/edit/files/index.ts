/** The story's files as the editing page changes them. Plain TypeScript for browser and Node alike. */
export { applyEdit, freeName, hasSection, ordersIn, textsIn } from './apply.js';
export { toFiles, toStoryFiles } from './bytes.js';
export { readOrderLines } from './order.js';
export { connectingChanges } from './connecting.js';
export { sectionOf, sectionPath, storyPath } from './file-access.js';
export { findingsIn } from './findings.js';
export { changesOf, diffFiles } from './diff.js';
export { toPatch } from './patch.js';
export { decodeProposal, encodeProposal, parametersOf } from './proposal.js';
export * from './types.js';

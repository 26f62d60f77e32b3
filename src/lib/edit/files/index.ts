/** The public interface of this folder: the story's files and their edits. Plain TypeScript, for the browser and Node. */
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

/** The CSS class of a figure in the rail, prose, source page and ledger: its kind, or `strive`. */
export { kindClass, type KindClass } from '../charts/scene/signs.js';

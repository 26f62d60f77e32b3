/** The class that a figure bears in rail, prose, source page and ledger: its kind, or `strive`. */
export { kindClass, type KindClass } from '../charts/scene/signs.js';

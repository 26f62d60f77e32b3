/** Which pen a figure is drawn with, wherever it is drawn: rail, prose, source page, ledger. Names are the classes used there. */
export { penName as pen, type Pen } from '../charts/signs.js';

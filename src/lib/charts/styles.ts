/**
 * How charts look: what all pictures share, what all kinds set in words share, and one sheet a kind, which may differ from those. Uses
 * the site's properties: --paper --ink --ink-soft --rule --reported --target --highlight --shade.
 */
import './scene/marks.css';
import './scene/words.css';
import './kind-styles.js';

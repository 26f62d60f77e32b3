/** The style sheets of all kinds. A module of its own, since Vite puts what a pattern finds before a module's other imports, and these sheets must follow the shared ones. */
import.meta.glob(['./*/*.css', '!./scene/*'], { eager: true });

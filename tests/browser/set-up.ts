/** Playwright's global setup: builds the site before the first test, if the sources have changed since the last build. */
import { freshSite } from '../../scripts/site.mjs';

export default function setUp(): void {
  freshSite();
}

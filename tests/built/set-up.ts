/** Before the first test: what they look at is built, and from the sources as they are now. */
import { freshSite } from '../../scripts/site.mjs';

export default function setUp(): void {
  freshSite();
}

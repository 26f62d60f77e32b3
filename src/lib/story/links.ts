/** Decides which addresses a text may link to. Looks only at the characters; makes no request. */

const https =
  /^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:[/?#][\w\-./~%?#&=+,;:@!$'*]*)?$/i;
const mailto = /^mailto:[\w.+-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;
/** A path without scheme and without a leading `//`, which would name another host. */
const relative = /^(?:\.{0,2}\/(?!\/)|#|[\w-]+(?:[./?#]|$))[\w\-./~%?#&=+,;@!$'*]*$/;

export function isAllowedLink(href: string): boolean {
  return (
    href.length <= 2000 &&
    (https.test(href) || mailto.test(href) || (relative.test(href) && !href.includes('//')))
  );
}

/**
 * Where the site will stand, if the build is told: `npm run build -- --site=https://example.org/report/`. Pages link relatively and do
 * without; only what is read away from the site (oEmbed answers, their discovery) needs it. Untold, those addresses are relative too.
 */

function read(text: string | undefined): URL | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new Error(`SITE_URL: "${text}" is no address of a site (https://example.org/report/)`);
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

export const siteUrl = read(process.env['SITE_URL']);

/**
 * @param path from the site's root
 * @param root relative way to the site's root from where the address will stand
 */
export const addressOf = (path: string, root: string): string =>
  siteUrl ? new URL(path, siteUrl).href : `${root}${path}`;

/**
 * The site's future address, if the build is given it: `npm run build -- --site=https://example.org/report/`. Pages use relative
 * links and don't need it; only what is read away from the site does (oEmbed responses and the links to them). Without it, those
 * addresses are relative too.
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
 * @param root relative path to the site's root from the file that will contain the address
 */
export const addressOf = (path: string, root: string): string =>
  siteUrl ? new URL(path, siteUrl).href : `${root}${path}`;

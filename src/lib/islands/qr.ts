/** A QR code as a picture of attributes alone, dark on light in every theme, with the quiet zone that scanners need. */
import { encode } from 'uqr';

const svg = 'http://www.w3.org/2000/svg';

function part(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** @param label its text alternative */
export function qrCode(text: string, label: string): SVGElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const picture = part('svg', {
    viewBox: `0 0 ${size} ${size}`,
    'shape-rendering': 'crispEdges',
    role: 'img',
    'aria-label': label,
  });
  picture.append(
    part('rect', { width: String(size), height: String(size), fill: '#fff' }),
    part('path', { d: dark.join(''), fill: '#000' }),
  );
  return picture;
}

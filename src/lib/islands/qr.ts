/** A QR code as a picture of attributes alone, dark on light in every theme, with the quiet zone that scanners need. */
import { qrCode } from '../pictures/qr-code.js';

const svg = 'http://www.w3.org/2000/svg';

/** Modules of quiet zone on each side. */
const quiet = 4;

function part(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** @param label its text alternative */
export function qrPicture(text: string, label: string): SVGElement {
  const { size, path } = qrCode(text);
  const side = String(size + 2 * quiet);
  const picture = part('svg', {
    viewBox: `${-quiet} ${-quiet} ${side} ${side}`,
    'shape-rendering': 'crispEdges',
    role: 'img',
    'aria-label': label,
  });
  picture.append(
    part('rect', { x: String(-quiet), y: String(-quiet), width: side, height: side, fill: '#fff' }),
    part('path', { d: path, fill: '#000' }),
  );
  return picture;
}

/**
 * Draws scenes into a living page, by d3's rule: what is new enters, what changed is updated, what is gone exits, joined by the marks'
 * keys. Written out because a scene has some hundreds of marks and a motion sixty frames a second: a mark that is the same object as
 * before is not looked at, and of one that isn't only the attributes that differ are touched.
 */
import { definitions, patternsOf, svgOf, type Pen, type SvgElement } from './svg.js';
import type { Mark, Scene } from './scene.js';

const namespace = 'http://www.w3.org/2000/svg';

interface Drawn {
  readonly mark: Mark;
  readonly element: SvgElement;
  readonly node: Element;
}

function create(described: SvgElement): Element {
  const node = document.createElementNS(namespace, described.tag);
  for (const [name, value] of Object.entries(described.attributes))
    if (value !== undefined) node.setAttribute(name, String(value));
  if (described.text === undefined) node.append(...described.children.map(create));
  else node.textContent = described.text;
  return node;
}

/** Makes the node of one description that of another; a new node where they are of different kinds. */
function update(node: Element, old: SvgElement, next: SvgElement): Element {
  if (old.tag !== next.tag || (old.text === undefined) !== (next.text === undefined)) {
    const fresh = create(next);
    node.replaceWith(fresh);
    return fresh;
  }
  for (const [name, value] of Object.entries(next.attributes)) {
    if (old.attributes[name] === value) continue;
    if (value === undefined) node.removeAttribute(name);
    else node.setAttribute(name, String(value));
  }
  for (const name of Object.keys(old.attributes)) if (!(name in next.attributes)) node.removeAttribute(name);
  if (next.text !== undefined) {
    if (next.text !== old.text) node.textContent = next.text;
    return node;
  }
  const nodes = [...node.children];
  for (const [i, child] of next.children.entries()) {
    const [before, at] = [old.children[i], nodes[i]];
    if (before && at) update(at, before, child);
    else node.append(create(child));
  }
  for (const extra of nodes.slice(next.children.length)) extra.remove();
  return node;
}

export class Painter {
  readonly #group: Element;
  readonly #pen: Pen;
  #drawn = new Map<string, Drawn>();
  #patterns = '';
  #scene: Scene | undefined;

  /** @param group an empty element of SVG, whose children are the painter's from now on */
  constructor(group: Element, pen: Pen) {
    this.#group = group;
    this.#pen = pen;
    group.append(create(definitions([], pen.prefix)));
  }

  paint(scene: Scene): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    this.#define(scene);
    const now = new Map<string, Drawn>();
    for (const mark of scene) {
      const drawn = this.#join(mark, this.#drawn.get(mark.key));
      if (drawn) now.set(mark.key, drawn);
    }
    for (const [key, { node }] of this.#drawn) if (!now.has(key)) node.remove();
    // Marks cover each other in the scene's order.
    let place = this.#group.firstElementChild?.nextElementSibling ?? null;
    for (const { node } of now.values()) {
      if (node === place) place = place.nextElementSibling;
      else this.#group.insertBefore(node, place);
    }
    this.#drawn = now;
  }

  #join(mark: Mark, old: Drawn | undefined): Drawn | undefined {
    if (old?.mark === mark) return old;
    const element = svgOf(mark, this.#pen);
    if (!element) return undefined;
    return { mark, element, node: old ? update(old.node, old.element, element) : create(element) };
  }

  #define(scene: Scene): void {
    const names = patternsOf(scene);
    if (names.join() === this.#patterns) return;
    this.#patterns = names.join();
    this.#group.firstElementChild?.replaceWith(create(definitions(names, this.#pen.prefix)));
  }
}

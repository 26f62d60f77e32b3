/**
 * Draws scenes into the page with d3's data join: elements of new marks enter, elements of removed marks exit, the others are
 * updated. A mark keeps its element as long as its key stays, and later marks of a scene cover earlier ones.
 *
 * A moving chart draws some hundreds of marks sixty times a second. So the join is skipped while the marks' keys stay the same, a
 * mark that is the same object as in the last frame is skipped, and of other marks only the changed attributes are set.
 */
import { select } from 'd3';
import { definitions, group, patternsOf, svgOf, type SvgContext, type SvgElement } from './svg.js';
import type { Mark, Scene } from './scene.js';

const namespace = 'http://www.w3.org/2000/svg';

/** The description that each element was last made to match. Kept here, since d3's join overwrites the datum on the element. */
const shown = new WeakMap<Element, SvgElement>();

/**
 * The key of the join: a mark's own key, or the index for a part of a mark. The tag is part of it, since an element cannot change
 * its tag.
 */
const identity = ({ tag, key }: SvgElement, index: number) => `${tag} ${key ?? index}`;

/** Makes an element match its description. If the description is the same object as last time, the element already does. */
function update(element: Element, next: SvgElement): void {
  const old = shown.get(element);
  if (old === next) return;
  shown.set(element, next);
  for (const name in next.attributes) {
    const value = next.attributes[name];
    if (value === old?.attributes[name]) continue;
    if (value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
  for (const name in old?.attributes) if (!(name in next.attributes)) element.removeAttribute(name);
  if (next.text !== undefined) {
    if (next.text !== old?.text) element.textContent = next.text;
    return;
  }
  if (!old || !samePlaces(old.children, next.children)) join(element, next.children);
  const elements = element.children;
  next.children.forEach((child, i) => {
    const element = elements[i];
    if (element && child !== old?.children[i]) update(element, child);
  });
}

const samePlaces = (old: readonly SvgElement[], next: readonly SvgElement[]) =>
  old.length === next.length && old.every(({ tag, key }, i) => tag === next[i]?.tag && key === next[i].key);

/** Gives an element one child per description, in order: keeps those with the same key, appends new ones, removes the rest. */
function join(element: Element, children: readonly SvgElement[]): void {
  select(element)
    .selectChildren<Element, SvgElement>()
    .data(children, identity)
    .join((enter) => enter.append(({ tag }) => document.createElementNS(namespace, tag)));
}

export class Painter {
  readonly #group: Element;
  readonly #context: SvgContext;
  #scene: Scene | undefined;
  #described: ReadonlyMap<Mark, SvgElement> = new Map();
  #definitions: SvgElement;
  #patterns = '';

  /** @param group an empty `<g>`; from now on only the painter may change its children */
  constructor(group: Element, context: SvgContext) {
    this.#group = group;
    this.#context = context;
    this.#definitions = definitions([], context.prefix);
  }

  paint(scene: Scene): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    const described = new Map<Mark, SvgElement>();
    for (const mark of scene) {
      const element = this.#described.get(mark) ?? svgOf(mark, this.#context);
      if (element) described.set(mark, element);
    }
    this.#described = described;
    update(this.#group, group([this.#define(scene), ...described.values()]));
  }

  /** The `<defs>` of the hatching patterns that the scene uses. Returns the same object while the patterns stay the same. */
  #define(scene: Scene): SvgElement {
    const names = patternsOf(scene);
    if (names.join() !== this.#patterns) {
      this.#patterns = names.join();
      this.#definitions = definitions(names, this.#context.prefix);
    }
    return this.#definitions;
  }
}

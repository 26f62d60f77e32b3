/**
 * Validates an Atom feed by RFC 4287, strictly: elements that the RFC doesn't know, that stand too often or not often enough, dates
 * and addresses that are none. Written from the RFC alone. Well-formedness is the parser's.
 */
import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml';

const xhtml = 'http://www.w3.org/1999/xhtml';
const texts = ['title', 'subtitle', 'summary', 'rights'];
const persons = ['author', 'contributor'];
const common = ['xml:lang', 'xml:base'];

/** Child → how often it stands: at least, at most. */
type Model = Readonly<Record<string, readonly [number, number]>>;
const many = Infinity;
const shared: Model = {
  author: [0, many],
  category: [0, many],
  contributor: [0, many],
  id: [1, 1],
  link: [0, many],
  rights: [0, 1],
  title: [1, 1],
  updated: [1, 1],
};
const feedModel: Model = {
  ...shared,
  entry: [0, many],
  generator: [0, 1],
  icon: [0, 1],
  logo: [0, 1],
  subtitle: [0, 1],
};
const entryModel: Model = { ...shared, content: [0, 1], published: [0, 1], source: [0, 1], summary: [0, 1] };
const personModel: Model = { name: [1, 1], uri: [0, 1], email: [0, 1] };

const elementsOf = (parent: XmlElement): readonly XmlElement[] =>
  parent.children.filter((child): child is XmlElement => child instanceof XmlElement);
export const named = (parent: XmlElement, name: string): readonly XmlElement[] =>
  elementsOf(parent).filter((child) => child.name === name);

/** @throws if the text is not well-formed XML */
export function feedOf(text: string): XmlElement {
  const { root } = parseXml(text);
  if (!root) throw new Error('no root element');
  return root;
}

export function faultsOfFeed(root: XmlElement): string[] {
  const faults: string[] = [];
  const ids = new Set<string>();

  function check(parent: XmlElement, model: Model): void {
    const where = `${parent.name} ${named(parent, 'id')[0]?.text ?? ''}`;
    for (const name of Object.keys(parent.attributes))
      if (![...common, ...(parent.name === 'feed' ? ['xmlns'] : [])].includes(name))
        faults.push(`${where}: attribute ${name}`);
    const stray = parent.children.some(
      (child: XmlNode) => child instanceof XmlText && child.text.trim() !== '',
    );
    if (stray) faults.push(`${where}: text between its elements`);
    for (const child of elementsOf(parent))
      if (!(child.name in model)) faults.push(`${where}: <${child.name}>`);
    for (const [name, [least, most]] of Object.entries(model)) {
      const count = named(parent, name).length;
      if (count < least || count > most) faults.push(`${where}: ${count} × <${name}>`);
    }
    for (const child of elementsOf(parent)) checkChild(child, where);
    const alternates = named(parent, 'link')
      .filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')
      .map(({ attributes: { type = '', hreflang = '' } }) => `${type} ${hreflang}`);
    if (new Set(alternates).size < alternates.length) faults.push(`${where}: two alternate links alike`);
  }

  function checkChild(child: XmlElement, where: string): void {
    const { name, attributes, text } = child;
    const fault = (what: string) => faults.push(`${where}: <${name}> ${what}`);
    if (name === 'id') {
      if (!/^[a-z][a-z0-9+.-]*:\S+$/.test(text)) fault(`${text} is no IRI`);
      if (ids.has(text)) fault(`${text} stands twice`);
      ids.add(text);
    }
    if (name === 'updated' || name === 'published') {
      const isDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(text);
      if (!isDate || Number.isNaN(Date.parse(text))) fault(`${text} is no date`);
    }
    if (name === 'link') {
      const allowed = ['href', 'rel', 'type', 'hreflang', 'title', 'length', ...common];
      for (const attribute of Object.keys(attributes)) if (!allowed.includes(attribute)) fault(attribute);
      if (!URL.canParse(attributes['href'] ?? '//', 'https://base.example/')) fault('has no address');
      if (!/^[\w-]+\/[\w.+-]+$/.test(attributes['type'] ?? 'text/html')) fault('has no media type');
      if (!/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(attributes['hreflang'] ?? 'en'))
        fault('has no language');
    }
    if (persons.includes(name)) check(child, personModel);
    if (name === 'name' && text.trim() === '') fault('is empty');
    if (texts.includes(name) || name === 'content') checkText(child, fault);
    if (name === 'entry') {
      check(child, entryModel);
      const isAlternate = ({ attributes: { rel = 'alternate' } }: XmlElement) => rel === 'alternate';
      if (named(child, 'content').length === 0 && !named(child, 'link').some(isAlternate))
        fault('has neither content nor an alternate');
      if (named(child, 'author').length === 0 && named(root, 'author').length === 0) fault('has no author');
    }
  }

  function checkText(child: XmlElement, fault: (what: string) => unknown): void {
    const { type = 'text' } = child.attributes;
    const inside = elementsOf(child);
    if (!['text', 'html', 'xhtml'].includes(type)) fault(`has the type ${type}`);
    if (type !== 'xhtml' && inside.length > 0) fault('has elements');
    if (type !== 'xhtml') return;
    const [div] = inside;
    if (inside.length !== 1 || div?.name !== 'div' || div.attributes['xmlns'] !== xhtml)
      fault('is not one XHTML div');
  }

  if (root.name !== 'feed' || root.attributes['xmlns'] !== 'http://www.w3.org/2005/Atom')
    faults.push('the root is no feed');
  check(root, feedModel);
  if (!named(root, 'link').some(({ attributes: { rel } }) => rel === 'self'))
    faults.push('no link to itself');
  return faults;
}

/**
 * Finds CSS and JavaScript features that the story's oldest browsers (scripts/browser-floor.mjs) don't support, by MDN's
 * compatibility data. Script features are looked up by name alone, without types: if several interfaces have a method of this
 * name, it counts as supported if any of them has it.
 */
import bcd from '@mdn/browser-compat-data' with { type: 'json' };
import type { CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';
import postcss from 'postcss';
import ts from 'typescript';
import { floor } from '../../scripts/browser-floor.mjs';

/** The first version that supports a feature without a prefix or a flag; Infinity if none does. */
function firstWith(support: SimpleSupportStatement | readonly SimpleSupportStatement[] | undefined): number {
  for (const each of [support ?? []].flat()) {
    if (each.flags || each.prefix || each.alternative_name || each.version_removed) continue;
    if (typeof each.version_added === 'string')
      return Number.parseFloat(each.version_added.replace('≤', '')) || Infinity;
  }
  return Infinity;
}

/**
 * The browsers whose oldest version lacks a feature, with the first version that has it (`chrome 105`); empty if MDN doesn't know
 * the feature.
 */
function lackedBy(compat: CompatStatement | undefined): readonly string[] {
  return Object.entries(floor).flatMap(([browser, oldest]) => {
    const first = compat ? firstWith(compat.support[browser as keyof typeof floor]) : 0;
    return first > oldest ? [`${browser} ${first}`] : [];
  });
}

const at = (tree: Identifier | undefined, name: string): Identifier | undefined => tree?.[name];

/** All features in a subtree of the compatibility data, by name. */
function namesUnder(tree: Identifier, found = new Map<string, CompatStatement[]>()) {
  for (const [name, node] of Object.entries(tree)) {
    if (name === '__compat') continue;
    const { __compat: compat } = node as Identifier;
    const plain = name.replace(/_(static|event|permission)$/, '');
    if (compat) found.set(plain, [...(found.get(plain) ?? []), compat]);
    namesUnder(node as Identifier, found);
  }
  return found;
}

const css = bcd.css as unknown as Readonly<Record<string, Identifier>>;
const valueFunctions = namesUnder(css.types ?? {});
const lengths = at(css.types, 'length');

function unitOf(unit: string): Identifier | undefined {
  const views: Readonly<Record<string, string>> = { s: 'small', l: 'large', d: 'dynamic' };
  if (/^[sld]v(h|w|i|b|min|max)$/.test(unit))
    return at(lengths, `viewport_percentage_units_${views[unit[0] ?? ''] ?? ''}`);
  return at(lengths, /^cq/.test(unit) ? 'container_query_length_units' : unit);
}

/** @returns each newer feature of a style sheet with the browsers that lack it */
export function newerStyles(sheet: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const check = (name: string, compat: CompatStatement | undefined) => {
    const lacked = lackedBy(compat);
    if (lacked.length > 0) found.set(name, lacked);
  };
  postcss.parse(sheet).walk((node) => {
    if (node.type === 'rule') {
      if (node.parent?.type === 'rule') check('nesting', at(css.selectors, 'nesting')?.__compat);
      for (const [, name = ''] of node.selector.matchAll(/(?<!\\)::?([a-z-]+)/g))
        check(`:${name}`, at(css.selectors, name)?.__compat);
    } else if (node.type === 'atrule') {
      const rule = at(css['at-rules'], node.name);
      check(`@${node.name}`, rule?.__compat);
      for (const [, name = ''] of node.params.matchAll(/\(([a-z-]+)/g))
        check(`@${node.name} ${name}`, at(rule, name)?.__compat);
      if (/[<>]/.test(node.params) && node.name === 'media')
        check('@media ranges', at(rule, 'range_syntax')?.__compat);
    } else if (node.type === 'decl') {
      const value = node.value.replace(/"[^"]*"|'[^']*'/g, '');
      const property = at(css.properties, node.prop);
      check(node.prop, property?.__compat);
      for (const [word] of value.matchAll(/(?<![\w-])[a-z][a-z-]*(?![\w-]*\()/g))
        check(`${node.prop}: ${word}`, at(property, word)?.__compat);
      for (const [, name = ''] of value.matchAll(/(?<![\w-])([a-z][\w-]*)\(/g)) {
        if (name === 'type')
          check('attr: type', at(at(css.types, 'attr'), 'type')?.__compat ?? valueFunctions.get('type')?.[0]);
        else check(`${name}()`, valueFunctions.get(name)?.[0]);
      }
      for (const [, unit = ''] of value.matchAll(/(?<![\w#-])[\d.]+([a-z]+)\b/gi))
        check(`1${unit}`, unitOf(unit)?.__compat);
    }
  });
  return found;
}

const calls = namesUnder({ api: bcd.api, builtins: bcd.javascript.builtins } as unknown as Identifier);

/** @returns each newer call, global or syntax of a script with the browsers that lack it */
export function newerScript(script: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const check = (name: string) => {
    // Names of up to three letters come from the minifier, not from the platform.
    const all = name.length < 4 ? [] : (calls.get(name) ?? []).map(lackedBy);
    if (all.length > 0 && all.every((lacked) => lacked.length > 0)) found.set(name, all[0] ?? []);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isClassStaticBlockDeclaration(node)) found.set('static block', ['safari 16.4']);
    if (ts.isRegularExpressionLiteral(node)) {
      if (/\(\?<[=!]/.test(node.text)) found.set(`lookbehind ${node.text}`, ['safari 16.4']);
      if (/\/[a-z]*v[a-z]*$/.test(node.text))
        found.set(`flag v ${node.text}`, ['chrome 112', 'firefox 116', 'safari 17']);
    }
    if (ts.isAwaitExpression(node) && !ts.findAncestor(node, ts.isFunctionLike))
      found.set('top-level await', []);
    // Only calls and `new` count: an object key of ours may have the name of a newer method.
    if (
      (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      ts.isPropertyAccessExpression(node.expression)
    )
      check(node.expression.name.text);
    else if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression))
      check(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.js', script, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS));
  return found;
}

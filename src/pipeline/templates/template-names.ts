import { nearest } from '../../model/suggest.js';
import { templateCodes } from './template-codes.js';
import type { Settings } from '../settings.js';
import type { Place } from './template-errors.js';
import { isNode, nameOf } from './template-tree.js';
import type { Node } from './template-tree.js';

/** What every template has, whatever it is for. */
const ALWAYS =
  'pipeline loop range namespace caller true false none True False None raise_exception strftime_now'.split(
    ' ',
  );

const OF_DATES = ['year', 'month', 'day', 'isoformat', 'strftime'];

/** Attributes of a rule's attributes, where they are not strings or lists to pySigma. */
const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['logsource', ['category', 'product', 'service', 'definition']],
  ['level', ['name', 'value']],
  ['status', ['name', 'value']],
  ['date', OF_DATES],
  ['modified', OF_DATES],
]);

/**
 * Reports names that a template uses and neither has nor sets itself.
 * @param given the values that it is rendered with, besides the pipeline
 */
export function checkNames(
  root: Node,
  given: readonly string[],
  settings: Settings,
  place: Place,
): void {
  const own = new Set<string>();
  bound(root, own);
  const names = new Set([...given, ...ALWAYS, ...own]);
  const told = new Set<string>();
  const tell = (name: string, among: readonly string[]): void => {
    if (told.has(name)) return;
    told.add(name);
    const like = nearest(name, among);
    const hint = like ? `Did you mean \`${like}\`?` : `Use one of: ${among.join(', ')}.`;
    settings.fail(templateCodes['pipeline-template-unknown']({ name, hint }), place(name));
  };
  used(root, (node) => {
    if (node.type === 'Identifier') {
      const name = String(node['value']);
      if (!names.has(name)) tell(name, [...given, 'pipeline', ...own]);
      return;
    }
    const { object, property, computed } = node;
    if (computed === true || !isNode(object) || object.type !== 'MemberExpression') return;
    const key = nameOf(property);
    if (key === null || nameOf(object['object']) !== 'rule') return;
    const holder = nameOf(object['property']) ?? '';
    const known = ATTRIBUTES.get(holder);
    if (!known || known.includes(key)) return;
    tell(
      `rule.${holder}.${key}`,
      known.map((k) => `rule.${holder}.${k}`),
    );
  });
}

function children(node: Node): [key: string, child: Node][] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? (value as readonly unknown[]) : [value])
      .filter(isNode)
      .map((child): [string, Node] => [key, child]),
  );
}

/** Names that the template sets anywhere: with `set`, `for`, `macro` or `call`. */
function bound(node: Node, found: Set<string>): void {
  const { type } = node;
  const targets: unknown[] = [];
  if (type === 'Set') targets.push(node['assignee']);
  if (type === 'For') targets.push(node['loopvar']);
  if (type === 'Macro') targets.push(node['name'], ...(node['args'] as unknown[]));
  if (type === 'CallStatement') targets.push(...((node['callerArgs'] as unknown[] | null) ?? []));
  for (const target of targets) bind(target, found);
  for (const [, child] of children(node)) bound(child, found);
}

function bind(target: unknown, found: Set<string>): void {
  if (!isNode(target)) return;
  if (target.type === 'Identifier') found.add(String(target['value']));
  else if (target.type === 'TupleLiteral') {
    for (const part of target['value'] as readonly unknown[]) bind(part, found);
  } else if (target.type === 'KeywordArgumentExpression') bind(target['key'], found);
}

/** Calls back for each name that is read, and each attribute, but where it may be missing. */
function used(node: Node, tell: (node: Node) => void): void {
  const { type } = node;
  if (type === 'Identifier' || type === 'MemberExpression') tell(node);
  const isGuarded =
    (type === 'TestExpression' && /^(?:un)?defined$/.test(nameOf(node['test']) ?? '')) ||
    (type === 'FilterExpression' && /^(?:default|d)$/.test(nameOf(node['filter']) ?? ''));
  for (const [key, child] of children(node)) {
    if (isGuarded && key === 'operand') continue;
    if (type === 'TestExpression' && key === 'test') continue;
    if (type === 'MemberExpression' && key === 'property' && node['computed'] !== true) continue;
    if (type === 'KeywordArgumentExpression' && key === 'key') continue;
    if (key === 'operator') continue;
    const isFilter =
      (type === 'FilterExpression' || type === 'FilterStatement') && key === 'filter';
    if (!isFilter) used(child, tell);
    else if (child.type === 'CallExpression') {
      for (const argument of child['args'] as readonly unknown[]) {
        if (isNode(argument)) used(argument, tell);
      }
    }
  }
}

import { Template } from '@huggingface/jinja';
import { METADATA_KEYS } from '../../model/metadata.js';
import { nearest } from '../../model/suggest.js';
import { positionAt } from '../../source/span.js';
import type { Span } from '../../source/span.js';
import { templateCodes } from './template-codes.js';
import type { Settings } from '../settings.js';
import {
  FILTERS,
  ITEM_FILTERS,
  MAPPERS,
  MEMBERS,
  MEMBER_NAMES,
  METHODS,
  OF_STRINGS,
  OPERATORS,
  PATHS,
} from './template-filters.js';
import type { Filter } from './template-filters.js';
import { argumentsOf } from './template-arguments.js';
import {
  NO_VALUE,
  errorSpan,
  parseReason,
  parseTemplate,
  placesIn,
  reasonOf,
} from './template-errors.js';
import type { Place } from './template-errors.js';
import { checkNames } from './template-names.js';
import { becomeCall, isNode, nameOf } from './template-tree.js';
import type { Node } from './template-tree.js';

/*
 * Templates are Jinja's, run by an interpreter that knows the values it is given and nothing else:
 * no file, no code.
 * https://jinja.palletsprojects.com/en/stable/templates/
 */

export interface ReadTemplate {
  /** Throws an `Error` that says where the template is. */
  readonly render: (values: Readonly<Record<string, unknown>>) => string;
  /** Attributes of `rule.custom_attributes` that it writes, whatever the rule has. */
  readonly custom: readonly string[];
  readonly span: Span;
}

/** What a template may know of a rule. */
export const RULE_NAMES = [
  ...METADATA_KEYS,
  'related',
  'logsource',
  'custom_attributes',
  'source',
] as const;

/** Filters that the interpreter has. */
const OWN_FILTERS = 'string indent abs items bool selectattr rejectattr map tojson'.split(' ');

/** @param given the names of the values that it is rendered with, besides the pipeline */
export function readTemplate(settings: Settings, given: readonly string[]): ReadTemplate | null {
  const refused = ['path', 'vars'].filter((k) =>
    settings.map.entries.some(({ key }) => key.text === k),
  );
  for (const key of refused) settings.node(key);
  if (refused.length > 0) {
    const key = refused[0]!;
    settings.fail(templateCodes['pipeline-refused-key']({ key }), settings.span(key));
  }
  if (settings.flag('autoescape')) {
    const expected = 'false: write `|e` after what is to be escaped';
    settings.wrongType('autoescape', expected, settings.span('autoescape'));
  }
  const node = settings.scalar('template');
  if (!node) {
    settings.missing('template');
    return null;
  }
  const { span } = node;
  try {
    const template = new Template('');
    // Jinja trims no blocks unless it is told to.
    template.parsed = parseTemplate(node.text);
    const custom = new Set<string>();
    const place = placesIn(node);
    checkNames(template.parsed as unknown as Node, given, settings, place);
    visit(template.parsed as unknown as Node, false, {
      settings,
      place,
      custom,
      told: new Set(),
      made: new Set(),
    });
    return {
      span,
      custom: [...custom],
      render: (values) => run(template, values, span),
    };
  } catch (error) {
    const reason = parseReason(error);
    settings.fail(templateCodes['pipeline-template']({ reason }), errorSpan(node, error));
    return null;
  }
}

function run(template: Template, values: Readonly<Record<string, unknown>>, span: Span): string {
  const tables = {
    ...FILTERS,
    ...MEMBERS,
    ...Object.fromEntries(
      Object.entries(METHODS).map(([name, f]) => [methodName(name), ofValue(name, f)]),
    ),
    ...OF_STRINGS,
    ...MAPPERS,
    ...PATHS,
    ...OPERATORS,
  };
  const functions = Object.entries(tables).map(([name, f]) => [filterName(name), f] as const);
  let steps = 0;
  const take = (more: number): void => {
    steps += more;
    if (steps > MAX_STEPS) throw new Error(`it takes more than ${MAX_STEPS} steps`);
  };
  const own = {
    ...Object.fromEntries(functions),
    [STEP]: () => {
      take(1);
      return '';
    },
    [RANGE]: (...given: readonly unknown[]) => {
      const [from, to, by] = given.length > 1 ? given.map(Number) : [0, Number(given[0])];
      const length = Math.max(0, Math.ceil((to! - from!) / (by ?? 1)));
      take(Number.isFinite(length) ? length : MAX_STEPS + 1);
      return Array.from({ length }, (_, i) => from! + i * (by ?? 1));
    },
  };
  try {
    const made = template.render({ ...own, ...values });
    const most = MAX_TEXT + MAX_GROWTH * lengthOf(values['query'] ?? values['queries']);
    if (made.length > most) throw new Error(`it writes more than ${most} characters`);
    return made;
  } catch (error) {
    throw new Error(`${reasonOf(error)} (${placeOf(span)})`, { cause: error });
  }
}

export function placeOf({ file, start }: Span): string {
  const { line } = positionAt(file, start);
  return `${file.path}:${line}`;
}

/** Methods of dates give nothing for no date. */
function ofValue(name: string, method: Filter): Filter {
  if (name === 'isoformat' || name === 'strftime') return method;
  return (value, ...args) => {
    if (value === null || value === undefined) throw new Error(NO_VALUE);
    return method(value, ...args);
  };
}

/** Rounds of all loops of one template together, and the numbers that they go through. */
const MAX_STEPS = 100_000;

/** Characters that a template writes, besides so many for each of the query. */
const MAX_TEXT = 1_000_000;
const MAX_GROWTH = 20;

function lengthOf(queries: unknown): number {
  if (typeof queries === 'string') return queries.length;
  return Array.isArray(queries) ? queries.reduce<number>((sum, q) => sum + lengthOf(q), 0) : 0;
}

const STEP = '__step';
const RANGE = '__range';

const filterName = (name: string): string => `__${name}`;
const methodName = (name: string): string => `method_${name}`;

interface Visit {
  readonly settings: Settings;
  readonly place: Place;
  readonly custom: Set<string>;
  /** Attributes that were told of. */
  readonly told: Set<string>;
  /** Filters that were put in place here. */
  readonly made: Set<Node>;
}

/**
 * Checks names and filters, and puts calls in place of filters that are ours.
 * @param guarded whether the template itself looks to what is missing: `default`, `if`, `is defined`
 */
function visit(node: Node, guarded: boolean, to: Visit): void {
  const safe =
    guarded ||
    node.type === 'TestExpression' ||
    (node.type === 'FilterExpression' && /^(?:default|d)$/.test(nameOf(node['filter']) ?? ''));
  if (node.type === 'FilterExpression' || node.type === 'FilterStatement') filter(node, to);
  if (node.type === 'CallExpression') method(node, to);
  if (node.type === 'BinaryExpression' && isNode(node['operator'])) {
    const ours = OURS.get(String(node['operator']['value']));
    if (ours) becomeCall(node, filterName(ours), [node['left'], node['right']]);
  }
  if (node.type === 'MemberExpression') member(node, guarded, to);
  if (node.type === 'Identifier' && node['value'] === 'range') node['value'] = RANGE;
  if (node.type === 'For') {
    const step: Node = {
      type: 'CallExpression',
      callee: { type: 'Identifier', value: STEP },
      args: [],
    };
    (node['body'] as Node[]).unshift(step);
  }
  for (const [key, value] of Object.entries(node)) {
    const inside = safe || key === 'test';
    const children = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    for (const child of children) if (isNode(child)) visit(child, inside, to);
  }
}

/** Operators that are functions here: of strings the interpreter has no `%`, and it takes '5' for 5. */
const OURS: ReadonlyMap<string, string> = new Map([
  ['%', 'modulo'],
  ['==', 'equal'],
  ['!=', 'unequal'],
]);

/** Names of filters that the interpreter has under another. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['d', 'default'],
  ['count', 'length'],
]);

function filter(node: Node, { settings, place, made }: Visit): void {
  const given = nameOf(node['filter']);
  if (given === null || made.has(node)) return;
  const name = ALIASES.get(given) ?? given;
  if (name !== given) rename(node['filter'] as Node, name);
  if (node.type === 'FilterExpression' && Object.hasOwn(FILTERS, name)) {
    const args = argumentsOf(name, node['filter'], true, settings, place);
    becomeCall(node, filterName(name), [node['operand'], ...args]);
    return;
  }
  if (node.type === 'FilterExpression' && OWN_FILTERS.includes(name)) {
    const args = argumentsOf(name, node['filter'], false, settings, place);
    node['filter'] = called(name, args);
    if (name === 'tojson') {
      // Jinja's result may go into HTML as it is.
      const inner = { ...node };
      made.add(inner);
      becomeCall(node, filterName('html_safe'), [inner]);
      return;
    }
  }
  const attribute = Object.hasOwn(OF_STRINGS, name) ? attributeIn(node['filter']) : null;
  if (attribute) {
    becomeCall(node, filterName(name), [node['operand'], ...attribute]);
    return;
  }
  const tell = (unknown: string, known: readonly string[]): void => {
    const like = nearest(unknown, known);
    const hint = like ? `Did you mean \`${like}\`?` : `Use one of: ${known.join(', ')}.`;
    settings.fail(
      templateCodes['pipeline-template-filter']({ name: unknown, hint }),
      place(unknown),
    );
  };
  const mapper = name === 'map' ? mapperIn(node['filter']) : null;
  if (mapper) {
    const applied = String(mapper[0]['value']);
    if (ITEM_FILTERS.includes(applied)) {
      becomeCall(node, filterName('map_by'), [node['operand'], ...mapper]);
    } else tell(applied, ITEM_FILTERS);
    return;
  }
  if (OWN_FILTERS.includes(name) || Object.hasOwn(FILTERS, name)) return;
  tell(name, [...OWN_FILTERS, ...Object.keys(FILTERS), ...ALIASES.keys()].sort());
}

function rename(filter: Node, name: string): void {
  const named = filter.type === 'CallExpression' ? (filter['callee'] as Node) : filter;
  named['value'] = name;
}

/** A filter with its arguments, of which the interpreter knows that of `tojson` by its name alone. */
function called(name: string, given: readonly Node[]): Node {
  const callee = { type: 'Identifier', value: name };
  const keyword = (value: Node): Node => ({
    type: 'KeywordArgumentExpression',
    key: { type: 'Identifier', value: 'indent' },
    value,
  });
  const args = name === 'tojson' ? given.map(keyword) : given;
  return args.length === 0 ? callee : { type: 'CallExpression', callee, args };
}

/** The arguments of `map("upper")`; null of `map(attribute="name")`. */
function mapperIn(written: unknown): readonly [Node, ...Node[]] | null {
  if (!isNode(written) || written.type !== 'CallExpression') return null;
  const [first, ...rest] = written['args'] as readonly Node[];
  return first?.type === 'StringLiteral' ? [first, ...rest] : null;
}

/** The arguments of `map(attribute="name")` or `selectattr("name", …)`; null of other attributes. */
function attributeIn(written: unknown): readonly unknown[] | null {
  if (!isNode(written) || written.type !== 'CallExpression') return null;
  const [first, ...rest] = written['args'] as readonly Node[];
  const named = first?.type === 'KeywordArgumentExpression' ? (first['value'] as Node) : first;
  return named?.type === 'StringLiteral' && MEMBER_NAMES.includes(String(named['value']))
    ? [named, ...rest]
    : null;
}

/** Methods that the interpreter has. */
const OWN_METHODS =
  'upper lower title startswith endswith split replace get items keys values to_dict'.split(' ');

/** `rule.date.isoformat()` */
function method(node: Node, { settings, place }: Visit): void {
  const callee = node['callee'];
  if (!isNode(callee) || callee.type !== 'MemberExpression' || callee['computed'] === true) return;
  const name = nameOf(callee['property']);
  if (name === null || OWN_METHODS.includes(name)) return;
  if (!Object.hasOwn(METHODS, name)) {
    const known = [...OWN_METHODS, ...Object.keys(METHODS)].sort();
    const like = nearest(name, known);
    const hint = like ? `Did you mean \`${like}\`?` : `Use one of: ${known.join(', ')}.`;
    settings.fail(templateCodes['pipeline-template-method']({ name, hint }), place(name));
    return;
  }
  becomeCall(node, filterName(methodName(name)), [
    callee['object'],
    ...(node['args'] as readonly unknown[]),
  ]);
}

function member(node: Node, guarded: boolean, { settings, place, custom, told }: Visit): void {
  const { object, property, computed } = node as Node & { computed?: boolean };
  if (computed || !isNode(object) || !isNode(property)) return;
  const name = String(property['value']);
  if (object.type === 'Identifier' && object['value'] === 'rule') {
    if (name === 'to_dict') return;
    const attribute = unknownAttribute(name);
    // One that the template does without is not a mistake, unless it resembles a known one.
    const isSlip = !guarded || nearest(name, RULE_NAMES) !== null;
    if (attribute && isSlip && !told.has(name)) {
      told.add(name);
      settings.fail(attribute, place(name));
    }
    return;
  }
  if (MEMBER_NAMES.includes(name)) {
    const isPath = nameOf(object['property']) === 'path' && nameIn(object['object']) === 'source';
    becomeCall(node, filterName(isPath && name === 'name' ? 'file_name' : `of_${name}`), [object]);
    return;
  }
  const holder = object['object'];
  const isCustom =
    object.type === 'MemberExpression' &&
    isNode(holder) &&
    holder['value'] === 'rule' &&
    nameOf(object['property']) === 'custom_attributes';
  if (isCustom && !guarded && name !== 'get' && name !== 'items') custom.add(name);
}

/** `source` of `rule.source` */
const nameIn = (node: unknown): string | null =>
  isNode(node) && node.type === 'MemberExpression' ? nameOf(node['property']) : null;

/** What to say of an attribute that no rule has; null if rules have it. */
export function unknownAttribute(
  name: string,
): ReturnType<(typeof templateCodes)['pipeline-template-attribute']> | null {
  if (RULE_NAMES.some((n) => n === name)) return null;
  const like = nearest(name, RULE_NAMES);
  if (name === 'detection') {
    const hint = 'Write `rule.to_dict().detection`, which is as the rule has it.';
    return templateCodes['pipeline-template-attribute']({ name, hint });
  }
  const hint = like
    ? `Did you mean \`rule.${like}\`?`
    : `For a key of your own write \`rule.custom_attributes.${name}\`.`;
  return templateCodes['pipeline-template-attribute']({ name, hint });
}

import { Template, parse, tokenize } from '@huggingface/jinja';
import { METADATA_KEYS } from '../model/metadata.js';
import { nearest } from '../model/suggest.js';
import { positionAt } from '../source/span.js';
import type { Span } from '../source/span.js';
import { codes } from './codes.js';
import type { Settings } from './settings.js';
import { FILTERS, MEMBERS } from './template-filters.js';

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
export const RULE_NAMES = [...METADATA_KEYS, 'logsource', 'custom_attributes', 'source'] as const;

/** Filters that the interpreter has. */
const OWN_FILTERS = (
  'list first last length count reverse sort join string unique indent int float abs items bool ' +
  'selectattr rejectattr map default d tojson'
).split(' ');

export function readTemplate(settings: Settings): ReadTemplate | null {
  if (settings.has('path') || settings.has('vars')) {
    const key = settings.has('path') ? 'path' : 'vars';
    settings.node('path');
    settings.node('vars');
    settings.fail(codes['pipeline-refused-key']({ key }), settings.span(key));
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
    template.parsed = parse(tokenize(node.text, {}));
    const custom = new Set<string>();
    visit(template.parsed as unknown as Node, false, { settings, span, custom });
    return {
      span,
      custom: [...custom],
      render: (values) => run(template, values, span),
    };
  } catch (error) {
    settings.fail(codes['pipeline-template']({ reason: reasonOf(error) }), span);
    return null;
  }
}

function run(template: Template, values: Readonly<Record<string, unknown>>, span: Span): string {
  const functions = Object.entries({ ...FILTERS, ...MEMBERS }).map(
    ([name, f]) => [filterName(name), f] as const,
  );
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
    return template.render({ ...own, ...values });
  } catch (error) {
    throw new Error(`${reasonOf(error)} (${placeOf(span)})`, { cause: error });
  }
}

export function placeOf({ file, start }: Span): string {
  const { line } = positionAt(file, start);
  return `${file.path}:${line}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Rounds of all loops of one template together, and the numbers that they go through. */
const MAX_STEPS = 100_000;

const STEP = '__step';
const RANGE = '__range';

const filterName = (name: string): string => `__${name}`;

/** A node of the interpreter's own tree. */
interface Node {
  type: string;
  [key: string]: unknown;
}

interface Visit {
  readonly settings: Settings;
  readonly span: Span;
  readonly custom: Set<string>;
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && 'type' in value;
}

/**
 * Checks names and filters, and puts calls in place of filters that are ours.
 * @param guarded whether the template itself looks to what is missing: `default`, `if`, `is defined`
 */
function visit(node: Node, guarded: boolean, to: Visit): void {
  if (node.type === 'FilterExpression' || node.type === 'FilterStatement') filter(node, to);
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
  const safe =
    guarded ||
    node.type === 'TestExpression' ||
    (node.type === 'FilterExpression' && /^(?:default|d)$/.test(nameOf(node['filter']) ?? ''));
  for (const [key, value] of Object.entries(node)) {
    const inside = safe || key === 'test';
    const children = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    for (const child of children) if (isNode(child)) visit(child, inside, to);
  }
}

function nameOf(filterNode: unknown): string | null {
  if (!isNode(filterNode)) return null;
  const named = filterNode.type === 'CallExpression' ? filterNode['callee'] : filterNode;
  return isNode(named) && typeof named['value'] === 'string' ? named['value'] : null;
}

function filter(node: Node, { settings, span }: Visit): void {
  const name = nameOf(node['filter']);
  if (name === null) return;
  if (node.type === 'FilterExpression' && Object.hasOwn(FILTERS, name)) {
    const written = node['filter'] as Node;
    const args = written.type === 'CallExpression' ? (written['args'] as Node[]) : [];
    const operand = node['operand'];
    delete node['filter'];
    delete node['operand'];
    node.type = 'CallExpression';
    node['callee'] = { type: 'Identifier', value: filterName(name) };
    node['args'] = [operand, ...args];
    return;
  }
  if (OWN_FILTERS.includes(name) || Object.hasOwn(FILTERS, name)) return;
  const known = [...OWN_FILTERS, ...Object.keys(FILTERS)];
  const like = nearest(name, known);
  const hint = like ? `Did you mean \`${like}\`?` : `Use one of: ${known.join(', ')}.`;
  settings.fail(codes['pipeline-template-filter']({ name, hint }), span);
}

function member(node: Node, guarded: boolean, { settings, span, custom }: Visit): void {
  const { object, property, computed } = node as Node & { computed?: boolean };
  if (computed || !isNode(object) || !isNode(property)) return;
  const name = String(property['value']);
  if (object.type === 'Identifier' && object['value'] === 'rule') {
    const attribute = unknownAttribute(name);
    if (attribute) settings.fail(attribute, span);
    return;
  }
  if (name === 'name' || name === 'namespace') {
    delete node['object'];
    delete node['property'];
    node.type = 'CallExpression';
    node['callee'] = { type: 'Identifier', value: filterName(`of_${name}`) };
    node['args'] = [object];
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

/** What to say of an attribute that no rule has; null if rules have it. */
export function unknownAttribute(
  name: string,
): ReturnType<(typeof codes)['pipeline-template-attribute']> | null {
  if (RULE_NAMES.some((n) => n === name)) return null;
  const like = nearest(name, RULE_NAMES);
  const hint = like
    ? `Did you mean \`rule.${like}\`?`
    : `For a key of your own write \`rule.custom_attributes.${name}\`.`;
  return codes['pipeline-template-attribute']({ name, hint });
}

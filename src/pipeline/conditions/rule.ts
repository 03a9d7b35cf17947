import { METADATA_KEYS } from '../../model/metadata.js';
import { LOG_SOURCE_KEYS } from '../../model/rule.js';
import type { Rule } from '../../model/rule.js';
import type { Name } from '../../model/name.js';
import { nearest } from '../../model/suggest.js';
import type { Json } from '../../source/json.js';
import type { RuleTest } from '../pipeline.js';
import { itemsOf, valuesOf } from '../../model/rewrite.js';
import { codes } from '../codes.js';
import { jsonOf } from '../settings.js';
import type { Settings } from '../settings.js';
import { isValue } from '../values.js';
import { isInOrder, same, stateTest } from './state.js';

export type RuleConditionReader = (settings: Settings) => RuleTest;

export const ruleConditions: Readonly<Record<string, RuleConditionReader>> = {
  logsource(settings) {
    const wanted = LOG_SOURCE_KEYS.flatMap((key) => {
      const text = settings.text(key);
      return text === null ? [] : [[key, settings.logSource(key, [text])] as const];
    });
    if (!LOG_SOURCE_KEYS.some((key) => settings.has(key))) settings.withoutLogSource();
    return ({ logsource }) =>
      wanted.every(([key, texts]) => logsource[key].some((n) => texts.includes(n.text)));
  },
  contains_field(settings) {
    const field = fieldIn(settings);
    return (rule) => itemsOf(rule).some((i) => i.field?.text === field);
  },
  contains_detection_item(settings) {
    const field = fieldIn(settings);
    if (!settings.has('value')) settings.missing('value');
    const value = settings.json('value');
    return (rule) =>
      itemsOf(rule).some(
        (i) => i.field?.text === field && valuesOf(i).some((v) => isValue(v, value)),
      );
  },
  is_sigma_rule: () => (rule) => !isCorrelation(rule),
  is_sigma_correlation_rule: () => isCorrelation,
  processing_item_applied(settings) {
    const id = settings.required('processing_item_id');
    return (_, run) => run.applied.has(id);
  },
  processing_state: stateTest,
  rule_attribute(settings) {
    const attribute = settings.required('attribute');
    const value = settings.json('value');
    const operator = settings.choice(
      'op',
      ['eq', 'ne', 'gte', 'gt', 'lte', 'lt', 'in', 'not_in'],
      'eq',
    );
    if (value === null) settings.missing('value');
    else checkComparison(settings, attribute, operator, value);
    checkAttribute(settings, attribute);
    return (rule, run) => {
      const found = attributeOf(rule, attribute) ?? run.attributes.get(attribute);
      return found !== undefined && found !== null && compare(attribute, found, operator, value);
    };
  },
  tag(settings) {
    const tag = settings.required('tag').toLowerCase();
    if (tag !== '' && !tag.includes('.')) {
      const expected = 'a namespace and a name, such as attack.t1059';
      settings.wrongType('tag', expected, settings.node('tag')!.span);
    }
    return (rule) => rule.tags.some((t) => t.text.toLowerCase() === tag);
  },
};

function fieldIn(settings: Settings): string {
  const field = settings.required('field');
  settings.checkFieldName(field, settings.node('field')?.span ?? settings.map.span);
  return field;
}

/** One that no rule has, and that resembles one that they have. A step may still set it. */
function checkAttribute(settings: Settings, name: string): void {
  const known = [...METADATA_KEYS, 'related'];
  const like = known.includes(name) ? null : nearest(name, known);
  const span = settings.node('attribute')?.span;
  if (span && /^logsource(?:\.|$)/.test(name)) {
    settings.fail(codes['pipeline-attribute-logsource']({ name }), span);
  }
  if (like && span) settings.warn(codes['pipeline-attribute-misspelt']({ name, like }), span);
}

/** What is postprocessed may be the query of a correlation. */
function isCorrelation({ document }: Rule): boolean {
  return document.entries.some((e) => e.key.text.toLowerCase() === 'correlation');
}

/** A rule's attribute: a string or a list of strings. */
export function attributeOf(rule: Rule, name: string): Json | undefined {
  const texts = (names: readonly Name[]): readonly string[] => names.map((n) => n.text);
  switch (name) {
    case 'title':
    case 'id':
    case 'name':
    case 'status':
    case 'level':
    case 'description':
    case 'author':
    case 'date':
    case 'modified':
    case 'license':
    case 'taxonomy':
      return rule[name];
    case 'references':
    case 'tags':
    case 'fields':
    case 'falsepositives':
    case 'scope':
      return texts(rule[name]);
    default: {
      const entry = rule.document.entries.find((e) => e.key.text === name)?.value;
      return entry && jsonOf(entry);
    }
  }
}

type Operator = 'eq' | 'ne' | 'gte' | 'gt' | 'lte' | 'lt' | 'in' | 'not_in';

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  level: ['informational', 'low', 'medium', 'high', 'critical'],
  status: ['unsupported', 'deprecated', 'experimental', 'test', 'stable'],
};

/** Attributes that are strings, which have no order. */
const TEXTS = ['title', 'id', 'name', 'description', 'author', 'license', 'taxonomy'];

/** Reports a comparison that can never hold, whatever the rule. */
function checkComparison(
  settings: Settings,
  attribute: string,
  operator: Operator,
  value: Json,
): void {
  const wrong = (key: 'op' | 'value', given: string, known: readonly string[]): void => {
    const slots = { key, value: given, known: known.join(', '), hint: '' };
    const span = settings.node(key)?.span ?? settings.map.span;
    settings.fail(codes['pipeline-wrong-value'](slots), span);
  };
  if (value !== null && typeof value === 'object') {
    settings.wrongType('value', 'a single value', settings.node('value')!.span);
    return;
  }
  const order = ORDERS[attribute];
  const isDate = attribute === 'date' || attribute === 'modified';
  if (TEXTS.includes(attribute) && operator !== 'eq' && operator !== 'ne') {
    wrong('op', operator, ['eq', 'ne']);
  }
  if ((order || isDate) && (operator === 'in' || operator === 'not_in')) {
    wrong('op', operator, ['eq', 'ne', 'gte', 'gt', 'lte', 'lt']);
  }
  if (order && !order.includes(String(value).toLowerCase())) wrong('value', String(value), order);
  if (isDate && !/^\d{4}[-/]\d{1,2}[-/]\d{1,2}$/.test(String(value))) {
    const span = settings.node('value')?.span ?? settings.map.span;
    settings.wrongType('value', 'a date such as 2026-01-31', span);
  }
}

function compare(attribute: string, found: Json, operator: Operator, value: Json): boolean {
  if (Array.isArray(found)) {
    const within = found.some((f) => same(f as Json, value));
    return operator === 'in' ? within : operator === 'not_in' ? !within : operator === 'ne';
  }
  if (found !== null && typeof found === 'object') return operator === 'ne';
  const order = ORDERS[attribute];
  // Levels and statuses have names, whose case says nothing.
  const wanted = order && typeof value === 'string' ? value.toLowerCase() : value;
  if (operator === 'eq') return same(found, wanted);
  if (operator === 'ne') return !same(found, wanted);
  if (operator === 'in' || operator === 'not_in') return false;
  if (!order) return isInOrder(found, operator, value);
  const [a, b] = [found, value].map((v) => order.indexOf(String(v).toLowerCase()));
  return a! >= 0 && b! >= 0 && isInOrder(a!, operator, b!);
}

import { RE2JS } from 're2js';
import type { ConditionExpression } from '../../model/condition/ast.js';
import { resolveIdentifiers } from '../../model/condition/resolve.js';
import type { DetectionItem, DetectionNode, SearchIdentifier } from '../../model/detection.js';
import { foldDetection } from '../../model/detection-fold.js';
import { textMatcher } from '../../model/patterns/glob.js';
import { compareDecimals, decimalOf } from '../../model/decimal.js';
import { hasPlaceholder } from '../../model/patterns/pattern.js';
import type { Regex } from '../../model/regex/ast.js';
import { toRe2 } from '../../model/regex/dialects/re2.js';
import { itemsOf } from '../../model/rewrite.js';
import type { Rule } from '../../model/rule.js';
import type { Value } from '../../model/value.js';
import { isDataName } from '../../schemas/windows/windows.js';
import { isOfOtherChannel, isProvider } from './facts.js';
import { literalOf, textsOf } from '../literals.js';
import type { Facts } from './facts.js';

/** A rule as it is for events of which some fields are known. */
export interface Narrowed {
  /** Without what always holds there, and without alternatives that never do. */
  readonly rule: Rule;
  /** An item that keeps a condition from ever holding; null where each may hold. */
  readonly contradiction: DetectionItem | null;
  /** What a way of satisfying the rule needs, and that never holds there. */
  readonly dead: readonly Dead[];
}

/** An item, or one of the values of an item of which others may hold. */
export type Dead = DetectionItem | Value;

/** What a part of a rule is: always true, never, or what is left of it. */
type Part<T> = T | boolean;

/** Items that the facts decide, whatever the event. */
interface Decided {
  readonly never: DetectionItem[];
  readonly always: DetectionItem[];
  /** Of items of which another value may hold. */
  readonly neverValues: Value[];
}

/** Decides what a source's own facts decide of a rule. The same rule where they decide nothing. */
export function narrow(rule: Rule, facts: Facts): Narrowed {
  if (facts.size === 0) return { rule, contradiction: null, dead: [] };
  return new Narrowing(rule, facts).run();
}

class Narrowing {
  /** Null if the rule does not specify it. */
  private readonly eventIds: readonly string[] | null;
  private readonly bodies: ReadonlyMap<SearchIdentifier, Part<DetectionNode>>;
  private readonly decided = new Map<SearchIdentifier, Decided>();
  private readonly dead = new Set<Dead>();
  /** What decides the condition at hand against the rule. */
  private readonly against: DetectionItem[] = [];

  constructor(
    private readonly rule: Rule,
    private readonly facts: Facts,
  ) {
    this.eventIds = eventIdsOf(rule);
    this.bodies = new Map(
      rule.detection.identifiers.map((identifier) => {
        const decided: Decided = { never: [], always: [], neverValues: [] };
        this.decided.set(identifier, decided);
        return [identifier, this.node(identifier.body, decided)];
      }),
    );
  }

  run(): Narrowed {
    const { detection } = this.rule;
    let contradiction: DetectionItem | null = null;
    const conditions = detection.conditions.map((condition) => {
      this.against.length = 0;
      const expression = this.condition(condition.expression, true);
      if (expression === false) contradiction ??= this.against[0] ?? null;
      return typeof expression === 'boolean' || expression === condition.expression
        ? condition
        : { ...condition, expression };
    });
    const dead = [...this.dead];
    if (contradiction) return { rule: this.rule, contradiction, dead };
    const identifiers = detection.identifiers.map((identifier) => {
      const body = this.bodies.get(identifier)!;
      return typeof body === 'boolean' || body === identifier.body
        ? identifier
        : { ...identifier, body };
    });
    const same =
      identifiers.every((n, i) => n === detection.identifiers[i]) &&
      conditions.every((n, i) => n === detection.conditions[i]);
    const rule = same
      ? this.rule
      : { ...this.rule, detection: { ...detection, identifiers, conditions } };
    return { rule, contradiction: null, dead };
  }

  private node(root: DetectionNode, decided: Decided): Part<DetectionNode> {
    return foldDetection<Part<DetectionNode>>(root, {
      item: (item) => this.item(item, decided),
      group: (parts, node) => {
        if (node.items.length === 0) return node;
        const all = node.linking === 'all';
        if (parts.includes(!all)) return !all;
        const items = parts.flatMap((p) => (typeof p === 'boolean' ? [] : [p]));
        if (items.length === 0) return all;
        const same = items.length === node.items.length;
        if (same && items.every((n, i) => n === node.items[i])) return node;
        return items.length === 1 ? items[0]! : { ...node, items };
      },
    });
  }

  private item(item: DetectionItem, decided: Decided): Part<DetectionItem> {
    const tests = this.testsOf(item);
    if (!tests) return item;
    const verdicts = tests.map((test) => holdsOf(item, test));
    const [verdict] = verdicts;
    if (!item.negated && item.linking === 'any' && !verdicts.every((v) => v === false)) {
      decided.neverValues.push(...neverAmong(item.values, tests));
    }
    if (typeof verdict !== 'boolean' || !verdicts.every((v) => v === verdict)) return item;
    decided[verdict ? 'always' : 'never'].push(item);
    return verdict;
  }

  /** One for each text that the field may hold; null where nothing is known of it. */
  private testsOf({ field, whole }: DetectionItem): readonly Test[] | null {
    if (!field || field.mapped || whole) return null;
    const name = field.text.toLowerCase();
    const texts = this.facts.get(name);
    if (!texts) {
      if (!isProvider(name)) return null;
      return [(value) => (isOfOtherChannel(literalOf(value), this.facts) ? false : null)];
    }
    if (isDataName(name, this.eventIds)) return null;
    return [...texts].map(
      ([text, written]) =>
        (value) =>
          isValue(value, text, written),
    );
  }

  private condition(node: ConditionExpression, positive: boolean): Part<ConditionExpression> {
    switch (node.kind) {
      case 'condition-not': {
        const operand = this.condition(node.operand, !positive);
        if (typeof operand === 'boolean') return !operand;
        return operand === node.operand ? node : { ...node, operand };
      }
      case 'condition-and':
      case 'condition-or': {
        const parts = node.operands.map((o) => this.condition(o, positive));
        return joined(node, parts, node.kind === 'condition-and');
      }
      case 'condition-identifier': {
        const named = this.rule.detection.identifiers.find((i) => i.name.text === node.name);
        return named ? this.identifier(named, node, positive) : node;
      }
      case 'condition-quantified': {
        const { span } = node;
        const named = resolveIdentifiers(node, this.rule.detection.identifiers);
        const parts = named.map((i) =>
          this.identifier(i, { kind: 'condition-identifier', name: i.name.text, span }, positive),
        );
        const left = parts.flatMap((p) => (typeof p === 'boolean' ? [] : [p]));
        if (left.length === parts.length) return node;
        const count = node.count === 'all' ? parts.length : node.count;
        const needed = count - parts.filter((p) => p === true).length;
        if (needed <= 0) return true;
        if (needed > left.length) return false;
        if (left.length === 1) return left[0]!;
        if (needed === left.length) return { kind: 'condition-and', operands: left, span };
        return needed === 1 ? { kind: 'condition-or', operands: left, span } : node;
      }
    }
  }

  private identifier(
    identifier: SearchIdentifier,
    node: ConditionExpression,
    positive: boolean,
  ): Part<ConditionExpression> {
    const body = this.bodies.get(identifier)!;
    const { never, always, neverValues } = this.decided.get(identifier)!;
    this.against.push(...(positive ? never : always));
    if (positive) for (const part of [...never, ...neverValues]) this.dead.add(part);
    return typeof body === 'boolean' ? body : node;
  }
}

function joined(
  node: Extract<ConditionExpression, { kind: 'condition-and' | 'condition-or' }>,
  parts: readonly Part<ConditionExpression>[],
  all: boolean,
): Part<ConditionExpression> {
  if (parts.includes(!all)) return !all;
  const operands = parts.flatMap((p) => (typeof p === 'boolean' ? [] : [p]));
  if (operands.length === 0) return all;
  if (operands.length === 1) return operands[0]!;
  const same = operands.length === node.operands.length;
  return same && operands.every((o, i) => o === node.operands[i]) ? node : { ...node, operands };
}

/** Every event id that the rule names; null if it names none, or some by a pattern. */
function eventIdsOf(rule: Rule): readonly string[] | null {
  const items = itemsOf(rule).filter((i) => i.field?.text.toLowerCase() === 'eventid');
  const texts = items.map(textsOf);
  return items.length > 0 && texts.every((t) => t !== null) ? texts.flat() : null;
}

/** Whether what a field holds is a value; null if that is not known. */
type Test = (value: Value) => boolean | null;

function holdsOf(item: DetectionItem, test: Test): boolean | null {
  const verdicts = item.values.map((value) =>
    value.kind === 'value-group' ? anyOf(value.values.map(test)) : test(value),
  );
  const holds = item.linking === 'any' ? anyOf(verdicts) : allOf(verdicts);
  return holds === null || !item.negated ? holds : !holds;
}

/** Whether a field that holds a string satisfies an item, apart from a negation; null if unknown. */
export function holdsFor(item: DetectionItem, text: string): boolean | null {
  const folded = text.toLowerCase();
  return holdsOf({ ...item, negated: false }, (value) => isValue(value, folded, text));
}

/** Values that fail all tests. */
function neverAmong(values: DetectionItem['values'], tests: readonly Test[]): readonly Value[] {
  return values.flatMap((value) => {
    if (value.kind === 'value-group') return [];
    return tests.every((test) => test(value) === false) ? [value] : [];
  });
}

/** Whether a field that holds a string, folded and as it is written, holds a value. */
function isValue(value: Value, text: string, written: string): boolean | null {
  switch (value.kind) {
    case 'string':
      if (hasPlaceholder(value.pattern)) return null;
      return textMatcher(value.pattern, value.cased)(value.cased ? written : text);
    case 'number':
      return value.number.decimal === text;
    case 'boolean':
      return String(value.value) === text;
    case 'null':
      return false;
    case 'exists':
      return value.expected;
    case 'regex':
      return regexHolds(value.regex, written);
    case 'compare': {
      const number = decimalOf(written);
      return number !== null && compareDecimals(number, value.operator, value.number.decimal);
    }
    default:
      return null;
  }
}

/** Whether a string has a match; null if RE2, whose time is linear, cannot tell. */
function regexHolds(regex: Regex, text: string): boolean | null {
  const translated = toRe2(regex);
  if (!translated.ok) return null;
  try {
    return RE2JS.compile(translated.pattern).test(text);
  } catch {
    return null;
  }
}

function anyOf(verdicts: readonly (boolean | null)[]): boolean | null {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(null) ? null : false;
}

function allOf(verdicts: readonly (boolean | null)[]): boolean | null {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

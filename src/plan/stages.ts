import { fieldsOf } from '../predicate/fields.js';
import { predicatesOf } from '../predicate/fold.js';
import type { Expression, FieldPredicate, Not, OneOf, Predicate } from '../predicate/predicate.js';
import { simplify } from '../predicate/simplify/simplify.js';
import type { SimplifyOptions } from '../predicate/simplify/simplify.js';
import type { Span } from '../source/span.js';
import type { Reading } from '../store/placement.js';
import type { Plan, ReadColumn, Search, Source } from './plan.js';

/** Whether a query's first stage expresses a predicate, or a list of them, exactly. */
export type Fits = (node: Expression) => boolean;

/** What must hold wherever a predicate does that the first stage cannot express; null for nothing. */
export type Weaken = (node: Predicate) => Expression | null;

/** What a first stage can ask. */
export interface FirstStage {
  readonly fits: Fits;
  readonly weaken?: Weaken | undefined;
  /**
   * What a predicate on a column that is read out of others implies of those. Of all conjuncts, the
   * cheapest such filter is asked.
   */
  readonly prefilter?: Weaken | undefined;
  /** What is so short that it is written where it is compared, and needs no stage to be read. */
  readonly inPlace?: (reading: Reading) => boolean;
}

export interface Stages {
  readonly early: readonly Expression[];
  readonly late: readonly Expression[];
}

/**
 * Divides a search of a source into stages: what can be asked of the source's own columns where
 * events are read, then the columns that have to be read out of others, then the rest. The first
 * stage is always there, if need be without a condition.
 */
export function stagesOf(
  search: Search,
  source: Source,
  stage: FirstStage,
  simple: SimplifyOptions,
): Plan {
  const { conditions, span } = search;
  const { fits, inPlace } = stage;
  const columns = readColumns(conditions, source).filter((c) => !inPlace?.(c.reading));
  const read = new Set(columns.map((c) => c.name.text));
  const fitsEarly: Fits =
    columns.length === 0
      ? fits
      : (node) => ![...fieldsOf(node).keys()].some((name) => read.has(name)) && fits(node);
  const { early, late } = splitConditions(conditions, { ...stage, fits: fitsEarly }, simple);
  const first: Plan = { ...search, input: source, conditions: early };
  if (late.length === 0) return first;
  const input: Plan =
    columns.length === 0 ? first : { kind: 'extend', input: first, columns, span };
  return { kind: 'search', input, conditions: late, span };
}

/** The columns that conditions use and that a source reads out of others. */
function readColumns(
  conditions: readonly Expression[],
  { placement }: Source,
): readonly ReadColumn[] {
  const found = new Map<string, ReadColumn>();
  if (placement.columns.size === 0) return [];
  for (const condition of conditions) {
    for (const [text, name] of fieldsOf(condition)) {
      const reading = placement.columns.get(text)?.reading;
      if (reading && !found.has(text)) found.set(text, { name, reading });
    }
  }
  return [...found.values()];
}

/**
 * Gives each conjunct to the first stage where that expresses it exactly, else to the later one.
 * A conjunct fits where all its predicates do. What another implies is asked in the first stage as
 * well: of `not (a or b)` that is `not a`, of `(a and x) or (b and y)` it is `a or b`, and of a
 * predicate that does not fit what is necessary for it.
 */
export function splitConditions(
  conditions: readonly Expression[],
  { fits: fitsLeaf, weaken, prefilter }: FirstStage,
  simple: SimplifyOptions,
): Stages {
  const fits = everyLeaf(fitsLeaf);
  const weaker: Weaken = (node) => {
    const necessary = weaken?.(node) ?? null;
    return necessary && implied(necessary, fits, () => null);
  };
  const early: Expression[] = [];
  const late: Expression[] = [];
  const wider: Prefilter[] = [];
  let isImplied = false;
  for (const conjunct of conditions.flatMap(conjuncts)) {
    if (fits(conjunct)) {
      early.push(conjunct);
      continue;
    }
    if (conjunct.kind === 'not') {
      const { fitting, rest } = splitNegation(conjunct, fits);
      if (fitting) early.push(fitting);
      late.push(rest);
      continue;
    }
    late.push(conjunct);
    const part = implied(conjunct, fits, weaker);
    const more = prefilter && implied(conjunct, fits, prefilter);
    const cost = more && costOf(more);
    if (cost && cost.predicates <= MOST_IN_PREFILTER) wider.push({ part, more, cost });
    else if (part) early.push(part);
    isImplied ||= part !== null;
  }
  const best = wider.reduce<Prefilter | null>(
    (a, b) => (a && !isCheaper(b.cost, a.cost) ? a : b),
    null,
  );
  isImplied ||= best !== null;
  for (const w of wider) {
    const asked = w === best ? w.more : w.part;
    if (asked) early.push(asked);
  }
  // Alternatives may imply the same, or what another conjunct asks anyway.
  return { early: isImplied ? simplified(early, simple) : early, late };
}

/** More predicates than this cost as much as what they spare. */
const MOST_IN_PREFILTER = 12;

/** What a conjunct implies by predicates that fit, and with a prefilter too. */
interface Prefilter {
  readonly part: Expression | null;
  readonly more: Expression;
  readonly cost: Cost;
}

/** How many predicates there are, and how short the shortest string is that one looks for. */
interface Cost {
  readonly predicates: number;
  readonly shortest: number;
}

function costOf(expression: Expression): Cost {
  const leaves = predicatesOf(expression);
  const lengths = leaves.flatMap(({ predicate: p }) =>
    p.kind === 'string'
      ? p.pattern.flatMap((part) => (typeof part === 'string' ? part.length : []))
      : [],
  );
  return { predicates: leaves.length, shortest: Math.min(...lengths) };
}

function isCheaper(a: Cost, b: Cost): boolean {
  return a.predicates === b.predicates ? a.shortest > b.shortest : a.predicates < b.predicates;
}

export function conjuncts(expression: Expression): readonly Expression[] {
  return expression.kind === 'and' ? expression.operands.flatMap(conjuncts) : [expression];
}

function simplified(operands: readonly Expression[], simple: SimplifyOptions) {
  const whole = simplify({ kind: 'and', operands, span: operands[0]!.span }, simple);
  return conjuncts(whole);
}

/** Whether each predicate fits decides it; a search identifier that is used twice is asked once. */
function everyLeaf(fitsLeaf: Fits): Fits {
  const known = new Map<Expression, boolean>();
  const all: Fits = (node) => {
    let fits = known.get(node);
    if (fits === undefined) {
      if (node.kind === 'and' || node.kind === 'or') fits = node.operands.every(all);
      else fits = node.kind === 'not' ? all(node.operand) : fitsLeaf(node);
      known.set(node, fits);
    }
    return fits;
  };
  return all;
}

/** What holds wherever the node does, and fits; null if there is nothing of the kind. */
function implied(node: Expression, fits: Fits, weaken: Weaken): Expression | null {
  if (fits(node)) return node;
  switch (node.kind) {
    case 'and': {
      const operands = node.operands.flatMap((o) => implied(o, fits, weaken) ?? []);
      return operands.length > 1 ? { ...node, operands } : (operands[0] ?? null);
    }
    case 'or':
    case 'one-of': {
      const operands: Expression[] = [];
      for (const alternative of node.kind === 'or' ? node.operands : node.options) {
        const part = implied(alternative, fits, weaken);
        if (!part) return null;
        operands.push(part);
      }
      return { kind: 'or', operands, span: node.span };
    }
    case 'not':
      return splitNegation(node, fits).fitting;
    case 'constant':
      return null;
    default:
      return weaken(node);
  }
}

/** `not (a or b)` is `not a` and `not b`. */
function splitNegation(
  node: Not,
  fits: Fits,
): { readonly fitting: Expression | null; readonly rest: Expression } {
  const { operand, span } = node;
  if (operand.kind !== 'or' && operand.kind !== 'one-of') return { fitting: null, rest: node };
  const fitting: Expression[] = [];
  const rest: Expression[] = [];
  for (const alternative of operand.kind === 'or' ? operand.operands : [operand]) {
    if (fits(alternative)) fitting.push(alternative);
    else if (alternative.kind !== 'one-of') rest.push(alternative);
    else {
      const inside = alternative.options.filter(fits);
      const outside = alternative.options.filter((o) => !fits(o));
      fitting.push(...oneOf(alternative, inside));
      rest.push(...oneOf(alternative, outside));
    }
  }
  if (fitting.length === 0) return { fitting: null, rest: node };
  return { fitting: noneOf(fitting, span), rest: noneOf(rest, span) };
}

function oneOf(node: OneOf, options: readonly FieldPredicate[]): readonly Expression[] {
  return options.length > 1 ? [{ ...node, options }] : options;
}

function noneOf(operands: readonly Expression[], span: Span): Expression {
  const only = operands[0]!;
  if (operands.length > 1) return { kind: 'not', operand: { kind: 'or', operands, span }, span };
  return only.kind === 'not' ? only.operand : { kind: 'not', operand: only, span };
}

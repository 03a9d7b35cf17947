import type { StringPattern } from '../../src/model/pattern.js';
import type { Network } from '../../src/model/value.js';
import { shapeOf } from '../../src/model/pattern.js';
import type { Expression, FieldPredicate, Predicate } from '../../src/predicate/predicate.js';
import { MatchEvent } from '../../src/match/event.js';
import { Compiler } from '../../src/match/test.js';
import { formatAddress } from '../../src/model/modifiers/ip.js';
import { regexSamples } from './regex-samples.js';

/**
 * Events for a predicate tree, the same on every run: some that satisfy it, and for each predicate
 * on the way some that just do not. Whether an event matches is for the engines to say; the
 * generator only makes sure that they have something to disagree about.
 */
export type FlatEvent = Readonly<Record<string, FieldValue>>;
export type FieldValue = string | number | boolean | null | readonly (string | number)[];

export interface Generated {
  readonly event: FlatEvent;
  /** `satisfies`, or what was done to which predicate. */
  readonly why: string;
  /** The kind of the predicate that the event is about. */
  readonly kind: string;
}

/** What a generator has made, by predicate kind, for the coverage table. */
export class Coverage {
  readonly counts = new Map<string, { satisfying: number; missing: number }>();

  add(kind: string, satisfying: boolean): void {
    let count = this.counts.get(kind);
    if (!count) this.counts.set(kind, (count = { satisfying: 0, missing: 0 }));
    if (satisfying) count.satisfying++;
    else count.missing++;
  }
}

/** The field that keywords are put into. */
export const MESSAGE = 'Message';

const MAX_PATHS = 12;

export function generate(expression: Expression, coverage: Coverage): Generated[] {
  const compiler = new Compiler();
  const test = compiler.compile(expression);
  const out: Generated[] = [];
  const seen = new Set<string>();
  const keep = (event: FlatEvent, why: string, predicate: Predicate): void => {
    const key = JSON.stringify(event);
    if (seen.has(key)) return;
    seen.add(key);
    const kind = kindOf(predicate);
    coverage.add(kind, test(new MatchEvent(event)));
    out.push({ event, why, kind });
  };

  for (const path of paths(expression)) {
    const base = eventFor(path);
    const first = path[0];
    if (!first) continue;
    keep(base, 'satisfies', first.predicate);
    for (const { predicate } of path) {
      const field = fieldOf(predicate);
      for (const [value, what] of mutations(predicate, base)) {
        const event = { ...base };
        if (value === undefined) delete event[field];
        else event[field] = value;
        keep(event, `${predicate.kind} ${what}`, predicate);
      }
    }
  }
  return out;
}

export function kindOf(predicate: Predicate): string {
  if (predicate.kind === 'string') {
    const { shape } = shapeOf(predicate.pattern);
    return `${predicate.cased ? 'cased ' : ''}${shape === 'other' ? 'wildcard' : shape}`;
  }
  return predicate.kind === 'compare' ? predicate.operator : predicate.kind;
}

interface Demand {
  readonly predicate: Predicate;
  readonly wanted: boolean;
}

/** Ways to make the tree true: every branch of every OR is taken by some path, up to a limit. */
function paths(expression: Expression): Demand[][] {
  const found: Demand[][] = [];
  const widest = Math.min(MAX_PATHS, breadth(expression));
  for (let turn = 0; turn < widest; turn++) {
    const path: Demand[] = [];
    walk(expression, true, turn, path);
    found.push(path);
  }
  return found;
}

function breadth(node: Expression): number {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const inner = Math.max(...node.operands.map(breadth));
      return Math.max(inner, node.operands.length);
    }
    case 'one-of':
      return node.options.length;
    case 'not':
      return breadth(node.operand);
    default:
      return 1;
  }
}

function walk(node: Expression, wanted: boolean, turn: number, path: Demand[]): void {
  switch (node.kind) {
    case 'constant':
      return;
    case 'not':
      return walk(node.operand, !wanted, turn, path);
    case 'and':
    case 'or':
    case 'one-of': {
      const operands = node.kind === 'one-of' ? node.options : node.operands;
      const all = (node.kind === 'and') === wanted;
      if (all) for (const operand of operands) walk(operand, wanted, turn, path);
      else walk(operands[turn % operands.length]!, wanted, turn, path);
      return;
    }
    default:
      path.push({ predicate: node, wanted });
  }
}

function fieldOf(predicate: Predicate): string {
  return predicate.kind === 'keyword' ? MESSAGE : predicate.field.text;
}

/** Gives every demanded field a value; several demands on one field get one value if one will do. */
function eventFor(path: readonly Demand[]): Record<string, FieldValue> {
  const event: Record<string, FieldValue> = {};
  const demands = new Map<string, Predicate[]>();
  for (const { predicate, wanted } of path) {
    if (!wanted && predicate.kind !== 'null') continue;
    const field = fieldOf(predicate);
    const list = demands.get(field);
    if (list) list.push(predicate);
    else demands.set(field, [predicate]);
    if (wanted && predicate.kind === 'field-ref') event[predicate.other.text] = 'Same Value';
  }
  for (const [field, predicates] of demands) {
    if (predicates.some((p) => p.kind === 'null')) {
      const excluded = path.some(
        (d) => !d.wanted && d.predicate.kind === 'null' && fieldOf(d.predicate) === field,
      );
      if (excluded && event[field] === undefined) event[field] = 'something';
      continue;
    }
    event[field] = combined(field, predicates);
  }
  return event;
}

function combined(field: string, predicates: readonly Predicate[]): FieldValue {
  const samples = predicates.map((p) => satisfying(p)[0]!);
  if (samples.length === 1) return samples[0]!;
  const compiler = new Compiler();
  const tests = predicates.map((p) => compiler.compile(p));
  const texts = samples.map(String);
  const orders = [texts, [...texts].reverse(), [...texts].sort((a, b) => b.length - a.length)];
  for (const candidate of [
    ...texts,
    ...orders.map((o) => o.join(' ')),
    ...orders.map((o) => o.join('')),
  ]) {
    if (tests.every((t) => t(new MatchEvent({ [field]: candidate })))) return candidate;
  }
  return texts;
}

/** Values that satisfy a predicate; at least one. */
function satisfying(predicate: Predicate): (string | number | boolean)[] {
  switch (predicate.kind) {
    case 'string':
      return fillings(predicate.pattern);
    case 'keyword':
      return predicate.search.kind === 'pattern'
        ? fillings(predicate.search.pattern).map((t) => `before ${t} after`)
        : regexSamples(predicate.search.regex).matching;
    case 'number':
      return isSafe(predicate.number.decimal)
        ? [Number(predicate.number.decimal), predicate.number.source]
        : [predicate.number.source];
    case 'boolean':
      return [predicate.value, String(predicate.value), String(predicate.value).toUpperCase()];
    case 'null':
    case 'exists':
      return ['something'];
    case 'regex':
      return regexSamples(predicate.regex).matching;
    case 'cidr':
      return [...addresses(predicate.network).inside];
    case 'compare': {
      const n = Number(predicate.number.decimal);
      return [
        { lt: n - 1, lte: n, gt: n + 1, gte: n }[predicate.operator],
        { lt: n - 100, lte: n - 100, gt: n + 100, gte: n + 100 }[predicate.operator],
      ];
    }
    case 'time-part':
      return dates(predicate.part, Number(predicate.number.decimal), predicate.operator);
    case 'field-ref':
      return ['Same Value'];
  }
}

function isSafe(decimal: string): boolean {
  return Number.isSafeInteger(Number(decimal));
}

/** Texts that a pattern fits: `*` as nothing, as a letter, and with a line break. */
function fillings(pattern: StringPattern): string[] {
  return ['', 'x', 'two\nlines \\ "of" text'].map((any) =>
    pattern
      .map((p) =>
        typeof p === 'string' ? p : p.kind === 'any' ? any : p.kind === 'one' ? 'q' : '',
      )
      .join(''),
  );
}

/** Values to put in the place of one that satisfies; undefined takes the field away. */
function mutations(
  predicate: Predicate,
  base: FlatEvent,
): [value: FieldValue | undefined, what: string][] {
  const field = fieldOf(predicate);
  const out: [FieldValue | undefined, string][] = [
    [undefined, 'missing'],
    [null, 'null'],
    ['', 'empty'],
    ['something else', 'other value'],
  ];
  for (const value of satisfying(predicate)) out.push([value, 'satisfied anew']);
  const current = base[field];
  if (typeof current === 'string') out.push(...textMutations(current));
  if (typeof current === 'number') {
    out.push([current + 1, 'one more'], [current - 1, 'one less'], [String(current), 'as text']);
    out.push([`${current}0`, 'a digit more']);
  }
  if (typeof current === 'boolean') out.push([!current, 'opposite']);
  if (current !== undefined && current !== null && typeof current !== 'boolean') {
    const several = [current].flat() as (string | number)[];
    out.push([['unrelated', ...several], 'among several']);
  }
  out.push(...kindMutations(predicate));
  return out;
}

function textMutations(text: string): [FieldValue, string][] {
  const swapped = text.replace(/[a-z]/gi, (c) =>
    c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase(),
  );
  return [
    [swapped, 'other case'],
    [`z${text}`, 'one character before'],
    [`${text}z`, 'one character after'],
    [text.slice(1), 'first character gone'],
    [text.slice(0, -1), 'last character gone'],
    [`${text.slice(0, text.length >> 1)}~${text.slice(text.length >> 1)}`, 'one within'],
    [`${text}\n`, 'line break after'],
    [`${text} ${text}`, 'twice'],
  ];
}

function kindMutations(predicate: Predicate): [FieldValue, string][] {
  switch (predicate.kind) {
    case 'regex':
      return regexSamples(predicate.regex).missing.map((t) => [t, 'near miss of the regex']);
    case 'keyword':
      return predicate.search.kind === 'regex'
        ? regexSamples(predicate.search.regex).missing.map((t) => [t, 'near miss of the regex'])
        : [];
    case 'cidr':
      return [...addresses(predicate.network).outside].map((t) => [t, 'address outside']);
    case 'compare':
      return [[Number(predicate.number.decimal), 'boundary']];
    case 'time-part':
      return dates(predicate.part, Number(predicate.number.decimal) + 1, 'eq').map((t) => [
        t,
        'one more',
      ]);
    default:
      return [];
  }
}

function addresses(network: Network): { inside: string[]; outside: string[] } {
  const bits = network.version === 4 ? 32n : 128n;
  const size = 1n << (bits - BigInt(network.prefix));
  const last = network.address + size - 1n;
  const text = (n: bigint): string => formatAddress(network.version, n);
  const inside = [text(network.address), text(last)];
  const outside = ['not an address', network.version === 4 ? '::1' : '192.0.2.1'];
  if (network.address > 0n) outside.push(text(network.address - 1n));
  if (last + 1n < 1n << bits) outside.push(text(last + 1n));
  return { inside, outside };
}

type TimePredicate = Extract<FieldPredicate, { kind: 'time-part' }>;

function dates(
  part: TimePredicate['part'],
  number: number,
  operator: TimePredicate['operator'],
): string[] {
  const wanted = number + { eq: 0, lt: -1, lte: 0, gt: 1, gte: 0 }[operator];
  const two = (n: number): string => String(n).padStart(2, '0');
  switch (part) {
    case 'minute':
      return [`2025-03-04T05:${two(wanted)}:07Z`];
    case 'hour':
      return [`2025-03-04T${two(wanted)}:06:07Z`];
    case 'day':
      return [`2025-03-${two(wanted)}T05:06:07Z`];
    case 'month':
      return [`2025-${two(wanted)}-04T05:06:07Z`];
    case 'year':
      return [`${wanted}-03-04T05:06:07Z`];
    case 'week': {
      const day = new Date(Date.UTC(2025, 0, 2 + (wanted - 1) * 7));
      return [day.toISOString().slice(0, 19) + 'Z'];
    }
  }
}

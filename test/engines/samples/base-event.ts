import { MatchEvent } from '../../../src/match/event.js';
import { Compiler } from '../../../src/match/test.js';
import { formatAddress } from '../../../src/model/modifiers/ip.js';
import type { StringPattern } from '../../../src/model/patterns/pattern.js';
import type { Expression, FieldPredicate } from '../../../src/predicate/predicate.js';
import { predicatesOf } from '../predicates.js';
import type { Leaf } from '../predicates.js';
import { regexSamples } from './regex-samples.js';

export type Json = string | number | boolean | null | readonly Json[];
/** An event, flat. */
export type Fields = Record<string, Json>;

interface Wish {
  readonly leaf: Leaf;
  readonly wanted: boolean;
}

/** An event on which the leaf decides: it holds, and with it the whole. Tries a few ways to it. */
export function baseEvent(expression: Expression, leaf: Leaf, compiler: Compiler): Fields {
  const holds = compiler.compile(leaf);
  const whole = compiler.compile(expression);
  let best: Fields | null = null;
  for (let turn = 0; turn < 6; turn++) {
    const wishes = wishesTo(expression, leaf, true, turn);
    if (!wishes) continue;
    for (const listed of [false, true]) {
      const fields = eventFor(wishes.wishes, compiler, listed);
      const event = new MatchEvent(fields);
      if (!holds(event)) continue;
      best ??= fields;
      if (whole(event) === wishes.outcome) return fields;
    }
  }
  return best ?? eventFor([{ leaf, wanted: true }], compiler, false);
}

/** What must hold of the other leaves so that this one, being true, decides the whole. */
function wishesTo(
  node: Expression,
  leaf: Leaf,
  positive: boolean,
  turn: number,
): { wishes: Wish[]; outcome: boolean } | null {
  const path = (n: Expression): Wish[] | null => {
    if (n === leaf) return [{ leaf, wanted: true }];
    switch (n.kind) {
      case 'not':
        return path(n.operand);
      case 'and':
      case 'or':
      case 'one-of': {
        const operands: readonly Expression[] = n.kind === 'one-of' ? n.options : n.operands;
        for (const operand of operands) {
          const inner = path(operand);
          if (!inner) continue;
          const others = operands.filter((o) => o !== operand);
          // An OR of the same field is left to the leaf: its other values are simply not chosen.
          return [...inner, ...others.flatMap((o) => wish(o, n.kind === 'and', turn))];
        }
        return null;
      }
      default:
        return null;
    }
  };
  const wishes = path(node);
  return wishes && { wishes, outcome: outcomeOf(node, leaf, positive) };
}

function outcomeOf(node: Expression, leaf: Leaf, positive: boolean): boolean {
  if (node.kind === 'not') return outcomeOf(node.operand, leaf, !positive);
  if (node.kind === 'and' || node.kind === 'or') {
    const within = node.operands.find((o) => predicatesOf(o).includes(leaf));
    return within ? outcomeOf(within, leaf, positive) : positive;
  }
  return positive;
}

/** Wishes that give a tree a truth; where one operand is enough, `turn` chooses which. */
function wish(node: Expression, wanted: boolean, turn: number): Wish[] {
  switch (node.kind) {
    case 'constant':
      return [];
    case 'not':
      return wish(node.operand, !wanted, turn);
    case 'and':
    case 'or':
    case 'one-of': {
      const operands: readonly Expression[] = node.kind === 'one-of' ? node.options : node.operands;
      if ((node.kind === 'and') === wanted) return operands.flatMap((o) => wish(o, wanted, turn));
      const chosen = operands[turn % operands.length];
      return chosen ? wish(chosen, wanted, turn) : [];
    }
    default:
      return [{ leaf: node, wanted }];
  }
}

function eventFor(wishes: readonly Wish[], compiler: Compiler, listed: boolean): Fields {
  const fields: Fields = {};
  const byField = new Map<string, Wish[]>();
  for (const w of wishes) {
    if (w.leaf.kind === 'keyword') {
      if (w.wanted) fields[`text ${Object.keys(fields).length}`] = keywordText(w.leaf);
      continue;
    }
    const list = byField.get(w.leaf.field.text) ?? [];
    list.push(w);
    byField.set(w.leaf.field.text, list);
  }
  for (const [field, list] of byField) {
    const value = valueFor(field, list, compiler, listed);
    if (value !== undefined) fields[field] = value;
  }
  for (const { leaf, wanted } of wishes) {
    if (leaf.kind !== 'field-ref' || !wanted) continue;
    const [a, b] = [leaf.field.text, leaf.other.text];
    const text = typeof fields[b] === 'string' && fields[b] !== '' ? fields[b] : 'Shared';
    fields[b] = text;
    fields[a] = {
      equals: text,
      contains: `<${text}>`,
      startswith: `${text}>`,
      endswith: `<${text}`,
    }[leaf.match];
  }
  return fields;
}

export function keywordText(leaf: Extract<Leaf, { kind: 'keyword' }>): string {
  return leaf.search.kind === 'regex'
    ? (matching(leaf, leaf.search.regex.ast) ?? '')
    : spell(leaf.search.pattern, '');
}

function matching(leaf: Leaf, ast: Parameters<typeof regexSamples>[0]): string | null {
  const test = new Compiler().compile(leaf);
  const field = leaf.kind === 'keyword' ? 'text' : leaf.field.text;
  return regexSamples(ast).find((t) => test(new MatchEvent({ [field]: t }))) ?? null;
}

/** A value that has all that is wished for and nothing else; undefined for a missing field. */
function valueFor(
  field: string,
  wishes: readonly Wish[],
  compiler: Compiler,
  listed: boolean,
): Json | undefined {
  const wanted = wishes.filter((w) => w.wanted).map((w) => w.leaf as FieldPredicate);
  const unwanted = wishes.filter((w) => !w.wanted);
  if (wanted.some((l) => l.kind === 'null')) return undefined;
  if (wanted.length === 0) {
    const absent = unwanted.every(({ leaf }) => !compiler.compile(leaf)(new MatchEvent({})));
    return absent ? undefined : 'zz';
  }
  if (listed && wanted.length > 1) {
    const values = [...new Set(wanted.map((l) => valuesOf(l)[0] ?? 'zz'))];
    return values.length > 1 ? values : values[0];
  }
  const fits = (value: Json): boolean => {
    const event = new MatchEvent({ [field]: value });
    return wishes.every(
      ({ leaf, wanted: w }) => leaf.kind === 'field-ref' || compiler.compile(leaf)(event) === w,
    );
  };
  const candidates = [combined(wanted, ''), combined(wanted, '_'), ...wanted.flatMap(valuesOf)];
  return candidates.find(fits) ?? valuesOf(wanted[0]!)[0] ?? 'zz';
}

/** One text that starts, ends and goes on as all the patterns say. */
function combined(leaves: readonly FieldPredicate[], glue: string): string {
  let head = '';
  let tail = '';
  const middle: string[] = [];
  for (const leaf of leaves) {
    if (leaf.kind === 'string') {
      const first = leaf.pattern[0];
      const last = leaf.pattern[leaf.pattern.length - 1];
      const open = typeof first === 'object' && first.kind === 'any';
      const close = typeof last === 'object' && last.kind === 'any';
      const text = spell(leaf.pattern, '');
      if (!open && text.length > head.length) head = text;
      else if (open && !close && text.length > tail.length) tail = text;
      else if (open && close) middle.push(text);
    } else if (leaf.kind === 'regex') middle.push(String(valuesOf(leaf)[0] ?? ''));
  }
  const missing = middle.filter((m) => !`${head}${tail}`.toLowerCase().includes(m.toLowerCase()));
  return [head, ...missing, tail].filter((t) => t !== '').join(glue);
}

/** A text that fits a pattern, with `rest` in place of each `*`. */
function spell(pattern: StringPattern, rest: string): string {
  return pattern.map((p) => (typeof p === 'string' ? p : p.kind === 'any' ? rest : 'x')).join('');
}

/** Values that satisfy a predicate by themselves, the plainest first. */
export function valuesOf(leaf: FieldPredicate): Json[] {
  switch (leaf.kind) {
    case 'string':
      return [spell(leaf.pattern, ''), spell(leaf.pattern, 'zz'), spell(leaf.pattern, '\nq')];
    case 'number':
      return [
        Number.isSafeInteger(Number(leaf.number.decimal))
          ? Number(leaf.number.decimal)
          : leaf.number.decimal,
      ];
    case 'boolean':
      return [leaf.value];
    case 'null':
      return [null];
    case 'exists':
      return ['zz'];
    case 'regex': {
      const found = matching(leaf, leaf.regex.ast);
      return found === null ? [] : [found];
    }
    case 'cidr': {
      const { version, address } = leaf.network;
      return [formatAddress(version, address)];
    }
    case 'compare': {
      const n = Number(leaf.number.decimal);
      return [leaf.operator === 'gt' ? n + 1 : leaf.operator === 'lt' ? n - 1 : n];
    }
    case 'time-part':
      return dates(leaf);
    case 'field-ref':
      return ['Shared'];
  }
}

function dates(leaf: Extract<FieldPredicate, { kind: 'time-part' }>): string[] {
  const test = new Compiler().compile(leaf);
  const all = [];
  for (let day = 0; day < 730; day += 3) {
    const minute = (day * 7) % 60;
    const date = new Date(Date.UTC(2025, 0, 1 + day, day % 24, minute, 30));
    all.push(date.toISOString());
  }
  const numbered = Number(leaf.number.decimal);
  if (leaf.part === 'year') {
    const years = [numbered - 1, numbered, numbered + 1].map((y) => String(y).padStart(4, '0'));
    all.unshift(...years.map((y) => `${y}-06-01T00:00:00Z`));
  }
  if (leaf.part === 'minute') all.unshift(`2025-06-01T00:${String(numbered).padStart(2, '0')}:00Z`);
  return all.filter((d) => test(new MatchEvent({ [leaf.field.text]: d })));
}

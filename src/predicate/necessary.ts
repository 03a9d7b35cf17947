import { ANY, isAny } from '../model/patterns/pattern.js';
import type { PatternPart, StringPattern } from '../model/patterns/pattern.js';
import type { Regex, RegexClass, RegexNode } from '../model/regex/ast.js';
import { membersOf } from '../model/regex/code-points.js';
import { foldRegex } from '../model/regex/fold.js';
import { isTextStart } from '../model/regex/plain.js';
import { hasInvisible } from '../source/visible.js';
import type { Expression, Predicate } from './predicate.js';

/**
 * What must hold wherever a predicate on text does, as comparisons that ignore case and have no
 * wildcards but at their ends: `a*b` begins with a and ends with b, `x[0-9]+kettle` contains kettle.
 * Null if there is nothing worth asking.
 */
export function necessaryOf(node: Predicate): Expression | null {
  const needs = needsOf(node);
  if (needs.length === 0) return null;
  const operands = needs.map((need) => asked(need, node));
  return operands.length === 1 ? operands[0]! : { kind: 'and', operands, span: node.span };
}

/** One of several patterns that the text has. */
type Need = readonly StringPattern[];

function needsOf(node: Predicate): readonly Need[] {
  switch (node.kind) {
    case 'string':
      return chosen(ofPattern(node.pattern));
    case 'regex':
      return chosen(ofRegex(node.regex));
    case 'keyword':
      return chosen(
        node.search.kind === 'regex'
          ? ofRegex(node.search.regex)
          : ofPattern([ANY, ...node.search.pattern, ANY]),
      );
    default:
      return [];
  }
}

function asked(need: Need, node: Predicate): Expression {
  const { span } = node;
  if (node.kind === 'keyword') {
    const operands = need.map((pattern): Expression => ({
      kind: 'keyword',
      search: { kind: 'pattern', pattern: pattern.filter((p) => !isAny(p)), cased: false },
      span,
    }));
    return operands.length === 1 ? operands[0]! : { kind: 'or', operands, span };
  }
  const { field } = node;
  const options = need.map((pattern) => {
    return { kind: 'string', field, pattern, cased: false, span } as const;
  });
  return options.length === 1 ? options[0]! : { kind: 'one-of', field, options, span };
}

/** A shorter string is in too many values to be worth looking for. */
const SHORTEST = 3;
/** More alternatives, or more strings, are not worth looking for either. */
const MOST_ALTERNATIVES = 16;
const MOST_NEEDS = 4;

function chosen(needs: readonly Need[]): readonly Need[] {
  const worth = needs.filter((n) => n.length <= MOST_ALTERNATIVES && n.every(isLong));
  const texts = worth.map((n) => (n.length === 1 ? textIn(n[0]!) : ''));
  const own = worth.filter(
    (_, i) =>
      texts[i] === '' ||
      !texts.some((t, k) => k !== i && t.includes(texts[i]!) && (t !== texts[i] || k < i)),
  );
  return own.slice(0, MOST_NEEDS);
}

function isLong(pattern: StringPattern): boolean {
  return textIn(pattern).length >= SHORTEST;
}

function textIn(pattern: StringPattern): string {
  const text = pattern.find((p) => typeof p === 'string');
  return text === undefined ? '' : (text as string).toLowerCase();
}

function ofPattern(pattern: readonly PatternPart[]): readonly Need[] {
  const needs: Need[] = [];
  const last = pattern.length - 1;
  pattern.forEach((part, i) => {
    if (typeof part !== 'string') return;
    const runs = plainRuns(part);
    runs.forEach(({ text, atStart, atEnd }) => {
      const before = i === 0 && atStart ? [] : [ANY];
      const after = i === last && atEnd ? [] : [ANY];
      needs.push([[...before, text, ...after]]);
    });
  });
  return needs;
}

interface Run {
  readonly text: string;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** The runs of characters that every language writes as themselves. */
function plainRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  let at = 0;
  const end = (): void => {
    if (at > start) {
      const run = text.slice(start, at);
      runs.push({ text: run, atStart: start === 0, atEnd: at === text.length });
    }
  };
  for (const c of text) {
    if (c === '*' || c === '`' || hasInvisible(c)) {
      end();
      start = at + c.length;
    }
    at += c.length;
  }
  end();
  return runs;
}

function ofRegex({ ast, flags: outer }: Regex): readonly Need[] {
  const whole = new Set(wholesIn(ast));
  return foldRegex<readonly Need[]>(
    ast,
    (node, children, flags) => {
      switch (node.kind) {
        case 'sequence': {
          const isAnchored = whole.has(node) && isTextStart(node.items[0], flags);
          return inSequence(node.items, children(), isAnchored);
        }
        case 'group':
          return children()[0]!;
        case 'repeat':
          return node.min > 0 ? children()[0]! : [];
        case 'alternation':
          return inAlternation(children());
        case 'literal':
        case 'class':
          return contained(characterOf(node) ?? '');
        default:
          return [];
      }
    },
    outer,
  );
}

/** The parts of an expression of which one is all that it looks for. */
function wholesIn(node: RegexNode): readonly RegexNode[] {
  if (node.kind === 'group') return wholesIn(node.body);
  return node.kind === 'alternation' ? node.options.flatMap(wholesIn) : [node];
}

function inSequence(
  items: readonly RegexNode[],
  needs: readonly (readonly Need[])[],
  isAnchored: boolean,
): readonly Need[] {
  const found: Need[] = [];
  let run = '';
  const endRun = (end: number): void => {
    found.push(...contained(run, isAnchored && end - [...run].length === 1));
    run = '';
  };
  items.forEach((item, i) => {
    const character = characterOf(item);
    if (character !== null) {
      run += character;
      return;
    }
    endRun(i);
    found.push(...needs[i]!);
  });
  endRun(items.length);
  return found;
}

/** Of each option the one text that tells most. */
function inAlternation(options: readonly (readonly Need[])[]): readonly Need[] {
  const best: StringPattern[] = [];
  for (const needs of options) {
    const shortest = (n: Need): number => Math.min(...n.map((p) => textIn(p).length));
    const [first, ...rest] = needs;
    if (!first) return [];
    const need = rest.reduce((a, b) => (shortest(b) > shortest(a) ? b : a), first);
    best.push(...need);
    if (best.length > MOST_ALTERNATIVES) return [];
  }
  return [best];
}

function contained(text: string, isBeginning = false): readonly Need[] {
  return plainRuns(text).map((r) => [[...(isBeginning && r.atStart ? [] : [ANY]), r.text, ANY]]);
}

/** The character that a node matches, whatever its case; null if there are several. */
function characterOf(node: RegexNode): string | null {
  if (node.kind === 'literal') return String.fromCodePoint(node.codePoint);
  if (node.kind !== 'class' || node.negated || node.items.length > 2) return null;
  return onlyLetter(node);
}

/** `[aA]`; letters of ASCII are the only ones that are folded alike everywhere. */
function onlyLetter(node: RegexClass): string | null {
  const members = membersOf(node);
  if (!members) return null;
  const letters = new Set<string>();
  for (const [from, to] of members) {
    if (from !== to || from > 0x7f) return null;
    letters.add(String.fromCodePoint(from).toLowerCase());
  }
  return letters.size === 1 ? [...letters][0]! : null;
}

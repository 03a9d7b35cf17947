import type { RegexNode, RegexRepeat } from './ast.js';
import { EVERYTHING, membersOf } from './code-points.js';
import type { CodePoints } from './code-points.js';
import { foldRegex } from './fold.js';

/** A part of an automaton with a position for each character that it reads. */
interface Part {
  readonly first: ReadonlySet<number>;
  readonly last: ReadonlySet<number>;
  readonly isOptional: boolean;
}

const MOST_POSITIONS = 900;
/** No estimate is worth more work than this. */
const MOST_STEPS = 1_000_000;

/**
 * What it takes to make the automaton of a regular expression deterministic, counted as Lucene does:
 * the sum of how many positions it can be at, over all of its states. Letter case is ignored.
 * Infinity if that is more than `most`, or the expression has other than characters, groups and
 * repetitions.
 */
export function determinizedEffort(ast: RegexNode, most: number): number {
  const automaton = positionsOf(ast);
  if (!automaton) return Infinity;
  const { follow, members, start } = automaton;
  const fills = characterSets(members);
  const known = new Set<string>();
  const left: (readonly number[])[] = [[0]];
  let effort = 0;
  let steps = 0;
  for (let at = left.pop(); at; at = left.pop()) {
    effort += at.length;
    if (effort > most || steps > MOST_STEPS) return Infinity;
    const next = new Set<number>();
    for (const position of at) {
      const after = position === 0 ? start : follow[position]!;
      steps += after.size;
      for (const p of after) next.add(p);
    }
    const all = [...next].sort((a, b) => a - b);
    steps += all.length * fills.length;
    for (const fill of fills) {
      const reached = all.filter((p) => fill[p] === 1);
      if (reached.length === 0) continue;
      // Numbers up to MOST_POSITIONS are characters.
      const key = String.fromCharCode(...reached);
      if (known.has(key)) continue;
      known.add(key);
      left.push(reached);
    }
  }
  return effort;
}

interface Automaton {
  /** What each position reads; 0 is where it starts. */
  readonly members: readonly CodePoints[];
  readonly follow: readonly ReadonlySet<number>[];
  readonly start: ReadonlySet<number>;
}

/** https://en.wikipedia.org/wiki/Glushkov%27s_construction_algorithm */
function positionsOf(ast: RegexNode): Automaton | null {
  const members: CodePoints[] = [[]];
  const follow: Set<number>[] = [new Set()];

  let left = MOST_STEPS;
  const reads = (set: CodePoints): Part => {
    members.push(set);
    follow.push(new Set());
    const position = new Set([members.length - 1]);
    return { first: position, last: position, isOptional: false };
  };
  const link = (from: ReadonlySet<number>, to: ReadonlySet<number>): void => {
    left -= from.size * to.size;
    for (const a of from) for (const b of to) follow[a]!.add(b);
  };
  const sequence = (parts: readonly Part[]): Part =>
    parts.reduce((before, part) => {
      link(before.last, part.first);
      return {
        first: before.isOptional ? new Set([...before.first, ...part.first]) : before.first,
        last: part.isOptional ? new Set([...before.last, ...part.last]) : part.last,
        isOptional: before.isOptional && part.isOptional,
      };
    }, NOTHING);

  const part = (node: RegexNode): Part | null => {
    if (members.length > MOST_POSITIONS || left-- <= 0) return null;
    switch (node.kind) {
      case 'literal':
        return reads([[node.codePoint, node.codePoint]]);
      case 'dot':
        return reads(EVERYTHING);
      case 'class': {
        const set = membersOf(node);
        return set && reads(set);
      }
      case 'group':
        return part(node.body);
      case 'sequence': {
        const parts = allOf(node.items);
        return parts && sequence(parts);
      }
      case 'alternation': {
        const parts = allOf(node.options);
        return (
          parts && {
            first: new Set(parts.flatMap((p) => [...p.first])),
            last: new Set(parts.flatMap((p) => [...p.last])),
            isOptional: parts.some((p) => p.isOptional),
          }
        );
      }
      case 'repeat':
        return repeated(node);
      default:
        return null;
    }
  };
  const repeated = ({ min, max, body }: RegexRepeat): Part | null => {
    const copies = allOf(Array.from({ length: max ?? min + 1 }, () => body));
    if (!copies) return null;
    // As Lucene has it: after the fewest, each copy may be the last, and none is skipped.
    copies.forEach((copy, i) => {
      if (i > 0) link(copies[i - 1]!.last, copy.first);
      if (max === null && i === min) link(copy.last, copy.first);
    });
    return {
      first: copies[0]?.first ?? NOTHING.first,
      last: new Set(copies.slice(Math.max(min - 1, 0)).flatMap((c) => [...c.last])),
      isOptional: min === 0 || copies.every((c) => c.isOptional),
    };
  };
  const allOf = (nodes: readonly RegexNode[]): Part[] | null => {
    const parts: Part[] = [];
    for (const node of nodes) {
      const made = part(node);
      if (!made) return null;
      parts.push(made);
    }
    return parts;
  };

  const whole = part(ast);
  return whole && { members, follow, start: whole.first };
}

const NOTHING: Part = { first: new Set(), last: new Set(), isOptional: true };

/** The positions that one character fills, each with 1, once for all characters that fill the same. */
function characterSets(members: readonly CodePoints[]): readonly Uint8Array[] {
  // Most positions read what others read, too.
  const numbers = new Map<string, number>();
  const distinct: CodePoints[] = [];
  const numberOf = members.map((ranges) => {
    const key = ranges.join(';');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, distinct.length);
    return distinct.push(ranges) - 1;
  });
  const starts = new Set([0]);
  for (const ranges of distinct) for (const [from, to] of ranges) starts.add(from).add(to + 1);
  const sets = new Map<string, ReadonlySet<number>>();
  for (const c of starts) {
    const filled = distinct.flatMap((m, i) => (m.some(([a, b]) => a <= c && c <= b) ? [i] : []));
    sets.set(filled.join(), new Set(filled));
  }
  return [...sets.values()].map((set) => Uint8Array.from(numberOf, (n) => (set.has(n) ? 1 : 0)));
}

/** Whether that is not more, as far as can be seen: only what several characters fill multiplies it. */
export function surelyTakesLess(ast: RegexNode, most: number): boolean {
  const { places, wide } = sizeOf(ast);
  return 2 ** wide * places ** 2 <= most;
}

interface Size {
  readonly places: number;
  /** How many of the places several characters fill, a bounded number of times. */
  readonly wide: number;
}

function sizeOf(ast: RegexNode): Size {
  return foldRegex<Size>(ast, (node, children) => {
    if (node.kind === 'dot' || node.kind === 'class') return { places: 1, wide: 1 };
    if (node.kind === 'literal') return { places: 1, wide: 0 };
    const times = node.kind === 'repeat' ? Math.max(node.max ?? node.min, 1) : 1;
    const isOpen = node.kind === 'repeat' && node.max === null && node.min === 0;
    const within = children();
    const sum = (of: (size: Size) => number): number =>
      within.reduce((total, size) => total + of(size), 0) * times;
    return { places: sum((c) => c.places), wide: isOpen ? 0 : sum((c) => c.wide) };
  });
}

/** The largest number that a repetition within counts to. */
export function largestCount(ast: RegexNode): number {
  return foldRegex<number>(ast, (node, children) =>
    Math.max(node.kind === 'repeat' ? (node.max ?? node.min) : 0, 0, ...children()),
  );
}

import type { RegexNode } from './ast.js';
import { EVERYTHING, membersOf } from './code-points.js';
import type { CodePoints } from './code-points.js';

/** One place of a pattern that is a sequence of characters. */
interface Place {
  readonly members: CodePoints;
  /** How often the place can be filled: once, at most once, or any number of times. */
  readonly count: 'one' | 'optional' | 'any';
}

const ANYTHING: Place = { members: EVERYTHING, count: 'any' };

/**
 * How many states the deterministic automaton of a regular expression has that is searched for
 * anywhere in a value, counted up to `most` + 1. Twelve dots after a letter, for example, make it
 * remember where in the last twelve characters that letter was. An estimate: letter case is ignored.
 * 0 where there are surely few, or where the expression is not a mere sequence of characters, classes
 * and repetitions of these.
 */
export function determinizedStates(ast: RegexNode, most: number): number {
  const places = placesOf(ast);
  // Only places that several characters fill multiply the states.
  if (!places || 2 ** places.filter(isWide).length * places.length <= most) return 0;
  return countStates(places, most);
}

function isWide({ members, count }: Place): boolean {
  return count !== 'any' && members.some(([from, to]) => to > from);
}

const MAX_PLACES = 500;

function placesOf(ast: RegexNode): readonly Place[] | null {
  const places: Place[] = [ANYTHING];
  const items = ast.kind === 'sequence' ? ast.items : [ast];
  let ends = false;
  for (const [index, item] of items.entries()) {
    if (item.kind === 'anchor') {
      if (index === 0 && item.anchor.endsWith('-start')) places.pop();
      else if (index === items.length - 1 && item.anchor.includes('-end')) ends = true;
      else return null;
      continue;
    }
    const added = placesOfItem(item);
    if (!added || places.length + added.length > MAX_PLACES) return null;
    places.push(...added);
  }
  if (!ends) places.push(ANYTHING);
  return places;
}

function placesOfItem(item: RegexNode): readonly Place[] | null {
  if (item.kind !== 'repeat') {
    const members = charactersOf(item);
    return members && [{ members, count: 'one' }];
  }
  const members = charactersOf(item.body);
  const { min, max } = item;
  if (!members || (max ?? min) > MAX_PLACES) return null;
  const times = (length: number, count: Place['count']): readonly Place[] =>
    Array.from({ length }, () => ({ members, count }));
  return [...times(min, 'one'), ...(max === null ? times(1, 'any') : times(max - min, 'optional'))];
}

function charactersOf(node: RegexNode): CodePoints | null {
  switch (node.kind) {
    case 'dot':
      return EVERYTHING;
    case 'class':
      return membersOf(node);
    case 'literal': {
      const code = String.fromCodePoint(node.codePoint).toLowerCase().codePointAt(0)!;
      return [[code, code]];
    }
    default:
      return null;
  }
}

/** Counts the sets of places that an automaton can be in at once, up to one more than `most`. */
function countStates(places: readonly Place[], most: number): number {
  const bits = (test: (place: Place) => boolean): bigint =>
    places.reduce((set, place, i) => (test(place) ? set | (1n << BigInt(i)) : set), 0n);
  const skipped = bits((p) => p.count !== 'one');
  const repeated = bits((p) => p.count === 'any');
  const starts = new Set([0]);
  for (const { members } of places) {
    for (const [from, to] of members) starts.add(from).add(to + 1);
  }
  // Characters that fill the same places are one.
  const fills = new Set<bigint>();
  for (const c of starts) fills.add(bits((p) => p.members.some(([a, b]) => a <= c && c <= b)));

  const closed = (set: bigint): bigint => {
    for (;;) {
      const wider = set | ((set & skipped) << 1n);
      if (wider === set) return set;
      set = wider;
    }
  };
  const first = closed(1n);
  const known = new Set([first]);
  const left = [first];
  for (let set = left.pop(); set !== undefined; set = left.pop()) {
    for (const fill of fills) {
      const filled = set & fill;
      const next = closed((filled << 1n) | (filled & repeated));
      if (next === 0n || known.has(next)) continue;
      known.add(next);
      if (known.size > most) return known.size;
      left.push(next);
    }
  }
  return known.size;
}

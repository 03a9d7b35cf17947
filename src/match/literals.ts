/** Code units of a literal that it is found by, at most. */
const GRAM = 4;

/** Where a literal is in the string that is searched. */
export type Place = 'equals' | 'startswith' | 'endswith' | 'contains';

export interface Literal {
  /** Folded. */
  readonly text: string;
  readonly place: Place;
}

/** A string, and what it is with its case folded, which is only asked for where it is needed. */
export interface Foldable {
  readonly text: string;
  readonly folded: string;
}

/**
 * Finds which of many literals a string has, whatever its case, in a pass or a few over it: by a few
 * code units of each, of which most strings have none (as Wu and Manber's algorithm of 1994 does), and
 * a look at the rest of it where they are. What is looked at for each code unit of the string stays in
 * the processor.
 */
export class LiteralSet {
  private readonly passes: readonly Pass[];
  /** For literals that only strings beyond ASCII have. */
  private readonly beyondAscii: readonly Pass[];
  /** Those of fewer than `GRAM` code units that are all of a string. */
  private readonly short = new Map<string, number>();
  /** No string of fewer code units has any of the literals: folding leaves their number as it is. */
  readonly shortest: number;

  /** @param literals no two the same, and none empty but one that is all of a string; results are their indexes */
  constructor(private readonly literals: readonly Literal[]) {
    const ascii: Numbered[] = [];
    const others: Numbered[] = [];
    literals.forEach(({ text, place }, index) => {
      if (place === 'equals' && text.length < GRAM) this.short.set(text, index);
      else (isAscii(text) ? ascii : others).push({ text, place, index });
    });
    this.passes = passesOf(ascii);
    this.beyondAscii = passesOf(others);
    this.shortest = literals.reduce((least, { text }) => Math.min(least, text.length), Infinity);
  }

  /** Calls back with each literal that the string has, as often as it does. */
  scan(searched: Foldable, onFound: (index: number) => void): void {
    const { text } = searched;
    if (text.length < this.shortest) return;
    if (text.length < GRAM && this.short.size > 0) {
      const index = this.short.get(searched.folded);
      if (index !== undefined) onFound(index);
    }
    for (const pass of this.passes) this.run(pass, text, searched, onFound);
    if (this.beyondAscii.length === 0 || isAscii(text)) return;
    for (const pass of this.beyondAscii) this.run(pass, searched.folded, searched, onFound);
  }

  private run(
    pass: Pass,
    text: string,
    searched: Foldable,
    onFound: (index: number) => void,
  ): void {
    const { length, mask, stride, shift, bits } = pass;
    if (stride > 1) return this.leap(pass, text, searched, onFound);
    let key = 0;
    for (let i = 0; i < text.length; i++) {
      key = ((key << 8) | SMALL[text.charCodeAt(i) & 0xff]!) & mask;
      const slot = Math.imul(key, FACTOR) >>> shift;
      if ((bits[slot >>> 5]! & (1 << (slot & 31))) === 0) continue;
      this.look(pass, key, i + 1 - length, searched, onFound);
    }
  }

  /** As `run`, past the code units that need not be looked at. */
  private leap(
    pass: Pass,
    text: string,
    searched: Foldable,
    onFound: (index: number) => void,
  ): void {
    const { stride, shift, bits } = pass;
    for (let i = 0; i <= text.length - GRAM; i += stride) {
      const key =
        (SMALL[text.charCodeAt(i) & 0xff]! << 24) |
        (SMALL[text.charCodeAt(i + 1) & 0xff]! << 16) |
        (SMALL[text.charCodeAt(i + 2) & 0xff]! << 8) |
        SMALL[text.charCodeAt(i + 3) & 0xff]!;
      const slot = Math.imul(key, FACTOR) >>> shift;
      if ((bits[slot >>> 5]! & (1 << (slot & 31))) === 0) continue;
      this.look(pass, key, i, searched, onFound);
    }
  }

  /** At what begins with the key's code units. */
  private look(
    { shift, table, finds }: Pass,
    key: number,
    start: number,
    searched: Foldable,
    onFound: (index: number) => void,
  ): void {
    let at = ((Math.imul(key, FACTOR) >>> shift) & table.mask) << 1;
    while (table.cells[at + 1] !== 0 && table.cells[at] !== key) at = (at + 2) & table.last;
    for (let f = table.cells[at + 1]!; f !== 0; f = finds[f + 2]!) {
      const index = finds[f]!;
      if (isAt(this.literals[index]!, searched.folded, start - finds[f + 1]!)) onFound(index);
    }
  }
}

function isAt({ text, place }: Literal, folded: string, start: number): boolean {
  if (start < 0) return false;
  const isEnd = start + text.length === folded.length;
  switch (place) {
    case 'equals':
      return start === 0 && isEnd && folded === text;
    case 'startswith':
      return start === 0 && folded.startsWith(text);
    case 'endswith':
      return isEnd && folded.startsWith(text, start);
    case 'contains':
      return folded.startsWith(text, start);
  }
}

const NOT_ASCII = /[^\x00-\x7f]/;

function isAscii(text: string): boolean {
  return !NOT_ASCII.test(text);
}

interface Numbered extends Literal {
  readonly index: number;
}

/** The literals whose chosen code units are as many. */
interface Pass {
  readonly length: number;
  readonly mask: number;
  /** A key is looked for at every so many code units; 1 if it has fewer than `GRAM`. */
  readonly stride: number;
  /** Leaves the number of a slot of a key times `FACTOR`. */
  readonly shift: number;
  /** One for each slot that a key has. */
  readonly bits: Int32Array;
  readonly table: Table;
  /** Threes from 1 on: the index of a literal, its offset before the key, and where the next of the key is. */
  readonly finds: Int32Array;
}

/** Keys by open addressing, each with where the first of its `finds` is; 0 where there is none. */
interface Table {
  readonly cells: Int32Array;
  readonly mask: number;
  readonly last: number;
}

interface Find {
  readonly key: number;
  readonly index: number;
  readonly offset: number;
}

/** Slots for each literal, of which most stay empty. */
const SLOTS_EACH = 16;
const MAX_SLOT_BITS = 17;
const MAX_STRIDE = 8;
const FACTOR = 0x9e3779b1;

function passesOf(literals: readonly Numbered[]): readonly Pass[] {
  const frequency = new Map<number, number>();
  const byLength = new Map<number, Numbered[]>();
  for (const literal of literals) {
    for (const key of keysOf(literal.text)) frequency.set(key, (frequency.get(key) ?? 0) + 1);
    const length = Math.min(literal.text.length, GRAM);
    const list = byLength.get(length);
    if (list) list.push(literal);
    else byLength.set(length, [literal]);
  }
  return [...byLength].map(([length, list]) => {
    const stride = strideOf(length, list);
    const finds = list.flatMap((literal) => findsOf(literal, stride, frequency));
    return passOf(length, stride, finds);
  });
}

/**
 * The most by which a search may go on at once: wherever a literal is, one of so many of its keys in a
 * row is looked at.
 */
function strideOf(length: number, literals: readonly Numbered[]): number {
  let stride = length < GRAM ? 1 : MAX_STRIDE;
  for (const { text, place } of literals) {
    if (!isAtStart(place)) stride = Math.min(stride, text.length - length + 1);
  }
  return stride;
}

function isAtStart(place: Place): boolean {
  return place === 'equals' || place === 'startswith';
}

/** The keys by which a literal is found: the rarest, so that few strings have them. */
function findsOf(
  { text, place, index }: Numbered,
  stride: number,
  frequency: ReadonlyMap<number, number>,
): readonly Find[] {
  const keys = keysOf(text);
  const costs = keys.map((key) => frequency.get(key)!);
  let best = 0;
  let least = Infinity;
  if (isAtStart(place)) {
    for (let at = 0; at < keys.length; at += stride) {
      if (costs[at]! < least) [best, least] = [at, costs[at]!];
    }
    return [{ key: keys[best]!, index, offset: best }];
  }
  for (let at = 0; at + stride <= keys.length; at++) {
    const sum = costs.slice(at, at + stride).reduce((a, b) => a + b);
    if (sum < least) [best, least] = [at, sum];
  }
  return keys.slice(best, best + stride).map((key, i): Find => ({ key, index, offset: best + i }));
}

function passOf(length: number, stride: number, list: readonly Find[]): Pass {
  const slotBits = Math.min(Math.ceil(Math.log2(list.length * SLOTS_EACH)) + 1, MAX_SLOT_BITS);
  const shift = 32 - slotBits;
  const bits = new Int32Array(1 << (slotBits - 5));
  const size = 1 << (Math.ceil(Math.log2(list.length)) + 1);
  const [mask, last] = [size - 1, 2 * size - 1];
  const cells = new Int32Array(2 * size);
  const finds = new Int32Array(1 + 3 * list.length);
  list.forEach(({ key, index, offset }, i) => {
    const slot = Math.imul(key, FACTOR) >>> shift;
    bits[slot >>> 5]! |= 1 << (slot & 31);
    let at = (slot & mask) << 1;
    while (cells[at + 1] !== 0 && cells[at] !== key) at = (at + 2) & last;
    finds.set([index, offset, cells[at + 1]!], 1 + 3 * i);
    cells[at] = key;
    cells[at + 1] = 1 + 3 * i;
  });
  const table = { cells, mask, last };
  return { length, mask: maskOf(length), stride, shift, bits, table, finds };
}

function maskOf(length: number): number {
  return length === GRAM ? -1 : (1 << (8 * length)) - 1;
}

/** The low bytes of each run of code units in one number: those that share it are told apart later. */
function keysOf(literal: string): readonly number[] {
  const length = Math.min(literal.length, GRAM);
  const keys: number[] = [];
  let key = 0;
  for (let i = 0; i < literal.length; i++) {
    key = ((key << 8) | SMALL[literal.charCodeAt(i) & 0xff]!) & maskOf(length);
    if (i >= length - 1) keys.push(key);
  }
  return keys;
}

/**
 * The low bytes of code units, as those of what they fold to, where that is within ASCII: beyond it
 * only U+017F (long s) and U+212A (the kelvin sign) do.
 */
const SMALL = Uint8Array.from({ length: 0x100 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);
SMALL[0x7f] = 0x73;
SMALL[0x2a] = 0x6b;

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
      else (isAscii(text) ? ascii : others).push({ text, index });
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
    let isWide = this.passes.length === 0 && !isAscii(text);
    for (const pass of this.passes) isWide = this.run(pass, text, searched, onFound) || isWide;
    if (!isWide) return;
    // A letter beyond ASCII may fold to one within.
    for (const pass of this.passes) this.run(pass, searched.folded, searched, onFound);
    for (const pass of this.beyondAscii) this.run(pass, searched.folded, searched, onFound);
  }

  /** @returns whether the text has code units beyond ASCII */
  private run(
    { length, mask, shift, bits, table, finds }: Pass,
    text: string,
    searched: Foldable,
    onFound: (index: number) => void,
  ): boolean {
    let all = 0;
    let key = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      all |= unit;
      key = ((key << 8) | SMALL[unit & 0xff]!) & mask;
      const slot = Math.imul(key, FACTOR) >>> shift;
      if ((bits[slot >>> 5]! & (1 << (slot & 31))) === 0) continue;
      let at = (slot & table.mask) << 1;
      while (table.cells[at + 1] !== 0 && table.cells[at] !== key) at = (at + 2) & table.last;
      for (let f = table.cells[at + 1]!; f !== 0; f = finds[f + 2]!) {
        const index = finds[f]!;
        if (isAt(this.literals[index]!, searched.folded, i + 1 - length - finds[f + 1]!)) {
          onFound(index);
        }
      }
    }
    return all > 0x7f;
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

interface Numbered {
  readonly text: string;
  readonly index: number;
}

/** The literals whose chosen code units are as many. */
interface Pass {
  readonly length: number;
  readonly mask: number;
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
const FACTOR = 0x9e3779b1;

function passesOf(literals: readonly Numbered[]): readonly Pass[] {
  const frequency = new Map<number, number>();
  for (const { text } of literals) {
    for (const key of keysOf(text)) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  }
  const finds = new Map<number, Find[]>();
  for (const { text, index } of literals) {
    // The rarest, so that few strings have it.
    const keys = keysOf(text);
    let offset = 0;
    keys.forEach((key, i) => {
      if (frequency.get(key)! < frequency.get(keys[offset]!)!) offset = i;
    });
    const length = Math.min(text.length, GRAM);
    const list = finds.get(length);
    const find = { key: keys[offset]!, index, offset };
    if (list) list.push(find);
    else finds.set(length, [find]);
  }
  return [...finds].map(([length, list]) => passOf(length, list));
}

function passOf(length: number, list: readonly Find[]): Pass {
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
  return { length, mask: maskOf(length), shift, bits, table: { cells, mask, last }, finds };
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

/** Bytes, with capitals of ASCII as small letters. */
const SMALL = Uint8Array.from({ length: 0x100 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);

import { foldCase } from '../model/case-folding.js';
import type { Anchor } from './anchor.js';
import type { MatchEvent } from './event.js';
import { LiteralSet } from './literals.js';

interface FieldIndex {
  /** Those that have anything here. */
  readonly entries: number[];
  readonly present: number[];
  readonly equals: Map<string, number[]>;
  readonly literals: Literals;
  /** Entries of texts, of which many come again and again. */
  readonly known: Map<string, readonly number[]>;
}

/** Texts of one field that are remembered, of at most so many code units. */
const MAX_KNOWN = 1_000;
const MAX_KNOWN_LENGTH = 300;

function entriesOf({ equals, literals, known }: FieldIndex, text: string): readonly number[] {
  const before = known.get(text);
  if (before) return before;
  const found = new Set(equals.get(text));
  literals.scan([text], asFolded, (entry) => found.add(entry));
  const entries = [...found];
  if (text.length <= MAX_KNOWN_LENGTH) {
    if (known.size === MAX_KNOWN) known.clear();
    known.set(text, entries);
  }
  return entries;
}

/** Literals, and the entries of each. */
class Literals {
  private readonly entries = new Map<string, number[]>();
  private set: LiteralSet | null = null;
  private lists: readonly (readonly number[])[] = [];

  add(text: string, entry: number): void {
    pushTo(this.entries, text, entry);
  }

  isEmpty(): boolean {
    return this.entries.size === 0;
  }

  /** @param fold folds the case of a string */
  scan(
    texts: readonly string[],
    fold: (text: string) => string,
    onEntry: (entry: number) => void,
  ): void {
    if (this.isEmpty()) return;
    if (!this.set) {
      this.set = new LiteralSet([...this.entries.keys()]);
      this.lists = [...this.entries.values()];
    }
    for (const text of texts) {
      this.set.scan(text, fold, (index) => this.lists[index]!.forEach(onEntry));
    }
  }
}

/** Whether an event cannot be of an entry's log source. */
export type Contradicts = (entry: number) => boolean;

/** What there is to look for in events that contradict the same entries. */
interface Kind {
  /** 1 at each entry that they contradict. */
  readonly isOut: Uint8Array;
  readonly fields: readonly (readonly [name: string, index: FieldIndex])[];
  readonly always: readonly number[];
  readonly anywhere: Literals;
}

/** Each takes a byte for every entry. */
const MAX_KINDS = 1_000;

/** Finds which entries (numbers) an event may satisfy, by the literals of their anchors. */
export class RuleIndex {
  private readonly fields = new Map<string, FieldIndex>();
  private readonly anywhere: { readonly text: string; readonly entry: number }[] = [];
  private readonly always: number[] = [];
  private readonly marks: Uint32Array;
  private readonly kinds = new Map<Contradicts | null, Kind>();
  private round = 0;

  constructor(anchors: readonly Anchor[]) {
    this.marks = new Uint32Array(anchors.length);
    anchors.forEach((anchor, entry) => this.add(anchor, entry));
  }

  private add(anchor: Anchor, entry: number): void {
    if (!anchor) {
      this.always.push(entry);
      return;
    }
    for (const clue of anchor) {
      if (clue.kind === 'anywhere') {
        this.anywhere.push({ text: clue.text, entry });
        continue;
      }
      let index = this.fields.get(clue.field);
      if (!index) {
        index = {
          entries: [],
          present: [],
          equals: new Map(),
          literals: new Literals(),
          known: new Map(),
        };
        this.fields.set(clue.field, index);
      }
      index.entries.push(entry);
      if (clue.kind === 'present') index.present.push(entry);
      else if (clue.kind === 'equals') pushTo(index.equals, clue.text, entry);
      else index.literals.add(clue.text, entry);
    }
  }

  /**
   * In ascending order, each once.
   *
   * @param contradicts leaves out those of other log sources; the same function for events of a kind
   */
  candidates(event: MatchEvent, contradicts: Contradicts | null = null): readonly number[] {
    const { isOut, fields, always, anywhere } = this.kindOf(contradicts);
    const { marks } = this;
    const found = [...always];
    const round = (this.round = (this.round + 1) >>> 0);
    const mark = (entry: number): void => {
      if (marks[entry] === round || isOut[entry] === 1) return;
      marks[entry] = round;
      found.push(entry);
    };
    for (const [name, index] of fields) {
      if (event.field(name) === undefined) continue;
      index.present.forEach(mark);
      for (const text of event.foldedTexts(name)) entriesOf(index, text).forEach(mark);
    }
    if (!anywhere.isEmpty()) anywhere.scan(event.texts(), foldCase, mark);
    return found.sort((a, b) => a - b);
  }

  private kindOf(contradicts: Contradicts | null): Kind {
    let kind = this.kinds.get(contradicts);
    if (!kind) {
      kind = this.makeKind(contradicts ?? (() => false));
      if (this.kinds.size < MAX_KINDS) this.kinds.set(contradicts, kind);
    }
    return kind;
  }

  private makeKind(contradicts: Contradicts): Kind {
    const isOut = Uint8Array.from(this.marks, (_, entry) => (contradicts(entry) ? 1 : 0));
    const isIn = (entry: number): boolean => isOut[entry] === 0;
    const anywhere = new Literals();
    for (const { text, entry } of this.anywhere) if (isIn(entry)) anywhere.add(text, entry);
    return {
      isOut,
      fields: [...this.fields].filter(([, index]) => index.entries.some(isIn)),
      always: this.always.filter(isIn),
      anywhere,
    };
  }
}

const asFolded = (text: string): string => text;

function pushTo<K>(map: Map<K, number[]>, key: K, entry: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (list[list.length - 1] !== entry) list.push(entry);
}

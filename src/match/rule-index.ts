import { anchorOf, likelihoodAmong } from './anchor.js';
import type { Expression } from '../predicate/predicate.js';
import { EventText } from './event.js';
import type { FieldSlot, FieldSlots, MatchEvent } from './event.js';
import { LiteralSet } from './literals.js';
import type { Foldable, Literal, Place } from './literals.js';
import type { NameOf } from './test.js';

/** What is looked for: a rule's tree, and how its fields are looked up. */
export interface Sought {
  readonly expression: Expression;
  readonly nameOf: NameOf;
}

/** Whether an event cannot be of an entry's log source. */
export type Contradicts = (entry: number) => boolean;

/** Each takes room for every entry that it does not contradict. */
const MAX_KINDS = 200;

/**
 * Finds which entries (numbers) an event may satisfy, by the literals of their anchors. Events that
 * contradict the same entries have an index of their own, made when the first of them comes.
 */
export class RuleIndex {
  private readonly kinds = new Map<Contradicts | null, KindIndex>();

  constructor(
    private readonly entries: readonly Sought[],
    private readonly slots: FieldSlots,
  ) {}

  /**
   * In ascending order, each once.
   *
   * @param contradicts leaves out those of other log sources; the same function for events of a kind
   */
  candidates(event: MatchEvent, contradicts: Contradicts | null = null): readonly number[] {
    let kind = this.kinds.get(contradicts);
    if (!kind) {
      const numbers = this.entries.map((_, entry) => entry).filter((e) => !contradicts?.(e));
      kind = new KindIndex(this.entries, numbers, this.slots);
      if (this.kinds.size === MAX_KINDS) this.kinds.clear();
      this.kinds.set(contradicts, kind);
    }
    return kind.candidates(event);
  }
}

interface FieldIndex {
  readonly slot: FieldSlot;
  readonly present: number[];
  readonly literals: EntryLiterals;
}

/** Those entries that events of one kind may satisfy. */
class KindIndex {
  private readonly fields: readonly FieldIndex[];
  private readonly always: number[] = [];
  private readonly found: Found;
  private readonly anywhere: EntryLiterals;

  constructor(entries: readonly Sought[], numbers: readonly number[], slots: FieldSlots) {
    this.found = new Found(entries.length);
    this.anywhere = new EntryLiterals(this.found);
    const fields = new Map<string, FieldIndex>();
    const fieldOf = (name: string): FieldIndex => {
      let field = fields.get(name);
      if (!field) {
        const literals = new EntryLiterals(this.found);
        field = { slot: slots.of(name), present: [], literals };
        fields.set(name, field);
      }
      return field;
    };
    const likelihood = likelihoodAmong(numbers.map((entry) => entries[entry]!));
    for (const entry of numbers) {
      const { expression, nameOf } = entries[entry]!;
      const anchor = anchorOf(expression, nameOf, likelihood);
      if (!anchor) this.always.push(entry);
      for (const clue of anchor ?? []) {
        if (clue.kind === 'present') fieldOf(clue.field).present.push(entry);
        else if (clue.kind === 'anywhere') this.anywhere.add(clue.text, 'contains', entry);
        else fieldOf(clue.field).literals.add(clue.text, clue.place, entry);
      }
    }
    this.fields = [...fields.values()];
  }

  candidates(event: MatchEvent): readonly number[] {
    const { fields, found, anywhere } = this;
    const entries = [...this.always];
    found.begin(entries);
    for (let i = 0; i < fields.length; i++) {
      const { slot, present, literals } = fields[i]!;
      const field = slot.in(event);
      if (field.values === undefined) continue;
      if (present.length > 0) found.addAll(present);
      if (!literals.isEmpty) literals.scan(field.texts);
    }
    if (!anywhere.isEmpty) anywhere.scanAll(event.texts());
    return entries.length > 1 ? entries.sort((a, b) => a - b) : entries;
  }
}

/** What is found for an event, each entry once. */
class Found {
  private entries: number[] = [];
  private round = 0;
  /** For each entry, the round in which it was last found. */
  private readonly marks: Uint32Array;

  constructor(count: number) {
    this.marks = new Uint32Array(count);
  }

  /** @param entries where they are added */
  begin(entries: number[]): void {
    this.entries = entries;
    this.round = (this.round + 1) >>> 0;
  }

  addAll(entries: readonly number[]): void {
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i]!;
      if (this.marks[entry] === this.round) continue;
      this.marks[entry] = this.round;
      this.entries.push(entry);
    }
  }
}

/** Literals, and the entries of each. */
class EntryLiterals {
  private readonly lists = new Map<string, Literal & { readonly entries: number[] }>();
  private all: readonly (readonly number[])[] = [];
  private made: LiteralSet | null = null;
  private readonly onFound: (index: number) => void;

  constructor(found: Found) {
    this.onFound = (index) => found.addAll(this.all[index]!);
  }

  get isEmpty(): boolean {
    return this.lists.size === 0;
  }

  add(text: string, place: Place, entry: number): void {
    const key = `${place} ${text}`;
    const list = this.lists.get(key);
    if (!list) this.lists.set(key, { text, place, entries: [entry] });
    else if (list.entries[list.entries.length - 1] !== entry) list.entries.push(entry);
  }

  scan(texts: readonly Foldable[]): void {
    const { set } = this;
    for (let i = 0; i < texts.length; i++) set.scan(texts[i]!, this.onFound);
  }

  scanAll(strings: readonly string[]): void {
    const { set } = this;
    for (const text of strings) {
      if (text.length >= set.shortest) set.scan(new EventText(text), this.onFound);
    }
  }

  private get set(): LiteralSet {
    if (!this.made) {
      const literals = [...this.lists.values()];
      this.made = new LiteralSet(literals);
      this.all = literals.map(({ entries }) => entries);
    }
    return this.made;
  }
}

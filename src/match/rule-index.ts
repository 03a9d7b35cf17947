import { anchorOf, likelihoodAmong } from './anchor.js';
import type { Expression } from '../predicate/predicate.js';
import type { MatchEvent } from './event.js';
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

  constructor(private readonly entries: readonly Sought[]) {}

  /**
   * In ascending order, each once.
   *
   * @param contradicts leaves out those of other log sources; the same function for events of a kind
   */
  candidates(event: MatchEvent, contradicts: Contradicts | null = null): readonly number[] {
    let kind = this.kinds.get(contradicts);
    if (!kind) {
      const numbers = this.entries.map((_, entry) => entry).filter((e) => !contradicts?.(e));
      kind = new KindIndex(this.entries, numbers);
      if (this.kinds.size === MAX_KINDS) this.kinds.clear();
      this.kinds.set(contradicts, kind);
    }
    return kind.candidates(event);
  }
}

interface FieldIndex {
  readonly name: string;
  readonly present: number[];
  readonly literals: EntryLiterals;
}

/** Those entries that events of one kind may satisfy. */
class KindIndex {
  private readonly fields: readonly FieldIndex[];
  private readonly always: number[] = [];
  private readonly anywhere = new EntryLiterals();
  /** For each entry, the number of the event that it was last found for. */
  private readonly marks: Uint32Array;
  private round = 0;

  constructor(entries: readonly Sought[], numbers: readonly number[]) {
    this.marks = new Uint32Array(entries.length);
    const fields = new Map<string, FieldIndex>();
    const fieldOf = (name: string): FieldIndex => {
      let field = fields.get(name);
      if (!field) {
        field = { name, present: [], literals: new EntryLiterals() };
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
    const { fields, marks, anywhere } = this;
    const found = [...this.always];
    const round = (this.round = (this.round + 1) >>> 0);
    const mark = (entry: number): void => {
      if (marks[entry] === round) return;
      marks[entry] = round;
      found.push(entry);
    };
    for (let i = 0; i < fields.length; i++) {
      const { name, present, literals } = fields[i]!;
      if (present.length > 0 && event.field(name) !== undefined) present.forEach(mark);
      if (!literals.isEmpty) literals.scan(event.textsOf(name), mark);
    }
    if (!anywhere.isEmpty) anywhere.scan(event.allTexts(), mark);
    return found.length > 1 ? found.sort((a, b) => a - b) : found;
  }
}

/** Literals, and the entries of each. */
class EntryLiterals {
  private readonly lists = new Map<string, Literal & { readonly entries: number[] }>();
  private all: readonly (readonly number[])[] = [];
  private set: LiteralSet | null = null;

  get isEmpty(): boolean {
    return this.lists.size === 0;
  }

  add(text: string, place: Place, entry: number): void {
    const key = `${place} ${text}`;
    const list = this.lists.get(key);
    if (!list) this.lists.set(key, { text, place, entries: [entry] });
    else if (list.entries[list.entries.length - 1] !== entry) list.entries.push(entry);
  }

  scan(texts: readonly Foldable[], onEntry: (entry: number) => void): void {
    if (texts.length === 0) return;
    if (!this.set) {
      const literals = [...this.lists.values()];
      this.set = new LiteralSet(literals);
      this.all = literals.map(({ entries }) => entries);
    }
    const onFound = (index: number): void => this.all[index]!.forEach(onEntry);
    for (let i = 0; i < texts.length; i++) this.set.scan(texts[i]!, onFound);
  }
}

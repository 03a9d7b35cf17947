import type { Anchor } from './anchor.js';
import type { MatchEvent } from './event.js';
import { LiteralSet } from './literals.js';

interface FieldIndex {
  readonly present: number[];
  readonly equals: Map<string, number[]>;
  readonly literals: Literals;
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

  scan(texts: readonly string[], onEntry: (entry: number) => void): void {
    if (this.isEmpty()) return;
    if (!this.set) {
      this.set = new LiteralSet([...this.entries.keys()]);
      this.lists = [...this.entries.values()];
    }
    for (const text of texts) {
      this.set.scan(text, (index) => this.lists[index]!.forEach(onEntry));
    }
  }
}

/** Finds which entries (numbers) an event may satisfy, by the literals of their anchors. */
export class RuleIndex {
  private readonly fields = new Map<string, FieldIndex>();
  private readonly anywhere = new Literals();
  private readonly always: number[] = [];
  private readonly marks: Uint32Array;
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
        this.anywhere.add(clue.text, entry);
        continue;
      }
      let index = this.fields.get(clue.field);
      if (!index) {
        index = { present: [], equals: new Map(), literals: new Literals() };
        this.fields.set(clue.field, index);
      }
      if (clue.kind === 'present') index.present.push(entry);
      else if (clue.kind === 'equals') pushTo(index.equals, clue.text, entry);
      else index.literals.add(clue.text, entry);
    }
  }

  /** In ascending order, each once. */
  candidates(event: MatchEvent): readonly number[] {
    const found: number[] = [];
    this.round = (this.round + 1) >>> 0;
    const mark = (entry: number): void => {
      if (this.marks[entry] === this.round) return;
      this.marks[entry] = this.round;
      found.push(entry);
    };
    this.always.forEach(mark);
    for (const [name, index] of this.fields) {
      if (event.field(name) === undefined) continue;
      index.present.forEach(mark);
      const texts = event.foldedTexts(name);
      for (const text of texts) index.equals.get(text)?.forEach(mark);
      index.literals.scan(texts, mark);
    }
    if (!this.anywhere.isEmpty()) this.anywhere.scan(event.foldedEventTexts(), mark);
    return found.sort((a, b) => a - b);
  }
}

function pushTo<K>(map: Map<K, number[]>, key: K, entry: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [entry]);
  else if (list[list.length - 1] !== entry) list.push(entry);
}

import type { Finding } from './codes.js';

/** A repaired text, and the way from its offsets back to the original's. */
export interface Repaired {
  readonly text: string;
  /** From an offset of `text` to one of the original. */
  readonly toOriginal: (offset: number) => number;
}

export interface Edit {
  /** Of the original text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Repair {
  /** In order; none touches another. */
  readonly edits: readonly Edit[];
  readonly finding: Finding;
  /** Of the fix that makes the edits in the file. */
  readonly title: string;
  /** Where to point: offsets of the original text. */
  readonly start: number;
  readonly end: number;
}

export function applyRepairs(
  original: string,
  repairs: readonly Pick<Repair, 'edits'>[],
): Repaired {
  const edits = repairs.flatMap((r) => r.edits).sort((a, b) => a.start - b.start || a.end - b.end);
  /** Pairs of repaired and original offset at which stretches begin. */
  const starts: { repaired: number; original: number; replaced: boolean }[] = [];
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  const add = (text: string, from: number, replaced: boolean): void => {
    starts.push({ repaired: length, original: from, replaced });
    parts.push(text);
    length += text.length;
  };
  for (const edit of edits) {
    if (edit.start < at) continue;
    add(original.slice(at, edit.start), at, false);
    add(edit.text, edit.start, true);
    at = edit.end;
  }
  add(original.slice(at), at, false);
  return {
    text: parts.join(''),
    toOriginal: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]!.repaired <= offset) low = middle;
        else high = middle - 1;
      }
      const start = starts[low]!;
      return start.replaced ? start.original : start.original + offset - start.repaired;
    },
  };
}

/** The first line of a block of keys or items, where another line of it is not aligned with it. */
export interface Block {
  /** Of what the line holds for the block, and of its end. */
  readonly start: number;
  readonly end: number;
  /** Columns count from 0. */
  readonly column: number;
  /** The column of the other line. */
  readonly own: number;
}

/**
 * The first line of the block that a misplaced line is in: the one below the nearest line that is indented
 * less, or that line itself if keys begin after its dash. Null if the two are aligned.
 */
export function firstOfBlock(text: string, at: number): Block | null {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const own = indentOf(text, lineStart);
  const isItem = text.startsWith('- ', lineStart + own);
  let first: Omit<Block, 'own'> | null = null;
  for (let end = lineStart - 1; end >= 0;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const indent = indentOf(text, start);
    const held = text.slice(start + indent, end).trimEnd();
    if (held !== '' && !held.startsWith('#')) {
      const dashes = isItem || indent > own ? 0 : (DASHES.exec(held)?.[0].length ?? 0);
      if (dashes === 0 && indent < own) break;
      const column = indent + dashes;
      first = { start: start + column, end: start + indent + held.length, column };
      if (dashes > 0) break;
    }
    end = start - 1;
  }
  return first && first.column !== own ? { ...first, own } : null;
}

/** Before a key on the line of its list item. */
const DASHES = /^(?:- +)+(?=[^\s'"#[\]{}][^\n:]*:(?: |$))/;

function indentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at - start;
}

/** How far below a key its block is looked at. */
const FARTHEST = 10_000;

/** Whether a place is in the block below a key, all of whose lines are indented deeper. */
export function isBelow(text: string, key: number, at: number): boolean {
  if (at < key || at - key > FARTHEST) return false;
  const indent = indentOf(text, text.lastIndexOf('\n', key - 1) + 1);
  let start = text.indexOf('\n', key) + 1;
  if (start === 0 || start > at) return false;
  for (; start > 0 && start <= at; start = text.indexOf('\n', start) + 1) {
    const own = indentOf(text, start);
    if (own <= indent && /\S/.test(text[start + own] ?? '')) return false;
  }
  return true;
}

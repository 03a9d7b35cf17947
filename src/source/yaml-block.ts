/** The first line of a block of keys or items, where the indentation of another line of it differs. */
export interface Block {
  /** Of what the line holds, and of its end. */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** The indentation of the other line. */
  readonly own: number;
}

/**
 * The first line of the block that a misplaced line is in: the one below the nearest line that is indented
 * less. Null if they are indented alike.
 */
export function firstOfBlock(text: string, at: number): Block | null {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const own = indentOf(text, lineStart);
  let first: Omit<Block, 'own'> | null = null;
  for (let end = lineStart - 1; end >= 0;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const indent = indentOf(text, start);
    const held = text.slice(start + indent, end).trimEnd();
    if (held !== '' && !held.startsWith('#')) {
      if (indent < own) break;
      first = { start: start + indent, end: start + indent + held.length, indent };
    }
    end = start - 1;
  }
  return first && first.indent !== own ? { ...first, own } : null;
}

function indentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at - start;
}

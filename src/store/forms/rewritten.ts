import type { Regex, RegexNode } from '../../model/regex/ast.js';
import { toPcre } from '../../model/regex/dialects/pcre.js';
import { foldRegex } from '../../model/regex/fold.js';
import { parseRegex } from '../../model/regex/parse.js';

/** What stands for a part of a regular expression, given as it is written; null where it stays. */
export type Rewriting = (node: RegexNode, written: string) => string | null;

/**
 * The regular expression with parts of it written otherwise, read anew: the same where none is. Not
 * within a look-behind, which must know its length.
 */
export function rewriteRegex(regex: Regex, rewriting: Rewriting): Regex {
  const { source, ast } = withoutQuoteMarks(regex);
  const edits = foldRegex<readonly Edit[]>(ast, (node, children) => {
    if (node.kind === 'look' && node.direction === 'behind') return [];
    const written = rewriting(node, source.slice(node.start, node.end));
    return written === null ? children().flat() : [{ ...node, written }];
  });
  if (edits.length === 0) return regex;
  let text = source;
  for (const { start, end, written } of [...edits].sort((a, b) => b.start - a.start)) {
    text = `${text.slice(0, start)}${written}${text.slice(end)}`;
  }
  const parsed = parseRegex(text, regex.flags);
  return 'ast' in parsed ? { ...regex, source: text, ast: parsed.ast } : regex;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** Between `\Q` and `\E`, what replaces a character would be text. */
function withoutQuoteMarks(regex: Regex): Regex {
  if (!regex.source.includes('\\Q')) return regex;
  const source = toPcre(regex);
  const parsed = parseRegex(source, regex.flags);
  return 'ast' in parsed ? { ...regex, source, ast: parsed.ast } : regex;
}

import type { Regex } from '../../../../src/model/regex/ast.js';
import { parseRegex } from '../../../../src/model/regex/parse.js';

/** What a rule's `|re` makes of a pattern. */
export function regex(source: string): Regex {
  const flags = { ignoreCase: false, multiLine: false, dotAll: false };
  const parsed = parseRegex(source, flags);
  if (!('ast' in parsed)) throw new Error(parsed.error.finding.message);
  return { source, flags, ast: parsed.ast };
}

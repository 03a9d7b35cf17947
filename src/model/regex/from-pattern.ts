import { isAny } from '../patterns/pattern.js';
import type { StringPattern } from '../patterns/pattern.js';
import type { Regex, RegexNode } from './ast.js';

const NOWHERE = { start: 0, end: 0 };
const ANYTHING: RegexNode = {
  kind: 'repeat',
  body: { kind: 'dot', ...NOWHERE },
  min: 0,
  max: null,
  mode: 'greedy',
  ...NOWHERE,
};

/** A string with wildcards as a regular expression for the whole value. */
export function patternToRegex(pattern: StringPattern, cased: boolean): Regex {
  const items: RegexNode[] = [{ kind: 'anchor', anchor: 'text-start', ...NOWHERE }];
  pattern.forEach((part, index) => {
    if (typeof part === 'string') {
      for (const c of part)
        items.push({ kind: 'literal', codePoint: c.codePointAt(0)!, ...NOWHERE });
    } else if (part.kind === 'one') items.push({ kind: 'dot', ...NOWHERE });
    else if (index === 0) items.pop();
    else if (index < pattern.length - 1) items.push(ANYTHING);
  });
  const last = pattern[pattern.length - 1];
  if (!isAny(last)) {
    items.push({ kind: 'anchor', anchor: 'text-end', ...NOWHERE });
  }
  const flags = { ignoreCase: !cased, multiLine: false, dotAll: true };
  return { source: '', flags, ast: { kind: 'sequence', items, ...NOWHERE } };
}

import { isAny, pattern } from '../../model/patterns/pattern.js';
import { parseRegex } from '../../model/regex/parse.js';
import type { Value } from '../../model/value.js';

/**
 * What is asked of a list of codes that are all marked, such as `%%4417 %%4418`, of which some events
 * store each code by itself, without its mark: as it is, and without the mark of its first code.
 */
export function withoutMark(value: Value, mark: string): Value | readonly Value[] {
  if (value.kind === 'regex') {
    const { regex } = value;
    if (!regex.source.includes(mark)) return value;
    const source = regex.source.replaceAll(mark, '');
    const parsed = parseRegex(source, regex.flags);
    return 'ast' in parsed ? [value, { ...value, regex: { ...regex, source, ...parsed } }] : value;
  }
  if (value.kind !== 'string') return value;
  const [first, ...rest] = isAny(value.pattern[0]) ? value.pattern.slice(1) : value.pattern;
  if (typeof first !== 'string' || !first.startsWith(mark)) return value;
  const bare = pattern([first.slice(mark.length), ...rest]);
  return [value, { ...value, pattern: bare }];
}

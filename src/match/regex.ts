import { RE2JS } from 're2js';
import type { Regex } from '../model/regex/ast.js';
import { toRe2 } from '../model/regex/dialects/re2.js';
import type { Finding } from '../source/codes.js';
import type { Span } from '../source/span.js';
import { codes } from './codes.js';

/** A regular expression that the matcher's engine cannot run. */
export class RegexNotSupported extends Error {
  constructor(
    readonly finding: Finding<'error'>,
    readonly span: Span | null = null,
  ) {
    super(finding.message);
  }
}

/**
 * RE2 takes 1,398,101 instructions and groups 1,000 deep, and `toRe2` lets no count repeat anything more
 * than 1,000 times: what is not longer cannot be too much.
 */
const WITHIN_LIMITS = 1_000;

/**
 * RE2's engine, in JavaScript: its time is linear in the text for every pattern, which no rule can
 * take away. Throws `RegexNotSupported` for what it lacks.
 */
export function regexMatcher(regex: Regex): (text: string) => boolean {
  const translated = toRe2(regex);
  if (!translated.ok) throw new RegexNotSupported(translated.finding);
  const { pattern } = translated;
  // Few events get as far as a rule's pattern, and compiling takes longer than reading the rule. What
  // may be too much for RE2 must be said at once.
  let compiled = pattern.length > WITHIN_LIMITS ? compile(pattern) : null;
  return (text) => (compiled ??= compile(pattern)).test(text);
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RegexNotSupported(codes['match-regex']({ reason }));
  }
}

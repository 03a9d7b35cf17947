import { RE2JS } from 're2js';
import type { Regex } from '../model/regex/ast.js';
import { toRe2 } from '../model/regex/dialects/re2.js';
import type { Finding } from '../source/codes.js';

/** A regular expression that the matcher's engine cannot run. */
export class RegexNotSupported extends Error {
  constructor(readonly finding: Finding<'error'>) {
    super(finding.message);
  }
}

/**
 * RE2's engine, in JavaScript: its time is linear in the text for every pattern, which no rule can
 * take away. Throws `RegexNotSupported` for what it lacks.
 */
export function regexMatcher(regex: Regex): (text: string) => boolean {
  const translated = toRe2(regex);
  if (!translated.ok) throw new RegexNotSupported(translated.finding);
  const compiled = RE2JS.compile(translated.pattern);
  return (text) => compiled.test(text);
}

import type { StringPattern } from '../../src/backend/index.js';

/**
 * A pattern as PCRE. What `*` at an end stands for is said by leaving out the anchor there. `\z` and
 * not `$`, which also stands before a last line break.
 * https://help.splunk.com/en/splunk-enterprise/search/search-manual/9.0/expressions-and-predicates/spl-and-regular-expressions
 */
export function patternPcre(pattern: StringPattern, cased: boolean): string {
  let from = 0;
  let to = pattern.length;
  while (from < to && isAny(pattern[from])) from++;
  while (to > from && isAny(pattern[to - 1])) to--;
  let body = from === 0 ? '^' : '';
  let dots = false;
  let letters = false;
  for (let i = from; i < to; i++) {
    const part = pattern[i]!;
    if (typeof part === 'string') {
      body += escapePcre(part);
      letters ||= hasCase(part);
    } else {
      body += part.kind === 'any' ? '.*' : '.';
      dots = true;
    }
  }
  if (to === pattern.length) body += '\\z';
  return flags(letters && !cased, dots) + body;
}

/** The whole value is one of the texts, whatever its case. */
export function textPcre(texts: readonly string[]): string {
  const escaped = texts.map(escapePcre);
  const body = escaped.length === 1 ? escaped[0]! : `(?:${escaped.join('|')})`;
  return `${flags(texts.some(hasCase), false)}^${body}\\z`;
}

function isAny(part: StringPattern[number] | undefined): boolean {
  return typeof part === 'object' && part.kind === 'any';
}

function flags(ignoreCase: boolean, dotAll: boolean): string {
  return ignoreCase || dotAll ? `(?${ignoreCase ? 'i' : ''}${dotAll ? 's' : ''})` : '';
}

function hasCase(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}

/** Backticks are escaped since three of them start a comment. */
function escapePcre(text: string): string {
  return text
    .replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
    .replace(UNPRINTABLE, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

// eslint-disable-next-line no-control-regex
const UNPRINTABLE = /[\u0000-\u001f\u007f`]/g;

import type { Regex, RegexNode } from '../../model/regex/ast.js';
import { contains, membersOf } from '../../model/regex/code-points.js';
import { escapeRegex } from '../../model/regex/print.js';
import type { Value } from '../../model/value.js';
import { rewriteRegex } from './rewritten.js';

const SPACE = 0x20;

/** A string once for each way in which spaces are stored; a regular expression with each of them. */
export function withSpaces(value: Value, spaces: readonly string[]): Value | readonly Value[] {
  if (value.kind === 'regex') {
    const regex = spacedRegex(value.regex, spaces);
    return regex === value.regex ? value : { ...value, regex };
  }
  if (value.kind !== 'string') return value;
  if (!value.pattern.some((p) => typeof p === 'string' && p.includes(' '))) return value;
  return spaces.map((space) => ({
    ...value,
    pattern: value.pattern.map((p) => (typeof p === 'string' ? p.replaceAll(' ', space) : p)),
  }));
}

function spacedRegex(regex: Regex, spaces: readonly string[]): Regex {
  const stored = spaces.map(escapeRegex);
  const others = spaces.filter((space) => space !== ' ').map(escapeRegex);
  return rewriteRegex(regex, (node, written) => {
    if (node.kind === 'literal') return node.codePoint === SPACE ? oneOf(stored) : null;
    return isClassWithSpace(node) ? oneOf([written, ...others]) : null;
  });
}

/** What a class leaves out may be stored as what it has, so only one that names its members counts. */
function isClassWithSpace(node: RegexNode): boolean {
  if (node.kind !== 'class' || node.negated) return false;
  const members = membersOf(node);
  return members !== null && contains(members, SPACE);
}

function oneOf(options: readonly string[]): string {
  const [only = '', ...more] = options;
  return more.length === 0 && /^\\?.$/.test(only) ? only : `(?:${options.join('|')})`;
}

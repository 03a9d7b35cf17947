import { ANY, ONE, pattern } from './pattern.js';
import type { PatternPart, StringPattern } from './pattern.js';

/** How a language writes wildcards in its values. */
export interface Wildcards {
  readonly any: string;
  readonly one: string | null;
  /** What takes the meaning from a wildcard after it. */
  readonly escape: string | null;
}

export function wildcardPattern(text: string, { any, one, escape }: Wildcards): StringPattern {
  const parts: PatternPart[] = [];
  let literal = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    const next = text[i + 1];
    if (c === escape && next !== undefined && (next === any || next === one || next === escape)) {
      literal += next;
      i++;
    } else if (c === any || c === one) {
      parts.push(literal, c === any ? ANY : ONE);
      literal = '';
    } else literal += c;
  }
  parts.push(literal);
  return pattern(parts);
}

import { parseNetwork } from '../../model/modifiers/ip.js';
import { ANY, ONE, pattern, printPattern, shapeOf } from '../../model/pattern.js';
import type { PatternPart, StringPattern } from '../../model/pattern.js';
import { SHAPE_KINDS } from '../../predicate/kind.js';
import type { PredicateKind } from '../../predicate/kind.js';

/** What is asked of a field. */
export interface Asked {
  readonly kind: PredicateKind;
  readonly value: string;
}

/** The plainest predicate that a text with wildcards stands for. */
export function askPattern(parts: StringPattern): Asked {
  const shape = shapeOf(parts);
  const value = 'text' in shape ? shape.text : shape.shape === 'other' ? printPattern(parts) : '';
  return { kind: SHAPE_KINDS[shape.shape], value };
}

/** A keyword is found anywhere, so wildcards at its ends ask for nothing; null if nothing is left. */
export function askKeyword(parts: StringPattern): Asked | null {
  let start = 0;
  let end = parts.length;
  while (start < end && parts[start] === ANY) start++;
  while (end > start && parts[end - 1] === ANY) end--;
  return start === end ? null : { kind: 'keyword', value: printPattern(parts.slice(start, end)) };
}

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

/** Equality, or the network where the text is one: languages that have no operator for it. */
export function askText(text: string): Asked {
  if (!text.includes('/')) return { kind: 'eq', value: text };
  const network = parseNetwork(text);
  return network ? { kind: 'cidr', value: network.network.text } : { kind: 'eq', value: text };
}

/** A network in its canonical text; as written if it is none. */
export function askNetwork(text: string): Asked {
  return { kind: 'cidr', value: parseNetwork(text)?.network.text ?? text };
}

import type { Regex, RegexNode } from '../../model/regex/ast.js';
import { escapeRegex } from '../../model/regex/print.js';
import type { Value } from '../../model/value.js';
import { rewriteRegex } from './rewritten.js';
import type { Markup } from '../source.js';

/** Characters that are written otherwise, and how. */
type Escapes = ReadonlyMap<string, string>;

/**
 * The characters that text of an element, a string, or a field of a web server's log never holds as they are.
 * https://www.w3.org/TR/xml/#syntax
 * https://www.rfc-editor.org/rfc/rfc8259#section-7
 */
const ESCAPES: Readonly<Record<Markup, Escapes>> = {
  xml: new Map([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
  ]),
  json: new Map([
    ['\\', '\\\\'],
    ['"', '\\"'],
    ['\n', '\\n'],
    ['\r', '\\r'],
    ['\t', '\\t'],
  ]),
  // A space divides the fields of such a log.
  w3c: new Map([[' ', '+']]),
};

/**
 * A value, and the same as such text has it where that is different: text that is cut out
 * of an event keeps its escapes. Wildcards and dots count the characters of an escape.
 */
export function withEscapes(value: Value, markup: Markup): Value | readonly Value[] {
  const escapes = ESCAPES[markup];
  if (value.kind === 'regex') {
    const regex = escapedRegex(value.regex, escapes);
    return regex === value.regex ? value : { ...value, regex };
  }
  if (value.kind !== 'string') return value;
  const written = value.pattern.map((p) => (typeof p === 'string' ? escaped(p, escapes) : p));
  if (written.every((p, i) => p === value.pattern[i])) return value;
  return [value, { ...value, pattern: written }];
}

function escaped(text: string, escapes: Escapes): string {
  let written = '';
  for (const c of text) written += escapes.get(c) ?? c;
  return written;
}

/** The pattern with each of the characters as itself or as its escape. */
function escapedRegex(regex: Regex, escapes: Escapes): Regex {
  return rewriteRegex(regex, (node, text) => {
    const others = [...escapes].filter(([c]) => isIn(node, c.charCodeAt(0)));
    if (others.length === 0) return null;
    return `(?:${[text, ...others.map(([, escape]) => escapeRegex(escape))].join('|')})`;
  });
}

function isIn(node: RegexNode, codePoint: number): boolean {
  if (node.kind === 'literal') return node.codePoint === codePoint;
  // What a class leaves out is for the class to match, one character after the other.
  if (node.kind !== 'class' || node.negated) return false;
  return node.items.some((i) => i.kind === 'range' && i.from <= codePoint && codePoint <= i.to);
}

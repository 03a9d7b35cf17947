import { parseRegex } from '../model/regex/parse.js';
import type { Regex, RegexNode } from '../model/regex/ast.js';
import { foldRegex } from '../model/regex/fold.js';
import type { Value } from '../model/value.js';
import type { Markup } from './source.js';

/** Characters that are written otherwise, and how. */
type Escapes = ReadonlyMap<string, string>;

/**
 * The characters that text of an element, or a string, never holds as they are.
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
};

/**
 * A value, and the same as it stands in XML or JSON where that is different: text that is cut out
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

/** A string once for each way in which spaces are stored. */
export function withSpaces(value: Value, spaces: readonly string[]): Value | readonly Value[] {
  if (value.kind !== 'string') return value;
  if (!value.pattern.some((p) => typeof p === 'string' && p.includes(' '))) return value;
  return spaces.map((space) => ({
    ...value,
    pattern: value.pattern.map((p) => (typeof p === 'string' ? p.replaceAll(' ', space) : p)),
  }));
}

function escaped(text: string, escapes: Escapes): string {
  let written = '';
  for (const c of text) written += escapes.get(c) ?? c;
  return written;
}

/** The pattern with each of the characters as itself or as its escape, read anew. */
function escapedRegex(regex: Regex, escapes: Escapes): Regex {
  const edits = editsOf(regex.ast, escapes);
  if (edits.length === 0) return regex;
  let source = regex.source;
  for (const { start, end, written } of [...edits].sort((a, b) => b.start - a.start)) {
    const alternatives = [source.slice(start, end), ...written.map(quoted)].join('|');
    source = `${source.slice(0, start)}(?:${alternatives})${source.slice(end)}`;
  }
  const parsed = parseRegex(source, regex.flags);
  return 'ast' in parsed ? { ...regex, source, ast: parsed.ast } : regex;
}

function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\');
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly written: readonly string[];
}

/** Not within a look-behind, which must know its length. */
function editsOf(root: RegexNode, escapes: Escapes): readonly Edit[] {
  return foldRegex<readonly Edit[]>(root, (node, children) => {
    if (node.kind === 'look' && node.direction === 'behind') return [];
    const written = [...escapes].flatMap(([c, escape]) =>
      isIn(node, c.charCodeAt(0)) ? [escape] : [],
    );
    if (written.length > 0) return [{ ...node, written }];
    return children().flat();
  });
}

function isIn(node: RegexNode, codePoint: number): boolean {
  if (node.kind === 'literal') return node.codePoint === codePoint;
  // What a class leaves out is for the class to match, one character after the other.
  if (node.kind !== 'class' || node.negated) return false;
  return node.items.some((i) => i.kind === 'range' && i.from <= codePoint && codePoint <= i.to);
}

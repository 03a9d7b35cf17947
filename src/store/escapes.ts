import { parseRegex } from '../model/regex/parse.js';
import type { Regex, RegexNode } from '../model/regex/ast.js';
import { foldRegex } from '../model/regex/fold.js';
import type { Value } from '../model/value.js';

/**
 * The characters that text of an element never holds as they are.
 * https://www.w3.org/TR/xml/#syntax
 */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const SPECIAL = /[&<>]/;

/**
 * A value, and the same as it stands in XML where that is different: a field that is cut out of XML
 * as text keeps its entities. Wildcards and dots count the characters of an entity.
 */
export function withXmlEscapes(value: Value): Value | readonly Value[] {
  if (value.kind === 'regex') {
    const regex = escapedRegex(value.regex);
    return regex === value.regex ? value : { ...value, regex };
  }
  if (value.kind !== 'string') return value;
  const isSpecial = (part: (typeof value.pattern)[number]): boolean =>
    typeof part === 'string' && SPECIAL.test(part);
  if (!value.pattern.some(isSpecial)) return value;
  const pattern = value.pattern.map((p) => (typeof p === 'string' ? escaped(p) : p));
  return [value, { ...value, pattern }];
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

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (c) => ENTITIES[c]!);
}

/** The pattern with each of the characters as itself or as its entity, read anew. */
function escapedRegex(regex: Regex): Regex {
  if (!SPECIAL.test(regex.source)) return regex;
  const edits = editsOf(regex.ast);
  if (edits.length === 0) return regex;
  let source = regex.source;
  for (const { start, end, entities } of [...edits].sort((a, b) => b.start - a.start)) {
    const alternatives = [source.slice(start, end), ...entities].join('|');
    source = `${source.slice(0, start)}(?:${alternatives})${source.slice(end)}`;
  }
  const parsed = parseRegex(source, regex.flags);
  return 'ast' in parsed ? { ...regex, source, ast: parsed.ast } : regex;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly entities: readonly string[];
}

/** Not within a look-behind, which must know its length. */
function editsOf(root: RegexNode): readonly Edit[] {
  return foldRegex<readonly Edit[]>(root, (node, children) => {
    if (node.kind === 'look' && node.direction === 'behind') return [];
    const entities = Object.keys(ENTITIES).filter((c) => isIn(node, c.charCodeAt(0)));
    if (entities.length > 0) return [{ ...node, entities: entities.map((c) => ENTITIES[c]!) }];
    return children().flat();
  });
}

function isIn(node: RegexNode, codePoint: number): boolean {
  if (node.kind === 'literal') return node.codePoint === codePoint;
  // What a class leaves out is for the class to match, one character after the other.
  if (node.kind !== 'class' || node.negated) return false;
  return node.items.some((i) => i.kind === 'range' && i.from <= codePoint && codePoint <= i.to);
}

import { shapeOf, spellingsOf } from '../../src/backend/index.js';
import type { FieldPredicate } from '../../src/backend/index.js';
import { fitsSearch, looksLikeNetwork, quote } from './literals.js';

export function comparison(field: string, node: FieldPredicate): string | null {
  const value = searchValues(field, node);
  return value && `${field}=${value[0]!}`;
}

const AFFIXES = {
  equals: ['', ''],
  startswith: ['', '*'],
  endswith: ['*', ''],
  contains: ['*', '*'],
} as const;

/**
 * The manual warns that a wildcard in the middle of a value gives inconsistent results; `?` is not one.
 * https://help.splunk.com/splunk-enterprise/search/search-manual/9.3/search-primer/wildcards
 */
export function searchValues(field: string, node: FieldPredicate): readonly string[] | null {
  switch (node.kind) {
    case 'number':
      return spellingsOf(node.number).map((n) => (/^[0-9]+$/.test(n) ? n : quote(n)));
    case 'boolean':
      return [quote(String(node.value))];
    case 'string': {
      const shape = shapeOf(node.pattern);
      if (shape.shape === 'empty') return [quote('')];
      if (node.cased || !('text' in shape) || !fitsSearch(shape.text)) return null;
      if (shape.shape === 'equals' && looksLikeNetwork(shape.text)) return null;
      if (shape.shape === 'equals' && NAMED.has(field) && BARE.test(shape.text))
        return [shape.text];
      const [before, after] = AFFIXES[shape.shape];
      return [quote(before + shape.text + after)];
    }
    default:
      return null;
  }
}

/**
 * Names of sources go without quotation marks, as in Splunk's own searches; only white space, commas,
 * pipes, quotation marks and brackets need them.
 * https://help.splunk.com/en/splunk-enterprise/search/search-manual/9.4/search-overview/about-the-search-language
 */
const NAMED: ReadonlySet<string> = new Set(['source', 'sourcetype']);
const BARE = /^(?!(?:AND|OR|NOT|IN|AS|BY)$)[A-Za-z][\w.:/-]*$/i;

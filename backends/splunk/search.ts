import {
  ANY,
  atom,
  concat,
  enclose,
  join,
  line,
  pattern,
  shapeOf,
  spellingsOf,
  text,
  textFrame,
  writeEach,
} from '../../src/backend/index.js';
import type {
  Code,
  Dialect,
  Emitted,
  Expression,
  FieldPredicate,
  QueryContext,
} from '../../src/backend/index.js';
import { indexTerm } from './indexes.js';
import { fitsSearch, looksLikeNetwork, quote, searchField } from './literals.js';

/**
 * What the command `search` expresses exactly. It compares values as strings, ignoring case (so
 * `1` is not `1.0`), or as networks. A term is a whole one of the index, so a keyword has wildcards
 * at its ends. Numeric comparisons are left out, since values that are not numbers are sorted as
 * strings.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/search
 */
export const search: Dialect<Code, Emitted> = {
  /**
   * OR binds tighter than AND here, and not in `where`. AND is implied between terms.
   * https://help.splunk.com/en/splunk-enterprise/search/search-manual/9.3/expressions-and-predicates
   */
  frame: textFrame({ and: '', or: 'OR', not: 'NOT', true: '*', false: 'NOT *', orFirst: true }),
  field: searchField,
  wildcard: comparison,
  number: comparison,
  boolean: comparison,
  cidr: (field, { network }) => `${field}=${quote(network.text)}`,
  present: (field) => `${field}=*`,
  keyword({ search: asked }) {
    if (asked.kind === 'regex' || asked.cased) return null;
    const shape = shapeOf(pattern([ANY, ...asked.pattern, ANY]));
    return shape.shape === 'contains' && fitsSearch(shape.text) ? quote(`*${shape.text}*`) : null;
  },
  list: {
    values,
    write: (field, listed, { span }) => {
      const docs = listed.map((v) => v.doc);
      const open = concat(text(field, span), ' IN (');
      return atom(enclose(open, join(concat(',', line), docs), ')'));
    },
  },
};

/** What must hold, the indexes before it; null if there is neither. */
export function searchTerms(
  dialect: typeof search,
  conditions: readonly Expression[],
  context: QueryContext,
): Emitted | null {
  const { index = '' } = context.options;
  const terms = writeEach(dialect, conditions, context);
  if (index !== '') terms.unshift(indexTerm(index));
  return terms.length === 0 ? null : dialect.frame.and(terms);
}

function comparison(field: string, node: FieldPredicate): string | null {
  const value = values(field, node);
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
function values(field: string, node: FieldPredicate): readonly string[] | null {
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

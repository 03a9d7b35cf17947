import {
  ANY,
  atom,
  concat,
  enclose,
  join,
  line,
  pattern,
  shapeOf,
  text,
  textFrame,
  writeEach,
} from '../../src/backend/index.js';
import type { Code, Dialect, Emitted, Expression, QueryContext } from '../../src/backend/index.js';
import { indexTerm } from './indexes.js';
import { fitsSearch, quote, searchField } from './literals.js';
import { isOfSource, sourceMacro } from './macros.js';
import { comparison, searchValues } from './values.js';

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
    values: searchValues,
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

/** The first search of events: its source by a macro, if that is wanted. */
export function firstSearch(
  conditions: readonly Expression[],
  context: QueryContext,
): Emitted | null {
  const macro = sourceMacro(context.conditions, context.options);
  if (!macro) return searchTerms(search, conditions, context);
  const rest = conditions.filter((c) => !isOfSource(c));
  const named = atom(text(`\`${macro.name}\``, context.rule.logsource.span));
  return search.frame.and([named, ...writeEach(search, rest, context)]);
}

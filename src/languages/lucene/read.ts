import type { Name } from '../../model/name.js';
import { ANY, ONE, pattern } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { stringPredicate } from '../../predicate/from-value.js';
import type { Expression } from '../../predicate/predicate.js';
import { link, spanOf } from '../clause.js';
import type { Place } from '../clause.js';
import { parseQuery } from '../parsing.js';
import { compare, luceneRegex, matches } from '../predicates.js';
import type { Unsayable } from '../predicates.js';
import { addCondition, addNote, negate, nothingYet, readingOf, refused } from '../reading.js';
import type { QueryReader } from '../reading.js';
import * as parser from './parser.generated.js';

interface Literal extends Place {
  readonly kind: 'literal';
  readonly quoted: boolean;
  readonly parts: readonly (string | { readonly mark: '*' | '?' })[];
}

type Value =
  | Literal
  | { readonly kind: 'regex'; readonly source: string }
  | { readonly kind: 'range'; readonly bounds: readonly (readonly [Bound, Literal])[] };

type Bound = 'gt' | 'gte' | 'lt' | 'lte';

interface Term extends Place {
  readonly kind: 'term';
  readonly field: Literal | null;
  readonly value: Value;
}

interface Clauses {
  readonly kind: 'clauses';
  readonly clauses: readonly {
    /** The operator between it and the previous clause. */
    readonly link: 'and' | 'or' | null;
    readonly mark: 'must' | 'must-not' | null;
    readonly operand: Clauses | Term;
  }[];
}

const OPTIONAL = 'What an OR makes optional beside a required clause is left out: it only ranks.';

/** Reads the query_string language of Elasticsearch. */
export const readLucene: QueryReader = (query) => {
  const parsed = parseQuery<Clauses | null>(parser, query.text);
  if ('problem' in parsed) return refused(parsed.problem.message, parsed.problem.at);
  const gathered = nothingYet(query);
  if (parsed.tree) addCondition(gathered, null, group(parsed.tree));
  return readingOf(gathered);

  /**
   * A group asks for all that is required, for nothing that is prohibited, and, where nothing is
   * required, for something of what is optional. AND makes what is on either side of it required.
   * https://lucene.apache.org/core/9_0_0/queryparser/org/apache/lucene/queryparser/classic/package-summary.html#Boolean_operators
   */
  function group({ clauses }: Clauses): Expression | null {
    const required: (Expression | null)[] = [];
    const optional: { readonly at: number; readonly asked: Expression | null }[] = [];
    const prohibited: (Expression | null)[] = [];
    clauses.forEach(({ link: before, mark, operand }, i) => {
      const asked = operand.kind === 'term' ? term(operand) : group(operand);
      if (mark === 'must-not') prohibited.push(asked && negate(asked));
      else if (mark === 'must' || before === 'and' || clauses[i + 1]?.link === 'and') {
        required.push(asked);
      } else optional.push({ at: asked?.span.start ?? 0, asked });
    });
    if (required.length === 0) {
      const any = link(
        'or',
        optional.map((o) => o.asked),
      );
      return link('and', [any, ...prohibited]);
    }
    if (optional.length > 0) addNote(gathered, OPTIONAL, optional[0]!.at);
    return link('and', [...required, ...prohibited]);
  }

  function term({ field, value, ...place }: Term): Expression | null {
    const span = spanOf(query, place);
    const name: Name | null = field && { text: textOf(field), span: spanOf(query, field) };
    if (name?.text === '_exists_' && value.kind === 'literal') {
      return { kind: 'exists', field: { text: textOf(value), span }, span };
    }
    const asked = name === null || name.text === '*' ? null : name;
    switch (value.kind) {
      case 'regex':
        return said(luceneRegex(asked, value.source, span), place);
      case 'range':
        if (!asked) return null;
        return link(
          'and',
          value.bounds.map(([operator, bound]) =>
            said(compare(asked, operator, textOf(bound), span), place),
          ),
        );
      case 'literal':
        // `*:*` matches all there is.
        return asked
          ? matches(asked, patternOf(value), span)
          : stringPredicate(null, patternOf(value), false, span);
    }
  }

  function said(found: Expression | Unsayable, { at }: Place): Expression | null {
    if (found.kind !== 'unsayable') return found;
    addNote(gathered, found.message, at);
    return null;
  }
};

function patternOf({ parts }: Literal): StringPattern {
  return pattern(parts.map((p) => (typeof p === 'string' ? p : p.mark === '*' ? ANY : ONE)));
}

function textOf({ parts }: Literal): string {
  return parts.map((p) => (typeof p === 'string' ? p : p.mark)).join('');
}

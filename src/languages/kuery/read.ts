import { ANY, literalText, pattern } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import type { Name } from '../../model/name.js';
import { stringPredicate } from '../../predicate/from-value.js';
import type { Expression } from '../../predicate/predicate.js';
import { expressionOf, spanOf } from '../clause.js';
import type { Clause, Place } from '../clause.js';
import { parseQuery } from '../parsing.js';
import { compare, matches } from '../predicates.js';
import { addCondition, addNote, nothingYet, readingOf, refused } from '../reading.js';
import type { QueryReader } from '../reading.js';
import * as parser from './parser.generated.js';

interface Literal extends Place {
  readonly quoted: boolean;
  /** Null for a wildcard. */
  readonly parts: readonly (string | null)[];
}

interface Term {
  readonly kind: 'term';
  readonly field: Literal | null;
  readonly operator: ':' | '<' | '<=' | '>' | '>=';
  readonly value: Literal;
}

type Leaf =
  Term | { readonly kind: 'nested'; readonly path: Literal; readonly operand: Clause<Leaf> };

const COMPARISONS = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const;

/** Reads Kibana's query language. */
export const readKuery: QueryReader = (query) => {
  const parsed = parseQuery<Clause<Leaf> | null>(parser, query.text);
  if ('problem' in parsed) return refused(parsed.problem.message, parsed.problem.at);
  const gathered = nothingYet(query);
  if (parsed.tree) addCondition(gathered, null, read(parsed.tree, ''));
  return readingOf(gathered);

  function read(clause: Clause<Leaf>, prefix: string): Expression | null {
    return expressionOf(clause, (leaf) =>
      leaf.kind === 'nested'
        ? read(leaf.operand, `${prefix}${textOf(leaf.path)}.`)
        : term(leaf, prefix),
    );
  }

  function term({ field, operator, value }: Term, prefix: string): Expression | null {
    const span = spanOf(query, value);
    const name = field && prefix + textOf(field);
    // A lone star for a field asks for a value anywhere, as no field at all does.
    if (!field || name === null || name === '*') {
      return stringPredicate(null, patternOf(value), false, span);
    }
    const asked: Name = { text: name, span: spanOf(query, field) };
    if (operator === ':') {
      const parts = patternOf(value);
      return !value.quoted && literalText(parts) === 'null'
        ? { kind: 'null', field: asked, span }
        : matches(asked, parts, span);
    }
    const found = compare(asked, COMPARISONS[operator], textOf(value), span);
    if (found.kind !== 'unsayable') return found;
    addNote(gathered, found.message, value.at);
    return null;
  }
};

function patternOf({ parts }: Literal): StringPattern {
  return pattern(parts.map((p) => p ?? ANY));
}

function textOf({ parts }: Literal): string {
  return parts.map((p) => p ?? '*').join('');
}

import { shapeOf } from '../../model/patterns/pattern.js';
import type { FieldPredicate } from '../../predicate/predicate.js';
import { isSingleValued } from '../../predicate/single-valued.js';
import type { Cost, CostModel } from '../cost.js';

/**
 * Elasticsearch looks up terms and their beginnings. Other patterns are compared with every term of
 * a field, but where the field is a `wildcard`, which has an index of trigrams. Lucene orders the
 * clauses of a query by their cost itself, so they stay in the rule's order.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-wildcard-query
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/keyword
 */
export const elasticCost: CostModel = (node) => {
  if (node.kind === 'keyword') return node.search.kind === 'regex' ? PATTERN : SCAN;
  return isSource(node) ? SOURCE : ofField(node);
};

function ofField(node: FieldPredicate): Cost {
  switch (node.kind) {
    case 'string': {
      const { shape } = shapeOf(node.pattern);
      if (shape === 'equals' || shape === 'empty') return TERM;
      if (shape === 'startswith') return PREFIX;
      return shape === 'other' ? PATTERN : SCAN;
    }
    case 'regex':
      return PATTERN;
    case 'field-ref':
    case 'time-part':
      return COMPUTED;
    default:
      return TERM;
  }
}

function isSource(node: FieldPredicate): boolean {
  const { text } = node.field;
  return isSingleValued(text) || /^(?:_index|event\.(?:category|type)|host\.os\.type)$/.test(text);
}

const SOURCE: Cost = { class: 'source', why: 'it says which events they are, and is indexed' };
const TERM: Cost = { class: 'term', why: 'the whole value is looked up in the index' };
const PREFIX: Cost = { class: 'prefix', why: 'terms that begin so are looked up in the index' };
const SCAN: Cost = { class: 'scan', why: 'every term of the field is compared' };
const PATTERN: Cost = { class: 'pattern', why: 'a pattern is run over every term of the field' };
const COMPUTED: Cost = { class: 'computed', why: 'a script runs for each event that is left' };

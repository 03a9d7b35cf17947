import { elasticCodes, elasticColumn, FIELD_TYPES } from '../../src/backend/index.js';
import type { ElasticColumn, Name, PredicateContext } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { fieldName } from './literals.js';

/** A field as the query names it. */
export interface Field {
  readonly name: string;
  readonly code: string;
  /** Null where nothing is known of its type. */
  readonly column: ElasticColumn | null;
}

export function fieldOf(name: Name, context: PredicateContext): Field | null {
  const { columns } = context.query.placement;
  const stored = columns.get(name.text);
  const column = elasticColumn(stored);
  const code = fieldName(name.text, name.text.includes('*') && isPattern(name.text, context));
  if (stored && !column && stored.type !== null) {
    const type = JSON.stringify(stored.type);
    const slots = { field: name.text, type, known: FIELD_TYPES.join(', ') };
    return context.refuse(elasticCodes['elastic-field-type'](slots), name.span);
  }
  if (code === null) return context.refuse(codes['lucene-field-name'](), name.span);
  return { name: name.text, code, column };
}

/** The name is not the rule's own, and each `*` in it is any text. */
function isPattern(name: string, { options, query }: PredicateContext): boolean {
  if (name === options['keyword_field']) return true;
  const { columns } = query.placement;
  return [...columns.values()].some(({ reading }) => reading?.as === 'like' && reading.of === name);
}

import { isNamePattern } from '../../src/backend/index.js';
import type {
  ElasticColumn,
  ElasticField,
  Name,
  PredicateContext,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { fieldName } from './literals.js';

/** A field, and how the query names it. */
export interface Field extends ElasticField {
  readonly code: string;
}

export function fieldOf(
  { text: name, span }: Name,
  column: ElasticColumn | null,
  context: PredicateContext,
): Field | null {
  const code = fieldName(name, name.includes('*') && isNamePattern(name, context));
  return code === null
    ? context.refuse(codes['lucene-field-name'](), span)
    : { name, code, column };
}

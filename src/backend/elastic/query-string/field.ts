import { isNamePattern } from '../readings.js';
import type { ElasticColumn } from '../fields.js';
import type { ElasticField } from '../dialect.js';
import type { PredicateContext } from '../../dialect/context.js';
import type { Name } from '../../../model/name.js';
import { queryStringCodes } from './codes.js';
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
    ? context.refuse(queryStringCodes['lucene-field-name'](), span)
    : { name, code, column };
}

import type { FieldPredicate } from '../../src/backend/index.js';
import { fits } from './fits.js';

/**
 * Queries of a boolean field, none of which means no event; null if it cannot be asked.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/boolean
 */
export function booleanQueries(p: FieldPredicate): readonly string[] | null {
  switch (p.kind) {
    case 'boolean':
      return [String(p.value)];
    case 'string':
      return ['true', 'false'].filter((text) => fits(p.pattern, text, p.cased));
    case 'number':
    case 'cidr':
      return [];
    default:
      return null;
  }
}

import type { FieldPredicate } from '../../src/backend/index.js';
/**
 * Queries of a boolean field, none of which means no event; null if it cannot be asked.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/boolean
 */
export declare function booleanQueries(p: FieldPredicate): readonly string[] | null;

import type { ComparePredicate, FieldPredicate } from '../../src/backend/index.js';
import type { FieldType } from './columns.js';
/** Queries of a numeric field, none of which means no event; null if it cannot be asked. */
export declare function numberQueries(p: FieldPredicate, type: FieldType): readonly string[] | null;
/** https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query#_ranges */
export declare function range(operator: ComparePredicate['operator'], decimal: string): string;

import type { Doc, EmitRequest, Report } from '../../src/backend/index.js';
import type { TableSource } from './source.js';
/** Writes a query for columns of known types; where the source knows none, one is assumed. */
export declare function emitKql({ rule, expression, options, format }: EmitRequest, report: Report, { tables, type, computed }: TableSource): Doc;
/** https://learn.microsoft.com/en-us/kusto/query/union-operator */
export declare function unionOf(queries: readonly Doc[]): Doc;

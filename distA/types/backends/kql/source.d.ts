import type { EmitRequest, Expression, Name, Report } from '../../src/backend/index.js';
import type { ColumnType } from './columns.js';
import type { ComputedColumn } from './computed.js';
/** What a query reads, and what is known of its columns. */
export interface TableSource {
    /** Several are read as one; empty: none was chosen. */
    readonly tables: readonly string[];
    readonly type: ColumnType;
    /** Columns that are read out of others, by the name that the query gives them. */
    readonly computed: ReadonlyMap<string, ComputedColumn>;
}
/** Names of tables, separated by commas. */
export declare function tableNames(option: string | undefined): readonly string[];
/**
 * The table that a pipeline chose, or the one that the options name, with the columns that the user
 * declares, those that the pipeline knows, and those that are published, in this order.
 */
export declare function sourceOf({ options, state, tables }: EmitRequest): TableSource;
/** Refuses what the table does not have, at the field that names it. */
export declare function checkColumns(expression: Expression, source: TableSource, { tables, options }: EmitRequest, report: Report): void;
/** Every field that is asked for, each once, in order. */
export declare function fieldsOf(expression: Expression): Iterable<Name>;

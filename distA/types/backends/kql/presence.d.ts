import type { Polarity, Span } from '../../src/backend/index.js';
import type { Column } from './columns.js';
import type { Context } from './context.js';
import type { Written } from './dialect.js';
/** Missing or null. */
export declare function writeNull(column: Column, context: Context, polarity: Polarity, span: Span): Written;
/** Present, whatever it holds: what `exists` asks. */
export declare function writeExists(column: Column, context: Context, polarity: Polarity, span: Span): Written;
/** Present and not null: what a pattern of one `*` asks. */
export declare function writePresent(column: Column, context: Context, polarity: Polarity, span: Span): Written;
/** Present and empty. */
export declare function writeEmpty(column: Column, context: Context, polarity: Polarity, span: Span): Written;
/** Missing, null or empty, which Kusto tells exactly. */
export declare function writeMissingOrEmpty(column: Column, span: Span): Written;
/** Whether the column tells null from every value, for certain. */
export declare function tellsNull(column: Column): boolean;

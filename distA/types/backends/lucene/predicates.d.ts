import type { Emitted, FieldPredicate, OneOf, Polarity, Predicate, Report } from '../../src/backend/index.js';
import type { Columns } from './columns.js';
import type { Piece } from './piece.js';
import type { CaseOption } from './strings.js';
export interface Asked {
    readonly case: CaseOption;
    readonly columns: Columns;
    readonly keywords: KeywordFields;
}
export interface KeywordFields {
    /** Where the texts of an event are; all fields if empty. */
    readonly names: readonly string[];
    /** A pipeline chose them, and not the user. */
    readonly chosen: boolean;
}
export declare class PredicateWriter {
    private readonly asked;
    private readonly report;
    private readonly strings;
    /** Names that stand for those of several fields. */
    private readonly patterns;
    constructor(asked: Asked, report: Report);
    /** Whether the query holds only for fields that are indexed lower-cased. */
    get reliesOnLowerCase(): boolean;
    write(node: Predicate | OneOf, polarity: Polarity): Emitted;
    private name;
    private column;
    piece(p: FieldPredicate, polarity: Polarity): Piece;
    private ofColumn;
    /** Of a field of which nothing is known. */
    private untyped;
    private ofTexts;
    /** @param queries empty: no event can have it; null: it cannot be asked */
    private typed;
    /**
     * What is not kept cannot be told from what is missing. Null where the field keeps all that is
     * asked for, or some of it beside what it does not keep.
     */
    private absent;
    private orAbsent;
    private open;
    /** What query_string cannot ask is asked more loosely, so that nothing is missed. */
    private unsayable;
    /** The fields without which an event has no value of this name; those that keep all texts. */
    private homes;
    private keyword;
}

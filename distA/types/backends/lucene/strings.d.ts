import type { CidrPredicate, FieldPredicate, KeywordPredicate, Polarity, Report, Span } from '../../src/backend/index.js';
import type { Column } from './columns.js';
import type { Piece } from './piece.js';
import type { CaseMode } from './values.js';
/** `-O lucene.case`. */
export type CaseOption = 'auto' | Exclude<CaseMode, 'lower'>;
/** Writes what is asked of texts, by how they are indexed. */
export declare class StringWriter {
    private readonly option;
    private readonly typed;
    private readonly report;
    reliesOnLowerCase: boolean;
    private readonly values;
    /** @param typed a pipeline knows how fields are indexed */
    constructor(option: CaseOption, typed: boolean, report: Report);
    /** Of a field that holds each text as a whole, or of one of which nothing is known. */
    write(p: FieldPredicate, field: string, column: Column | undefined, polarity: Polarity): Piece;
    /**
     * The fields of an object that is indexed as one: whole values and their beginnings, as they are.
     * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/flattened
     */
    flattened(p: FieldPredicate, field: string, polarity: Polarity): Piece | null;
    /** Of a text that is kept as its words; null if it has none that could be asked for. */
    words(p: FieldPredicate, field: string, column: Column, polarity: Polarity): Piece | null;
    /** A network in a field of texts; null if it cannot be asked. */
    network({ network, field: { text }, span }: CidrPredicate, field: string, polarity: Polarity): Piece | null;
    /** A keyword in any field. */
    anywhere(search: KeywordPredicate['search'], polarity: Polarity, span: Span): Piece;
    private mode;
    private rely;
}

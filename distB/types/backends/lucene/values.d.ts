import type { FieldPredicate, NumberLiteral, Polarity, Regex, Report, Span, StringPattern } from '../../src/backend/index.js';
/**
 * How a field's text meets the case of the rule's: what `-O lucene.case` chooses, and `lower` for one
 * that is known to hold small letters only.
 */
export type CaseMode = 'normalized' | 'caseless' | 'regex' | 'lower';
/** A query for one field's text, and whether it goes to the field's `.caseless` subfield. */
export interface FieldText {
    readonly query: string;
    readonly caseless: boolean;
}
export declare class ValueWriter {
    private readonly report;
    constructor(report: Report);
    /** A pattern for the whole text. Never for a lone `*`, which asks for the field itself. */
    pattern(given: StringPattern, cased: boolean, mode: CaseMode, polarity: Polarity, span: Span): FieldText;
    /** A regular expression searched for in the text. */
    search(regex: Regex, mode: CaseMode, polarity: Polarity, span: Span): FieldText;
    number({ source, decimal }: NumberLiteral, mode: CaseMode, polarity: Polarity, span: Span): string[];
    private regex;
    /** A regular expression in Lucene's own words, between slashes. */
    between(pattern: string, span: Span): string;
    /** Control characters have no escape: each becomes `?`. */
    private printable;
    private loseCase;
}
export declare function hasLetters(pattern: StringPattern): boolean;
export declare function isPresence(predicate: FieldPredicate): boolean;

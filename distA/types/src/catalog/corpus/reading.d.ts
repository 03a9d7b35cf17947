import type { SourceFile } from '../../source/span.js';
import type { CorpusLanguage, CorpusPredicate, CorpusRule } from './entry.js';
import type { Asked } from './value.js';
/** A predicate at its offset in the query. */
export interface Finding extends Asked {
    readonly field: string | null;
    readonly context: string | null;
    readonly negated: boolean;
    readonly at: number;
}
export interface Remark {
    readonly message: string;
    readonly at: number;
}
/** What a reader makes of one query. It never throws, whatever the text. */
export interface Reading {
    readonly findings: readonly Finding[];
    readonly notes: readonly Remark[];
    readonly problem: Remark | null;
}
export type QueryReader = (text: string) => Reading;
/** UTF-16 code units of a query; those of real rules stay far below. */
export declare const MAX_QUERY_SIZE: number;
/** Brackets within each other in a query. */
export declare const MAX_QUERY_DEPTH = 100;
export declare function refused(message: string, at?: number): Reading;
/** Where a reader gathers what a query says. */
export interface Gathered {
    readonly findings: Finding[];
    /** Messages with their first place: the same is said once for a query. */
    readonly notes: Map<string, number>;
}
export declare function nothingYet(): Gathered;
export declare function addNote({ notes }: Gathered, message: string, at: number): void;
export declare function readingOf({ findings, notes }: Gathered): Reading;
/** A query in its file. */
export interface QueryText {
    readonly text: string;
    readonly file: SourceFile;
    /** From offsets in the query to offsets in the file; null where it is written with escapes. */
    readonly toFile: ((offset: number) => number) | null;
    /** Where it begins in the file, or what holds it. */
    readonly start: number;
}
export interface RuleHead {
    readonly language: CorpusLanguage;
    readonly position: number;
    readonly id: string | null;
    readonly title: string;
}
export declare function lineAt(file: SourceFile, offset: number): number;
/** A rule that could not be read at all. */
export declare function unreadRule(head: RuleHead, path: string, problem: string): CorpusRule;
/** The rule that a query makes, with places in the file for offsets in the query. */
export declare function readQuery(head: RuleHead, query: QueryText, read: QueryReader): CorpusRule;
/** Each predicate once: at its first place. */
export declare function once(predicates: readonly CorpusPredicate[]): readonly CorpusPredicate[];

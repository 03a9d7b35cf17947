import type { Rule } from '../../model/rule.js';
import type { Run } from '../pipeline.js';
import type { LogSourceEntry, Source } from './source.js';
/**
 * Turns a rule into one for the first source that holds its log source and all of its fields. Where
 * there is none, says at each field what was tried.
 */
export declare function chooseSource(rule: Rule, sources: readonly Source[], run: Run): Chosen;
/** A source, and which of its log sources the rule is of. */
export interface Candidate {
    readonly source: Source;
    readonly entry: LogSourceEntry;
}
export interface Chosen {
    readonly rule: Rule;
    /** Null where the rule was left as it was. */
    readonly source: Candidate | null;
}

import type { Rule } from '../model/rule.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Json, Pipeline, ProcessingItem, Run } from './pipeline.js';
import type { Candidate } from './sources/choose.js';
import type { Tables } from './tables.js';
/** A rule after its pipelines. */
export interface Processed {
    readonly rule: Rule;
    /** What `set_state` set. */
    readonly state: ReadonlyMap<string, Json>;
    /** Errors refuse the rule. */
    readonly diagnostics: readonly Diagnostic[];
    readonly run: Run;
    /** Where its events are; null where no pipeline says so. */
    readonly source: Candidate | null;
}
/** In the order in which they apply: by priority, equal ones as they were given. */
export declare function inOrder(pipelines: readonly Pipeline[]): readonly Pipeline[];
export interface ApplyOptions {
    /** A target's name. */
    readonly target: string;
    /** What is known of its tables. */
    readonly tables?: Tables | undefined;
    /** Tables that sources may read; all if empty or not given. */
    readonly tablesChosen?: readonly string[];
    /** Is told the rule after each step that changed it. */
    readonly onStep?: (step: ProcessingItem | 'sources', before: Rule, after: Rule) => void;
}
/** Runs a rule through pipelines for one target. Never throws for what a rule holds. */
export declare function applyPipelines(rule: Rule, pipelines: readonly Pipeline[], options: ApplyOptions): Processed;
/**
 * A rule's lists in its log source mean any of them, and each may lead to other fields and sources:
 * so the rule goes through the pipelines once for each. Null if there are too many.
 */
export declare function variantsOf(rule: Rule): readonly Rule[] | null;
/** A query after the postprocessing of the pipelines that its rule went through, which are in order. */
export declare function postprocess(query: string, { rule, run }: Processed, pipelines: readonly Pipeline[]): string;

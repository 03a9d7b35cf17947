import type { Name, Report } from '../../src/backend/index.js';
/** A field that the search makes out of another: a pipeline's state `columns` says which. */
export interface ComputedField {
    readonly as: string;
    readonly of: string;
    readonly key: string;
}
export declare function computedFields(state: unknown): ReadonlyMap<string, ComputedField>;
/** The command that makes a field, without its pipe; refused at the field where there is none. */
export declare function readingCommand({ text, span }: Name, field: ComputedField, report: Report): string;

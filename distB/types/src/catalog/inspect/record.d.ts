import type { Inspection } from './inspect.js';
type Placed<T> = Omit<T, 'span'> & {
    readonly line: number;
};
/** The form in which `inspect --json` prints a rule; lines count from 1. */
export interface InspectionRecord {
    readonly path: string;
    readonly rule: {
        readonly id: string | null;
        readonly title: string;
        readonly level: string | null;
        readonly status: string | null;
    };
    readonly stages: readonly Placed<Inspection['stages'][number]>[];
    readonly predicates: readonly Placed<Inspection['predicates'][number]>[];
    readonly indicators: Inspection['indicators'];
    readonly events: Inspection['events'];
    readonly attack: readonly Placed<Inspection['attack'][number]>[];
}
/** An inspection as plain JSON: a line of the file in the place of each span. */
export declare function inspectionRecord(inspection: Inspection): InspectionRecord;
export {};

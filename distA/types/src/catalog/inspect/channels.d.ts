import type { LogSource } from '../../model/rule.js';
/** A log that a rule's log source names. */
export interface Source {
    readonly channel: string;
    /** The only events of it that are meant; null for all. */
    readonly ids: readonly number[] | null;
}
/** The logs of a log source, in its own order. Empty where it names none with event ids. */
export declare function sourcesOf({ product, category, service }: LogSource): readonly Source[];

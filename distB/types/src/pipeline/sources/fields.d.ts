import type { DetectionItem, DetectionNode, Name } from '../../model/detection.js';
import type { Span } from '../../source/span.js';
import type { Json, Run } from '../pipeline.js';
import type { LogSourceEntry, Source } from './source.js';
/** A field, or what is asked of it, that a source does not have. */
export interface Missing {
    readonly field: string;
    readonly span: Span;
    /** Null where the field itself is what is missing. */
    readonly reason: string | null;
}
/** Turns detection items into what they are for one source, and collects what it does not have. */
export declare class FieldReader {
    private readonly source;
    private readonly entry;
    readonly missing: Missing[];
    hasKeywords: boolean;
    private readonly table;
    private readonly computed;
    private readonly used;
    constructor(source: Source, entry: LogSourceEntry, run: Run);
    item(written: DetectionItem): DetectionNode;
    /** What a field is called here; null if it is not one name or several. */
    names(field: Name): readonly Name[] | null;
    /** Names to look among for one that was meant. */
    knownNames(): Iterable<string>;
    /** Fields of the target's own that are asked for beside the rule's. */
    heed(node: DetectionNode): void;
    /** What the target must know of the fields that were asked for: their types, and how to read them. */
    columns(): ReadonlyMap<string, Json>;
    private ruleFor;
    private otherwise;
    private otherComputed;
    private renamed;
    /** Values as the source calls them; null, and a report, where it has no word for one of them. */
    private called;
    private surrounded;
    /** References to other fields, under the names that those have here. */
    private referring;
    private named;
    /**
     * Under a name that no column of the table has, so that the query can give it one; or under that
     * of the column which goes before what is read, and whose place it takes.
     */
    private compute;
    private lacks;
}

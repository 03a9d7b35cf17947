import type { Diagnostic } from '../source/diagnostic.js';
import type { YamlEntry, YamlScalar } from '../source/node.js';
import type { Span } from '../source/span.js';
import type { DetectionItem } from './detection.js';
/** Reads what search identifiers are made of: fields with their values, and keywords. */
export declare class ItemReader {
    private readonly diagnostics;
    /** @param diagnostics where problems are added. */
    constructor(diagnostics: Diagnostic[]);
    private report;
    /** Values without a field. */
    keywords(scalars: readonly YamlScalar[], span: Span): DetectionItem;
    /** `field|modifiers: values`. Null where there is a map among the values. */
    item({ key, value }: YamlEntry): DetectionItem | null;
    private apply;
    private checkKeywords;
    private field;
    /** The values of a field; lists in lists are one list. False where there is a map among them. */
    private collect;
}

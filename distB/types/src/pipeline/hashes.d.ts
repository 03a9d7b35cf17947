import type { DetectionItem, DetectionNode } from '../model/detection.js';
import type { Span } from '../source/span.js';
export interface SplitHashes {
    readonly node: DetectionNode;
    /** Values of which no field is known. */
    readonly unknown: readonly {
        readonly text: string;
        readonly span: Span;
    }[];
}
/** `Hashes: SHA1=…` becomes a test of the field for that algorithm. */
export declare function splitHashes(item: DetectionItem, fieldOf: (algorithm: string) => string | null): SplitHashes;

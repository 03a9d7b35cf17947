import type { Diagnostic } from '../source/diagnostic.js';
import type { YamlMap } from '../source/node.js';
import type { Detection } from './detection.js';
export interface ReadDetection {
    /** Null if `diagnostics` has an error. */
    readonly detection: Detection | null;
    readonly diagnostics: readonly Diagnostic[];
}
/**
 * Reads the detection section: search identifiers, then the conditions that name them. Everything
 * is read, whatever went wrong before, so that an author sees all problems at once.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#detection
 */
export declare function readDetection(map: YamlMap): ReadDetection;

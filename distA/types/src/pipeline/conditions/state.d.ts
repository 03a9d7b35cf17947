import type { Json, Run } from '../pipeline.js';
import type { Settings } from '../settings.js';
/** `processing_state`, which rules, detection items and field names are all asked for. */
export declare function stateTest(settings: Settings): (subject: unknown, run: Run) => boolean;
/** Equal as YAML wrote them, or spelled alike: `1` and `'1'`. */
export declare function same(a: Json | undefined, b: Json): boolean;

import type { Expression, Name } from '../../src/backend/index.js';
/** Every field that is asked for, each once, in order. */
export declare function fieldsOf(expression: Expression): ReadonlyMap<string, Name>;

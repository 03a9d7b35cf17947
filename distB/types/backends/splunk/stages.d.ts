import type { Expression } from '../../src/backend/index.js';
import type { Fits } from './search.js';
/** A query's two parts; every expression of both must hold. */
export interface Stages {
    readonly search: readonly Expression[];
    readonly where: readonly Expression[];
}
/** Gives each operand of the outermost AND to `search` where that says it exactly, else to `where`. */
export declare function splitStages(expression: Expression, fits: Fits): Stages;
export declare function conjuncts(expression: Expression): readonly Expression[];

import type { Expression } from '../predicate/predicate.js';
import type { MatchEvent } from './event.js';
/** Decides one thing about one event. */
export type Test = (event: MatchEvent) => boolean;
/** Compiles trees to tests. Equal nodes of a tree are one object and are compiled once. */
export declare class Compiler {
    private readonly done;
    compile(node: Expression): Test;
    private build;
}

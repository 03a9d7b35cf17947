import type { Anchor } from './anchor.js';
import type { MatchEvent } from './event.js';
/** Says which entries (numbers) an event may satisfy, by the clues of their anchors. */
export declare class RuleIndex {
    private readonly fields;
    private readonly anywhere;
    private readonly always;
    private readonly marks;
    private round;
    constructor(anchors: readonly Anchor[]);
    private add;
    /** In ascending order, each once. */
    candidates(event: MatchEvent): readonly number[];
}

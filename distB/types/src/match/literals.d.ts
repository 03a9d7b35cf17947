/**
 * Finds which of many literals stand in a text, in one pass over it (Aho and Corasick, 1975). The
 * automaton is one table: for each state and each class of code units the next state.
 */
export declare class LiteralSet {
    /** By code unit; code units that no literal has are all of class 0. */
    private readonly classes;
    private readonly classCount;
    private readonly next;
    private readonly found;
    /** @param literals none of them empty; results are their indexes. */
    constructor(literals: readonly string[]);
    /** Fills in where a state goes when its literal ends or goes on otherwise: breadth first. */
    private linkFallbacks;
    /** Calls back with each literal that occurs, as often as it does. */
    scan(text: string, onFound: (index: number) => void): void;
}

/** A condition whose leaves are for its reader to say. */
export type Clause<Leaf> = Linked<Leaf> | Negated<Leaf> | Leaf;
interface Linked<Leaf> {
    readonly kind: 'and' | 'or';
    readonly operands: readonly Clause<Leaf>[];
}
interface Negated<Leaf> {
    readonly kind: 'not';
    readonly operand: Clause<Leaf>;
}
/**
 * Calls `each` for the leaves in order, with whether a negation stands over them. A tree nests no
 * deeper than the brackets of its query may.
 */
export declare function eachLeaf<Leaf extends {
    readonly kind: string;
}>(clause: Clause<Leaf>, negated: boolean, each: (leaf: Leaf, negated: boolean) => void): void;
export declare function mapLeaves<Leaf extends {
    readonly kind: string;
}>(clause: Clause<Leaf>, change: (leaf: Leaf) => Leaf): Clause<Leaf>;
/** @param clause one in which every operator has operands */
export declare function firstLeaf<Leaf extends {
    readonly kind: string;
}>(clause: Clause<Leaf>): Leaf;
export {};

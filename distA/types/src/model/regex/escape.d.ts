import type { RegexAnchor, RegexClassItem } from './ast.js';
import type { Cursor } from './parse.js';
export type Escape = {
    readonly kind: 'literal';
    readonly codePoint: number;
} | {
    readonly kind: 'item';
    readonly item: RegexClassItem;
    readonly negated: boolean;
} | {
    readonly kind: 'anchor';
    readonly anchor: RegexAnchor['anchor'];
} | {
    readonly kind: 'backreference';
    readonly to: number | string;
} | {
    readonly kind: 'line-break';
};
/** Reads an escape outside of a class. @param groups capturing groups opened so far. */
export declare function parseEscape(cursor: Cursor, groups: number): Escape;
/** Reads `[…]`; the cursor stands at its bracket. */
export declare function parseClass(cursor: Cursor): {
    negated: boolean;
    items: RegexClassItem[];
};

import type { Diagnostic, Severity } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/node.js';
import type { Span } from '../../source/span.js';
import type { DetectionItem, Name } from '../detection.js';
import type { Draft } from './draft.js';
/** What a modifier may see and change. */
export interface Chain {
    readonly scalars: readonly YamlScalar[];
    /** For each written value, its alternatives. */
    drafts: (readonly Draft[])[];
    linking: 'all' | 'any';
    negated: boolean;
    /** All modifiers of the item: as written, and by their plain names. */
    readonly written: readonly Name[];
    readonly names: readonly string[];
    /** Which of them is being applied. */
    readonly index: number;
    report(severity: Severity, code: string, message: string, span: Span): void;
}
export interface Modifier {
    readonly name: string;
    /** The heading of the specification's appendix under which it stands. */
    readonly heading: string;
    readonly description: string;
    /** Whether it asks something of a field, so that it makes no sense on keywords. */
    readonly needsField?: boolean;
    /** The modifiers that may stand before it; `all` and `neq` may stand anywhere. */
    readonly follows: readonly string[];
    /** What to do if another one stands before it. */
    instead(before: string): string;
    apply(chain: Chain): void;
}
export type ModifierTable = ReadonlyMap<string, Modifier>;
export interface Applied extends Pick<DetectionItem, 'linking' | 'negated' | 'values'> {
    readonly diagnostics: readonly Diagnostic[];
}
/** Applies modifiers in order to the values of one item. An error ends the chain. */
export declare function applyModifiers(table: ModifierTable, modifiers: readonly Name[], scalars: readonly YamlScalar[], hasField: boolean): Applied;
/** The place of the modifier that is being applied. */
export declare function spanOf(chain: Chain): Span;
/** Puts what `change` makes of each value in its place; a value of which it makes null is refused. */
export declare function mapDrafts(chain: Chain, change: (draft: Draft, scalar: YamlScalar) => Draft | readonly Draft[] | null, refusal: (draft: Draft) => string): void;

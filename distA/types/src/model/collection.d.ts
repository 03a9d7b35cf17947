import type { Diagnostic } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import type { Rule } from './rule.js';
/** Everything that was read from one text, in document order. */
export interface Collection {
    readonly items: readonly CollectionItem[];
}
export interface CollectionItem {
    /** Where the document stands. */
    readonly span: Span;
    /** What can be said of it even if it could not be read. */
    readonly heading: Heading;
    /** Null where the document has an error; `diagnostics` then says which. */
    readonly content: Rule | OtherDocument | null;
    readonly diagnostics: readonly Diagnostic[];
}
export interface Heading {
    readonly id: string | null;
    readonly title: string | null;
    readonly level: string | null;
    readonly status: string | null;
}
/** A document that is recognised, but not converted yet. */
export interface OtherDocument {
    readonly kind: 'correlation' | 'filter';
    readonly span: Span;
}

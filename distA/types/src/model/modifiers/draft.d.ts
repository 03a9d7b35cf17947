import type { YamlScalar } from '../../source/node.js';
import type { Span } from '../../source/span.js';
import type { StringValue, Value } from '../value.js';
/** A value on its way through the modifiers. */
export type Draft = Value | BytesDraft;
/** What an encoding made of a text, until text is made of it again. */
export interface BytesDraft {
    readonly kind: 'bytes';
    readonly bytes: Uint8Array;
    readonly cased: boolean;
    readonly span: Span;
}
/** @param expand whether `%name%` is a placeholder. */
export declare function valueOf(scalar: YamlScalar, expand: boolean): Value;
/** A value as text, where it has one: numbers as they are written, bytes as one character each. */
export declare function asString(draft: Draft, scalar: YamlScalar): StringValue | null;
/** A character a byte. */
export declare function binaryText(bytes: Uint8Array): string;
export declare function finish(draft: Draft): Value;
/** What a value is, for messages. */
export declare function describe(draft: Draft): string;

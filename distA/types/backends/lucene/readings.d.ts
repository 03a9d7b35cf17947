import type { FieldPredicate, Polarity, Report } from '../../src/backend/index.js';
import type { Reading } from './columns.js';
import type { Piece } from './piece.js';
/** The ways to read a field out of others that pipelines may name as `as`. */
export declare const READINGS: readonly ["like", "either", "registry-data", "domain-user", "among", "within"];
export interface ReadingWriter {
    readonly write: (p: FieldPredicate) => Piece;
    /** Null where the field keeps what is asked for. */
    readonly absent: (p: FieldPredicate) => Piece | null;
}
/**
 * What is asked of a field that is read out of another, asked of that one; null if it cannot be.
 *
 * - `like`: the value is in any field whose name is like `of`, in which `*` stands for any text.
 * - `either`: it is in `of`, or in `key`.
 * - `registry-data`: it is what Sysmon says of the data that `of` and the type beside it hold.
 * - `domain-user`: it is `of`, a backslash, and `key`.
 * - `among`: it is one of the values of `of`.
 * - `within`: it stands somewhere in the text of `of`.
 */
export declare function readingPiece(p: FieldPredicate, { as, of, key }: Reading, polarity: Polarity, report: Report, { write, absent }: ReadingWriter): Piece | null;

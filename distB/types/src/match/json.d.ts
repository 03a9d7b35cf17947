export type ParsedJson = {
    readonly ok: true;
    readonly value: unknown;
    readonly invalidBytes: boolean;
}
/** @property at the byte at which it stops being JSON; 0 if unknown */
 | {
    readonly ok: false;
    readonly at: number;
};
/** Reads JSON; a whole number beyond 2^53 becomes a bigint, so that no digit is lost. */
export declare function parseJson(bytes: Uint8Array): ParsedJson;

import type { FieldPredicate, Network } from '../../src/backend/index.js';
/**
 * Queries of an ip field, none of which means no event; null if it cannot be asked.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/ip
 */
export declare function addressQueries(p: FieldPredicate): readonly string[] | null;
/** A network for a field of texts, as a regular expression for the whole of an address. */
export interface NetworkRegex {
    readonly source: string;
    /** Addresses beyond the network fit too. */
    readonly wider: boolean;
}
/** Null where the texts of a network have no common beginning that could be looked for. */
export declare function networkRegex({ version, address, prefix }: Network): NetworkRegex | null;

import type { Network } from '../value.js';
export interface Address {
    readonly version: 4 | 6;
    readonly address: bigint;
}
/** Strictly: four decimal parts without leading zeros, or RFC 4291's forms. */
export declare function parseAddress(text: string): Address | null;
/** Canonical text; IPv6 by RFC 5952. */
export declare function formatAddress(version: 4 | 6, address: bigint): string;
/** A network in CIDR notation, host bits cleared; `masked` says whether there were any. */
export declare function parseNetwork(text: string): {
    network: Network;
    masked: boolean;
} | null;

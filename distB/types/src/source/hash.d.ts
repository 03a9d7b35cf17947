/**
 * A short name for a text: 64 bits in hexadecimal, the same on every machine. Two multiplicative
 * mixes side by side, after MurmurHash3's finalizer. Texts that differ by chance do not share one;
 * it is no proof against someone who looks for two that do.
 */
export declare function hashOf(text: string): string;

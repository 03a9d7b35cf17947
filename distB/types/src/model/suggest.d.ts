/** The candidate most like a name that was mistyped; null if none is alike. Case is ignored. */
export declare function nearest(name: string, candidates: Iterable<string>): string | null;

/**
 * A file name from any text: letters, digits, `_`, `-` and single dots, in lower case, since file
 * systems may not tell cases apart. Never empty, never hidden, never a way out of a folder.
 */
export declare function slug(text: string): string;
/** What wants a file name. */
export interface Named<T> {
    readonly item: T;
    /** From which the name is made. */
    readonly wish: string;
    /** Tells apart those with the same wish. */
    readonly identity: string;
}
/**
 * A file name for each item. One that nobody else wants is given as it is; items that want the same
 * each get a suffix from their identity, so that no name depends on the order of the items.
 */
export declare function fileNames<T>(named: readonly Named<T>[]): ReadonlyMap<T, string>;

/** Rows as lines with aligned columns. Cells must be fit for a terminal. */
export declare function table(rows: readonly (readonly string[])[]): string[];

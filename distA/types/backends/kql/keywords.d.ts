/** Whether a name can stand in a query without quotes. */
export declare function isPlainName(name: string): boolean;

export declare const eventTables: readonly string[];

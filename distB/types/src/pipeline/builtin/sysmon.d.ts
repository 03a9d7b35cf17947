export declare const SYSMON_FIELDS: Readonly<Record<number, readonly string[]>>;

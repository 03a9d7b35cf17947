/**
 * Fields that say which events a rule is about, rather than what to look for in them. In Sigma's
 * own names and in those of Elastic's and Splunk's schemas. `EventType` is Sysmon's (`SetValue`,
 * `CreateKey`, …), which tells its registry events apart as their ids do; the `eventType` of cloud
 * logs is what their rules look for, as `LogonType` and the like are.
 */
export declare const EVENT_ID_FIELDS: ReadonlySet<string>;
export declare const CHANNEL_FIELDS: ReadonlySet<string>;
export declare const PROVIDER_FIELDS: ReadonlySet<string>;
export declare function isEventSelector(field: string): boolean;

/** Events of Windows that a log source stands for, in Sigma's fields. */
export interface WindowsEvents {
    readonly category?: string;
    readonly service?: string;
    readonly where: Readonly<Record<string, readonly (string | number)[]>>;
    /** The fields of their data, as they are written there; not given where they may be any. */
    readonly fields?: readonly string[];
}
/** Sysmon's categories, with the fields that its events have. */
export declare const sysmonEvents: readonly WindowsEvents[];
/** PowerShell's categories, and the channels that are called a service in rules. */
export declare const channelEvents: readonly WindowsEvents[];
/**
 * Every log source of Windows that has events of its own, categories before services. Any field may
 * be asked for, since other agents than Sysmon write events of its categories too.
 */
export declare const windowsEvents: readonly WindowsEvents[];
/** Those that are kept in the channels of one service; empty if no service is called so. */
export declare function windowsEventsOf(service: string): readonly WindowsEvents[];
export declare const windowsServices: readonly string[];

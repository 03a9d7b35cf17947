export interface InspectFlags {
    readonly json?: boolean;
    readonly verbose?: boolean;
}
/** `sigmaql inspect`; returns the exit status. */
export declare function inspectCommand(names: readonly string[], flags: InspectFlags): Promise<number>;

export interface MatchFlags {
    readonly events: readonly string[];
    readonly placeholder?: readonly string[];
    readonly config?: string;
    readonly json?: boolean;
    readonly verbose?: boolean;
}
/** `sigmaql match`; returns the exit status. */
export declare function matchCommand(names: readonly string[], flags: MatchFlags): Promise<number>;

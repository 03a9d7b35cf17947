/** `sigmaql list`; returns the exit status. */
export declare function listCommand(what: string, flags: {
    readonly json?: boolean;
    readonly backend?: readonly string[];
}): Promise<number>;

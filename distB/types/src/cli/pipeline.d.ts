/** `sigmaql pipeline check`; returns the exit status. */
export declare function pipelineCheckCommand(paths: readonly string[], flags: {
    readonly json?: boolean;
}): Promise<number>;
/** `sigmaql pipeline show`; returns the exit status. */
export declare function pipelineShowCommand(path: string, flags: {
    readonly pipeline?: readonly string[];
    readonly target: string;
}): Promise<number>;

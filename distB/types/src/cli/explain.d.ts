import type { Flags } from './settings.js';
/** `sigmaql explain`; returns the exit status. */
export declare function explainCommand(path: string, flags: Flags & {
    readonly json?: boolean;
}): Promise<number>;

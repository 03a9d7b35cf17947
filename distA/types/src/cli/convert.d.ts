import type { Flags } from './settings.js';
interface ConvertFlags extends Flags {
    readonly output?: string;
    readonly json?: boolean;
    readonly verbose?: boolean;
    readonly jobs?: string;
}
/** `sigmaql convert`; returns the exit status. */
export declare function convertCommand(rules: readonly string[], flags: ConvertFlags): Promise<number>;
export {};

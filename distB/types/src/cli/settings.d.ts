import type { Placeholders } from '../predicate/lower.js';
/** What a conversion needs to know; plain data, so that a thread can be told. */
export interface Settings {
    readonly targets: readonly string[];
    /** Packages to load targets from. */
    readonly packages: readonly string[];
    /** Names of pipelines, and files; null where each target has its own choice. */
    readonly pipelines: readonly string[] | null;
    readonly format: string | null;
    /** By target, then by name. */
    readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly placeholders: Placeholders;
    readonly strict: boolean;
    readonly compact: boolean;
}
export interface Flags {
    readonly target?: readonly string[];
    readonly format?: string;
    readonly option?: readonly string[];
    readonly pipeline?: readonly string[];
    readonly placeholder?: readonly string[];
    readonly backend?: readonly string[];
    readonly config?: string;
    readonly strict?: boolean;
    readonly compact?: boolean;
}
/**
 * The command line over the configuration file. Throws `UsageError` for what cannot be meant.
 *
 * @param allTargets take all of them where none is named
 */
export declare function readSettings(flags: Flags, allTargets?: boolean): Promise<Settings>;
/** Values of placeholders alone, for a subcommand that has no targets. */
export declare function readPlaceholders(flags: Flags): Placeholders;

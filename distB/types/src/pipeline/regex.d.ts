import type { Settings } from './settings.js';
/**
 * A regular expression of a pipeline, on texts that come from rules: RE2's, whose time is linear.
 * Python's syntax but for look-around and back-references.
 */
export interface PipelineRegex {
    /** From the start of the text, as Python's `re.match` has it. */
    startsWith(text: string): boolean;
    /** As Python's `re.sub`: `\1` and `\g<name>` stand for groups. */
    replace(text: string, replacement: string): string;
}
export declare function readRegex(settings: Settings, key: string): PipelineRegex | null;
export declare function compileRegex(source: string, fail: (message: string) => void): PipelineRegex | null;

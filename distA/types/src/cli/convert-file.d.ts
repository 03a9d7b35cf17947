import type { ConvertOptions } from '../convert.js';
import type { Severity } from '../source/diagnostic.js';
import type { Settings } from './settings.js';
import type { Target } from './targets.js';
/** How a batch of files is to be converted; plain data. */
export interface Job {
    readonly settings: Settings;
    readonly json: boolean;
    readonly colour: boolean;
    /** Draw notes too, which are otherwise only counted. */
    readonly verbose: boolean;
}
/** Everything that is to be said of one file, as text; plain data. */
export interface FileResult {
    readonly path: string;
    /** JSON lines, if asked for. */
    readonly lines: string;
    readonly queries: readonly QueryResult[];
    readonly messages: readonly Message[];
    readonly counts: Counts;
}
export interface QueryResult {
    readonly target: string;
    readonly title: string;
    readonly extension: string;
    readonly text: string;
}
export interface Message {
    readonly severity: Severity;
    readonly code: string;
    readonly message: string;
    /** Empty where it will not be shown. */
    readonly frame: string;
}
export interface Counts {
    rules: number;
    exact: number;
    approximate: number;
    refused: number;
    /** Files of which nothing could be read. */
    unread: number;
}
export declare function noCounts(): Counts;
/** Reads and converts one file for every target. Never throws for what the file holds. */
export declare function convertFile(path: string, targets: readonly Target[], job: Job): FileResult;
/** As what a target is to be converted, the same object each time. */
export declare function optionsFor(target: Target, settings: Settings): ConvertOptions;

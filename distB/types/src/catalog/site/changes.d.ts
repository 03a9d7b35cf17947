import type { CatalogRule } from './entry.js';
/** What a build leaves for the next one. */
export interface Manifest {
    readonly version: 1;
    readonly rules: readonly ManifestRule[];
    /** The files of the site, so that the next build can take away those that are no more. */
    readonly files: readonly string[];
}
/** What is compared of a rule. */
export interface ManifestRule {
    readonly id: string | null;
    readonly path: string;
    readonly position: number;
    readonly title: string;
    readonly language: string;
    readonly level: string | null;
    readonly status: string | null;
    readonly logsource: string;
    readonly conditions: readonly string[];
    /** By field and kind: `Image ends_with`, `not User eq`. */
    readonly values: Readonly<Record<string, readonly string[]>>;
    readonly meaning: string | null;
    /** A hash of all of its text. */
    readonly text: string;
    /** By target, a hash of the queries. */
    readonly queries: Readonly<Record<string, string>>;
}
/** Something of a rule that is not what it was. */
export type Change = {
    readonly what: 'title' | 'level' | 'status' | 'log source' | 'condition' | 'path';
    readonly before: string;
    readonly after: string;
} | {
    readonly what: 'values';
    readonly added: readonly string[];
    readonly removed: readonly string[];
} | {
    readonly what: 'queries';
    readonly targets: readonly string[];
}
/** How the values are linked, or nothing but texts such as the description. */
 | {
    readonly what: 'logic' | 'text';
};
export interface ChangedRule {
    readonly rule: CatalogRule;
    readonly changes: readonly Change[];
}
export interface Changes {
    readonly added: readonly CatalogRule[];
    readonly changed: readonly ChangedRule[];
    readonly removed: readonly ManifestRule[];
}
export declare function manifestOf(rules: readonly CatalogRule[], files: readonly string[]): Manifest;
/** One rule a line, so that two manifests can be compared as texts. */
export declare function printManifest({ version, rules, files }: Manifest): string;
/** Null for what `printManifest` has not written. */
export declare function readManifest(text: string): Manifest | null;
/** Rules are the same by id, where no other has it; or else by place. */
export declare function changesSince(previous: Manifest, rules: readonly CatalogRule[]): Changes;
/** `product windows, service system or security`, as people say it. */
export declare function logSourceText(logsource: NonNullable<CatalogRule['sigma']>['logsource']): string;

import type { Diagnostic } from '../source/diagnostic.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../source/node.js';
import type { Span } from '../source/span.js';
import type { Json } from './pipeline.js';
/** Reads the keys of one map; what is wrong is reported at its place, and what is not known too. */
export declare class Settings {
    readonly map: YamlMap;
    /** What the map is, for messages: `the transformation set_state`. */
    private readonly what;
    readonly diagnostics: Diagnostic[];
    private readonly read;
    constructor(map: YamlMap, 
    /** What the map is, for messages: `the transformation set_state`. */
    what: string, diagnostics: Diagnostic[]);
    fail(code: string, message: string, span: Span): void;
    has(key: string): boolean;
    node(key: string): YamlNode | null;
    span(key: string): Span;
    scalar(key: string): YamlScalar | null;
    /** Null if the key is missing. */
    text(key: string): string | null;
    required(key: string): string;
    missing(key: string): void;
    flag(key: string, otherwise?: boolean): boolean;
    choice<T extends string>(key: string, choices: readonly T[], otherwise: T): T;
    /** One text, or a list of them; empty if the key is missing. */
    texts(key: string): readonly string[];
    textsOf(node: YamlNode | null, key: string): readonly string[];
    entries(key: string): readonly YamlEntry[];
    /** A map from a text to one text or several. The key `null` is the empty text. */
    mapping(key: string): ReadonlyMap<string, readonly string[]>;
    items(key: string): readonly YamlNode[];
    json(key: string): Json;
    /** The reader of a `type`; null, and a report, if there is none of that name. */
    reader<T>(type: string, readers: Readonly<Record<string, T>>, what: string, { also, where }?: {
        readonly also?: readonly string[];
        readonly where?: string;
    }): T | null;
    /** Reports the keys that nobody asked for. */
    finish(): void;
}
/** @param numbers as numbers, or as the texts that they were written as, so that `010` stays */
export declare function jsonOf(node: YamlNode, numbers?: 'value' | 'text'): Json;

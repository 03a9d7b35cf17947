import type { YamlEntry, YamlMap } from '../../source/node.js';
import type { SourceFile } from '../../source/span.js';
import type { CorpusLanguage, CorpusRule } from './entry.js';
import type { QueryReader } from './reading.js';
interface YamlQuery {
    readonly language: CorpusLanguage;
    readonly document: YamlMap;
    /** The entry that holds the query. */
    readonly query: YamlEntry;
    readonly file: SourceFile;
    readonly position: number;
    readonly read: QueryReader;
}
/** A rule in YAML around a query in another language, with its `id` and `name`. */
export declare function readYamlQuery(given: YamlQuery): CorpusRule;
export {};

import type { Query } from '../../convert.js';
import type { Collection } from '../../model/collection.js';
import type { SourceFile } from '../../source/span.js';
import type { CorpusRule } from '../corpus/entry.js';
import type { Inspector } from '../inspect/inspect.js';
import type { CatalogRule } from './entry.js';
/** The queries of a collection for one target, and the target's title. */
export interface TargetQueries {
    readonly title: string;
    readonly queries: readonly Query[];
}
/** The rules of a Sigma file that was parsed, and converted for each target. */
export declare function catalogRules({ items }: Collection, file: SourceFile, targets: readonly TargetQueries[], inspect: Inspector): readonly CatalogRule[];
/** The rules of a file in another language, each with its text. */
export declare function otherRules(rules: readonly CorpusRule[], file: SourceFile): readonly CatalogRule[];

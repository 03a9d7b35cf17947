import type { Collection } from '../../model/collection.js';
import type { Rule } from '../../model/rule.js';
import type { Placeholders } from '../../predicate/lower.js';
import type { CorpusRule } from './entry.js';
/** The rules of a Sigma file that was parsed, as entries of a corpus. */
export declare function sigmaRules({ items }: Collection, path: string): readonly CorpusRule[];
/** A placeholder that nobody has filled stands for its own name: rules that share it share it. */
export declare function placeholdersOf({ detection }: Rule): Placeholders;

import type { SourceFile } from '../../source/span.js';
import type { CorpusRule } from './entry.js';
/** The rules of a file, or why it has none. */
export type ElasticRules = readonly CorpusRule[] | string;
/** Reads a rule file of Elastic's detection-rules: TOML with a table `rule`. */
export declare function readElasticToml(file: SourceFile): ElasticRules;
/** Reads rules as Kibana exports them: JSON, a rule, a list of rules, or a rule a line. */
export declare function readElasticJson(file: SourceFile): ElasticRules;

import type { AttackData } from '../model/attack/attack.js';
import type { Name } from '../model/name.js';
import type { Rule } from '../model/rule.js';
import type { Plan, Source } from '../plan/plan.js';
import type { Expression } from '../predicate/predicate.js';
import type { Finding } from '../source/codes.js';
import type { MappedText } from '../source/mapped-text.js';
import type { Tables } from '../store/tables.js';
import type { Deployment, DeploymentSetting } from './deployment.js';

/** What a query is written into, so that a product takes it. */
export interface Format {
  /** What `-f` takes. */
  readonly name: string;
  readonly description: string;
  /** Without the dot. */
  readonly extension: string;
  /**
   * Puts a query into its document, and keeps what is known of its parts: `joinTexts`, `replaceEach`
   * and `placeInJson` do. Null where the query alone is the output.
   */
  readonly wrap: ((query: MappedText, about: AboutQuery) => MappedText) | null;
  /** Why it cannot be written with these options of the target; null if it can. */
  readonly refuses?: (options: Readonly<Record<string, string>>) => string | null;
  /** Which documented limits of the format a query breaks. */
  readonly limits?: (query: string, about: AboutQuery) => readonly Finding<'warning'>[];
  /** Of the fields that a rule lists, those that its document has no place for. */
  readonly unshown?: (about: AboutQuery) => readonly Name[];
  /** One file of several documents; left out where each needs a file of its own. */
  readonly bundle?: Bundle;
  /** The files that a run makes, in place of one for each rule. */
  readonly files?: (documents: readonly FormattedQuery[]) => readonly FormatFile[];
  /** Its results should show the fields that a rule lists, and no others. */
  readonly showsFields?: true;
  /** A product keeps it under the query's id or name, so a rule should have an id. */
  readonly deploys?: true;
  /** Settings of a deployment that it writes. */
  readonly takes?: readonly DeploymentSetting[];
  /** Its product counts what a search finds: of a correlation that only counts, the search is the query. */
  readonly countsEvents?: true;
  /** It names the tactics and techniques of rules, so callers should load ATT&CK. */
  readonly namesAttack?: true;
}

export type Bundle = (documents: readonly FormattedQuery[]) => string;

/** What a format knows of a query, besides its text. */
export interface AboutQuery {
  /** As the pipelines have left it. */
  readonly rule: Rule;
  /** A UUID, unique in the run, and the same on every run. */
  readonly id: string;
  /** The title of the rule, with a number where the rule has several queries. */
  readonly name: string;
  readonly plan: Plan;
  /** Every option of the target, set or default. */
  readonly options: Readonly<Record<string, string>>;
  readonly tables: Tables | undefined;
  /** Null if the caller did not load it. */
  readonly attack: AttackData | null;
  readonly deployment: Deployment;
}

/** A query in its format, among others. */
export interface FormattedQuery {
  readonly text: string;
  /** One line of visible characters, to tell it from others: where its rule is, and its title. */
  readonly heading: string;
}

export interface FormatFile {
  /** Below the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every source that a query reads. */
export function sourcesOf(plan: Plan): readonly Source[] {
  if (plan.kind === 'source') return [plan];
  if ('inputs' in plan) return plan.inputs.flatMap(sourcesOf);
  return sourcesOf(plan.input);
}

/** Every condition that the rows of a query satisfy. */
export function* conditionsOf(plan: Plan): Generator<Expression> {
  if (plan.kind === 'search') yield* plan.conditions;
  if ('inputs' in plan) for (const input of plan.inputs) yield* conditionsOf(input);
  else if ('input' in plan) yield* conditionsOf(plan.input);
}

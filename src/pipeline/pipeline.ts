import type { DetectionItem } from '../model/detection.js';
import type { Rule } from '../model/rule.js';
import type { Placeholders } from '../model/given-values.js';
import type { Json } from '../source/json.js';
import type { MappedText } from '../source/mapped-text.js';
import type { Span } from '../source/span.js';
import type { Source } from '../store/source.js';
import type { Choosing } from '../store/choice/choosing.js';

/** `vars`: as templates have them, and with numbers as they are written, as placeholders do. */
export type Variables = Readonly<Record<string, { readonly value: Json; readonly text: Json }>>;

/** A processing pipeline: what turns rules into rules for somebody's own fields. */
export interface Pipeline {
  readonly name: string;
  /** Pipelines of lower priority come first. */
  readonly priority: number;
  /** Targets that it is for. Where neither targets nor stores are named, it is for all. */
  readonly targets: readonly string[];
  /** Stores that it is for, whatever the target's language. */
  readonly stores: readonly string[];
  readonly variables: Variables;
  readonly items: readonly ProcessingItem[];
  /** Where events are stored; of all pipelines together, one is chosen after their items. */
  readonly sources: readonly Source[];
  readonly postprocessing: readonly PostprocessingItem[];
  readonly finalizers: readonly Finalizer[];
}

/** One step: a transformation, and when it applies. */
export interface ProcessingItem {
  readonly id: string | null;
  readonly transformation: Transformation;
  readonly appliesTo: RuleTest;
  readonly appliesToItem: ItemTest;
  readonly appliesToField: FieldTest;
  /** It is for rules of one log source, so what it adds says where the events of that are. */
  readonly isOfLogSource: boolean;
  /** It ships, so the values that it makes are those that the store has. */
  readonly isFact: boolean;
  readonly span: Span;
}

export interface Transformation {
  /** As the format names it: `field_name_mapping`. */
  readonly type: string;
  /** The rule as it comes out; the same object if nothing changed. */
  readonly apply: (rule: Rule, step: Step) => Rule;
}

export interface PostprocessingItem {
  readonly id: string | null;
  readonly type: string;
  readonly appliesTo: RuleTest;
  readonly apply: (query: MappedText, rule: Rule, run: Run) => MappedText;
}

export interface Finalizer {
  readonly type: string;
  /** @param queries or the text that the finalizer before it made of them */
  readonly apply: (queries: readonly string[] | string, variables: Variables) => string;
}

export type RuleTest = (rule: Rule, run: Run) => boolean;
export type ItemTest = (item: DetectionItem, run: Run) => boolean;
/** A field's name, null for a keyword; or an item, which is about all the fields that it names. */
export type FieldSubject = string | null | DetectionItem;
export type FieldTest = (subject: FieldSubject, run: Run) => boolean;

/** What is known of one rule on its way through the pipelines. */
export interface Run extends Choosing {
  readonly state: Map<string, Json>;
  readonly variables: Variables;
  /** Values that the user gives, which go before those of pipelines. */
  readonly placeholders: Placeholders | undefined;
  readonly attributes: Map<string, Json>;
  /** Ids of the items that applied. */
  readonly applied: Set<string>;
  /** The same of single detection items, and of field names. */
  readonly appliedToItem: Map<DetectionItem, ReadonlySet<string>>;
  readonly appliedToField: Map<string, Set<string>>;
  /** Fields that the chosen source reads out of others; none before one is chosen. */
  readonly read: ReadonlySet<string>;
}

/** A run within one processing item. */
export interface Step extends Run {
  readonly id: string | null;
  /** That of the item, or of one that it is nested in. */
  readonly isOfLogSource: boolean;
  readonly isFact: boolean;
  /** Whether the step is for an item: as one, and by the fields that it names. */
  readonly itemMatches: (item: DetectionItem) => boolean;
  readonly fieldMatches: (field: string | null) => boolean;
  /** A name that no search identifier of the rule has: `_sigmaql_1`. */
  readonly freshName: (rule: Rule) => string;
}

/** What a pipeline may be for. */
export interface PipelineTarget {
  readonly name: string;
  readonly store?: string | undefined;
}

export function isFor({ targets, stores }: Pipeline, { name, store }: PipelineTarget): boolean {
  if (targets.length === 0 && stores.length === 0) return true;
  return targets.includes(name) || (store !== undefined && stores.includes(store));
}

/** What it is for, in messages. */
export function purposeOf({ targets, stores }: Pipeline): string {
  return [...targets, ...stores.map((s) => `the store ${s}`)].join(', ');
}

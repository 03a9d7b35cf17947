import type { Finding } from '../../source/codes.js';
import type { DiagnosticDetails } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import type { Name } from '../name.js';
import type { Draft } from './draft.js';

/** How many values the modifiers of one rule may still add. */
export interface Expansion {
  left: number;
}

/** What a modifier may see and change. */
export interface Chain {
  readonly scalars: readonly YamlScalar[];
  /** For each written value, its alternatives. */
  drafts: (readonly Draft[])[];
  linking: 'all' | 'any';
  negated: boolean;
  /** All modifiers of the item: as written, and by their plain names. */
  readonly written: readonly Name[];
  readonly names: readonly string[];
  /** Whether the item has a field; keywords have none. */
  readonly hasField: boolean;
  /** Which of them is being applied. */
  readonly index: number;
  readonly expansion: Expansion;
  report(finding: Finding, span: Span, details?: DiagnosticDetails): void;
}

export interface Modifier {
  readonly name: string;
  /** The heading under which the specification's appendix lists it. */
  readonly heading: string;
  readonly description: string;
  /** Whether it needs a field, so that it makes no sense on keywords. */
  readonly needsField?: boolean;
  /** The modifiers that it may follow; `all` and `neq` may appear anywhere. */
  readonly follows: readonly string[];
  /** What to do if it follows another one. */
  instead(before: string): string;
  apply(chain: Chain): void;
}

export type ModifierTable = ReadonlyMap<string, Modifier>;

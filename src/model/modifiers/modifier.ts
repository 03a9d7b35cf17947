import type { Severity } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/node.js';
import type { Span } from '../../source/span.js';
import type { Name } from '../name.js';
import type { Draft } from './draft.js';

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
  /** Which of them is being applied. */
  readonly index: number;
  report(severity: Severity, code: string, message: string, span: Span): void;
}

export interface Modifier {
  readonly name: string;
  /** The heading of the specification's appendix under which it stands. */
  readonly heading: string;
  readonly description: string;
  /** Whether it asks something of a field, so that it makes no sense on keywords. */
  readonly needsField?: boolean;
  /** The modifiers that may stand before it; `all` and `neq` may stand anywhere. */
  readonly follows: readonly string[];
  /** What to do if another one stands before it. */
  instead(before: string): string;
  apply(chain: Chain): void;
}

export type ModifierTable = ReadonlyMap<string, Modifier>;

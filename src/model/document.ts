import { entry } from '../source/yaml/node.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import type { Correlation } from './correlation/correlation.js';
import type { Filter } from './filter.js';
import type { Name } from './name.js';
import type { Rule } from './rule.js';

/**
 * What a YAML document of a rule file is: a `template` is merged into other documents by
 * `action: global`, the kind of an `unreadable` one is unknown, `empty` is a file without
 * documents.
 */
export type DocumentKind = 'rule' | 'correlation' | 'filter' | 'template' | 'unreadable' | 'empty';

export interface SigmaDocument {
  readonly kind: DocumentKind;
  readonly span: Span;
  /** What can be said of it even if it could not be read. */
  readonly heading: Heading;
  /** Null if there is none, or if it has errors, which are in `diagnostics`. */
  readonly content: Rule | Correlation | Filter | null;
  /**
   * What a correlation with errors refers to, so that what is missing is reported as well, and that
   * what only serves it gives no queries of its own.
   */
  readonly broken?: References;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a correlation refers to. */
export interface References {
  readonly rules: readonly Name[];
  /** Whether they give queries, too. */
  readonly generate: boolean;
}

export interface Heading {
  readonly id: string | null;
  readonly name: string | null;
  readonly title: string | null;
  readonly level: string | null;
  readonly status: string | null;
}

/** The rule to convert or match; null for any other document, and for one with errors. */
export function usableRule({ content, diagnostics }: SigmaDocument): Rule | null {
  if (content?.kind !== 'rule') return null;
  return diagnostics.some((d) => d.severity === 'error') ? null : content;
}

/** The correlation to convert or match; null for any other document, and for one with errors. */
export function usableCorrelation({ content, diagnostics }: SigmaDocument): Correlation | null {
  if (content?.kind !== 'correlation') return null;
  return diagnostics.some((d) => d.severity === 'error') ? null : content;
}

/** Whether a document may give queries, or diagnostics if it gives none. */
export function asksForQueries({ kind }: SigmaDocument): boolean {
  return kind === 'rule' || kind === 'correlation' || kind === 'unreadable';
}

/** The ids and names by which a document refers to others; none for a filter of any rule. */
export function referencesOf({ content, broken }: SigmaDocument): readonly Name[] {
  if (content?.kind !== 'correlation' && content?.kind !== 'filter') return broken?.rules ?? [];
  return 'kind' in content.rules ? [] : content.rules;
}

/** Whether a reference may mean the document: ids in any case. */
export function isCalled({ heading: { id, name } }: SigmaDocument, reference: string): boolean {
  return reference === name || reference.toLowerCase() === id?.toLowerCase();
}

/** The value of a key of a document; the document itself where it cannot be told. */
export function spanOfKey({ content, span }: SigmaDocument, key: string): Span {
  return (content && entry(content.document, key)?.value.span) ?? span;
}

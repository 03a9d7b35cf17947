import { foldCase } from '../../model/patterns/case-folding.js';
import type { PredicateKind } from '../../predicate/kind.js';
import type { CorpusLanguage, CorpusPredicate } from './entry.js';
import { canonicalField } from './field-names.js';
import type { CanonicalFieldOf } from './field-names.js';

/** What a predicate looks for, in any language: equal indicators have equal strings. */
export interface Indicator {
  /** Null for a keyword. */
  readonly field: string | null;
  readonly kind: PredicateKind;
  /** With letter case folded, but of a regular expression. */
  readonly value: string;
  readonly negated: boolean;
}

/**
 * The indicator of a predicate. Where languages say the same thing in different words, one of them is
 * chosen: `ne` is a negated `eq`, a negated `null` is `exists`; and a file's name is the end of its
 * path after a separator, so that `process.name: "a.exe"` and `Image|endswith: '\a.exe'` are one.
 */
export function indicatorOf(
  language: CorpusLanguage,
  predicate: Pick<CorpusPredicate, 'field' | 'context' | 'kind' | 'value' | 'negated'>,
  fieldOf: CanonicalFieldOf = canonicalField,
): Indicator {
  const { field, context, kind, value, negated } = predicate;
  if (kind === 'ne')
    return indicatorOf(language, { ...predicate, kind: 'eq', negated: !negated }, fieldOf);
  if (kind === 'null') {
    return indicatorOf(language, { ...predicate, kind: 'exists', negated: !negated }, fieldOf);
  }
  if (field === null) return { field, kind, value: foldCase(value), negated };
  const { name, holding } = fieldOf(language, field, context);
  if (kind.startsWith('fieldref')) {
    const other = fieldOf(language, value, context);
    return {
      field: named(name, holding),
      kind,
      value: foldCase(named(other.name, other.holding)),
      negated,
    };
  }
  if (holding === 'words' && kind === 'eq') {
    return { field: name, kind: 'match', value: foldCase(value), negated };
  }
  if (holding === 'file-name') {
    return kind === 'eq' && value !== ''
      ? { field: name, kind: 'ends_with', value: foldCase(`\\${value}`), negated }
      : { field: named(name, holding), kind, value: foldCase(value), negated };
  }
  const isName = kind === 'ends_with' && FILE_NAME.test(value);
  // In a regular expression a letter's case may be its meaning: \s is not \S.
  const text = kind === 'regex' ? value : foldCase(isName ? `\\${value.slice(1)}` : value);
  return { field: name, kind, value: text, negated };
}

/** A file name after a separator of either kind, and nothing else. */
const FILE_NAME = /^[\\/][^\\/]+$/;

/** A file's name has no name of its own in Sigma. */
function named(name: string, holding: string): string {
  return holding === 'file-name' ? `${name} (file name)` : name;
}

/** A text that is the same for equal indicators only. */
export function keyOf({ field, kind, value, negated }: Indicator): string {
  const name = field === null ? '' : foldCase(field);
  return `${name}\u0000${kind}\u0000${negated ? 'not' : ''}\u0000${value}`;
}

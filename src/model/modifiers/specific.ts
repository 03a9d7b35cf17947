import { hasPlaceholder, literalText, parsePattern } from '../pattern.js';
import type { FieldRefMatch } from '../value.js';
import { mapDrafts, spanOf } from './chain.js';
import type { Modifier } from './modifier.js';
import { describe } from './draft.js';
import { WILDCARDS } from './groups.js';

const heading = 'Specific Modifiers';

export const specific: readonly Modifier[] = [
  {
    name: 'expand',
    heading,
    description: 'Placeholders (%name%) in the value are replaced with values of yours.',
    follows: ['cased', 'windash', ...WILDCARDS],
    instead: (before) =>
      before === 're'
        ? 'Placeholders have no place in a regular expression. Remove one of the two.'
        : `Placeholders stand in plain text. Remove \`${before}\`.`,
    // The values were read with their placeholders: a later look could not tell `\\%` from `\%`.
    apply(chain) {
      const found = chain.drafts.some((drafts) =>
        drafts.some((d) => d.kind === 'string' && hasPlaceholder(d.pattern)),
      );
      if (!found && chain.scalars.length > 0) {
        const message =
          '`expand` finds no placeholder such as %name% in the values. Write one, or remove it.';
        chain.report('warning', 'expand-without-placeholder', message, spanOf(chain));
      }
    },
  },
  {
    name: 'fieldref',
    heading,
    description: 'The value names another field of the same event, to compare with.',
    needsField: true,
    follows: ['cased', ...WILDCARDS],
    instead: (before) => `It takes the name of a field as it is written. Remove \`${before}\`.`,
    apply(chain) {
      const match = chain.names.slice(0, chain.index).find((n) => WILDCARDS.includes(n)) as
        FieldRefMatch | undefined;
      mapDrafts(
        chain,
        (draft, scalar) => {
          const { kind, span } = draft;
          if (kind !== 'string' && kind !== 'number' && kind !== 'boolean') return null;
          const field = literalText(parsePattern(scalar.text));
          if (field === null || field === '') return null;
          const cased = kind === 'string' && draft.cased;
          return { kind: 'field-ref', field, match: match ?? 'equals', cased, span };
        },
        (draft) => {
          if (draft.kind !== 'string') {
            return `\`fieldref\` takes the name of a field, not ${describe(draft)}.`;
          }
          return draft.pattern.length === 0
            ? '`fieldref` takes the name of a field, and this is empty.'
            : '`fieldref` takes the name of a field, without wildcards. For a part of it write `|fieldref|contains` and its like.';
        },
      );
    },
  },
];

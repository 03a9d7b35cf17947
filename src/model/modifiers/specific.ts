import { hasPlaceholder, literalText, parsePattern } from '../patterns/pattern.js';
import type { FieldRefMatch } from '../value.js';
import { mapDrafts, spanOf } from './chain.js';
import type { Modifier } from './modifier.js';
import { codes } from './codes.js';
import { wrongValue } from './draft.js';
import { FLAGS, WILDCARDS } from './groups.js';

const heading = 'Specific Modifiers';

/** `C:\%name%\temp` */
const ESCAPED = /\\%[^%\s\\]+%/;

export const specific: readonly Modifier[] = [
  {
    name: 'expand',
    heading,
    description: 'Placeholders (%name%) in the value are replaced by your values.',
    follows: ['cased', 'windash', 're', 'cidr', ...FLAGS, ...WILDCARDS],
    instead: (before) => `Placeholders are only allowed in strings. Remove \`${before}\`.`,
    // The values were read with their placeholders: later, `\\%` and `\%` could not be told apart.
    apply(chain) {
      const found = chain.drafts.some((drafts) =>
        drafts.some((d) => d.kind === 'string' && hasPlaceholder(d.pattern)),
      );
      if (found || chain.scalars.length === 0) return;
      const escaped = chain.scalars.find(({ text }) => ESCAPED.test(text));
      if (escaped) chain.report(codes['expand-escaped-placeholder'](), escaped.span);
      else chain.report(codes['expand-without-placeholder'](), spanOf(chain));
    },
  },
  {
    name: 'fieldref',
    heading,
    description: 'The value is the name of another field of the event to compare with.',
    needsField: true,
    follows: ['cased', ...WILDCARDS],
    instead: (before) => `It needs the field name as written. Remove \`${before}\`.`,
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
          if (draft.kind !== 'string') return wrongValue('fieldref', 'a field name')(draft);
          return draft.pattern.length === 0
            ? codes['fieldref-empty']()
            : codes['fieldref-wildcard']();
        },
      );
    },
  },
];

import { ANY, pattern } from '../pattern.js';
import type { PatternPart } from '../pattern.js';
import type { FieldRefMatch } from '../value.js';
import { asString, describe, mapDrafts } from './chain.js';
import type { Chain, Modifier } from './chain.js';

const heading = 'Generic Modifiers';

/** Adds wildcards as parts, so that no backslash of the value can escape them. */
function anchored(name: Exclude<FieldRefMatch, 'equals'>, description: string): Modifier {
  return {
    name,
    heading,
    description,
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind === 'field-ref') return { ...draft, match: name };
          const value = asString(draft);
          if (!value) return null;
          const parts: PatternPart[] = [...value.pattern];
          if (name !== 'startswith') parts.unshift(ANY);
          if (name !== 'endswith') parts.push(ANY);
          return { ...value, pattern: pattern(parts) };
        },
        (draft) =>
          draft.kind === 'regex'
            ? `\`${name}\` cannot follow \`re\`: a regular expression is searched for anywhere. Use ^ and $ in it.`
            : `\`${name}\` takes text, not ${describe(draft)}.`,
      );
    },
  };
}

export const generic: readonly Modifier[] = [
  {
    name: 'all',
    heading,
    description: 'Every value of the list must match, not only one of them.',
    apply(chain) {
      chain.linking = 'all';
      if (chain.scalars.length === 1) {
        const message = '`all` has one value only, so it changes nothing. Remove it.';
        chain.report('warning', 'all-single-value', message, chain.modifier.span);
      }
    },
  },
  anchored('startswith', 'The field begins with the value.'),
  anchored('endswith', 'The field ends with the value.'),
  anchored('contains', 'The value stands anywhere in the field.'),
  {
    name: 'exists',
    heading,
    description: 'The field is there (true) or is not (false), whatever it holds.',
    apply: applyExists,
  },
  {
    name: 'cased',
    heading,
    description: 'Upper and lower case differ.',
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          switch (draft.kind) {
            case 'string':
            case 'bytes':
            case 'field-ref':
              return { ...draft, cased: true };
            case 'number':
            case 'boolean':
            case 'null':
              return draft;
            default:
              return null;
          }
        },
        (draft) =>
          draft.kind === 'regex'
            ? '`cased` cannot follow `re`: a regular expression is case-sensitive unless it has `i`.'
            : `\`cased\` takes text, not ${describe(draft)}.`,
      );
    },
  },
  {
    name: 'neq',
    heading,
    description: 'The field is different from every value.',
    apply(chain) {
      chain.negated = true;
    },
  },
];

function applyExists(chain: Chain): void {
  mapDrafts(
    chain,
    (draft, scalar) => {
      if (draft.kind === 'boolean') {
        return { kind: 'exists', expected: draft.value, span: draft.span };
      }
      const word = draft.kind === 'string' ? scalar.text.toLowerCase() : '';
      const expected = ['true', 'yes'].includes(word);
      if (!expected && !['false', 'no'].includes(word)) return null;
      chain.report(
        'warning',
        'exists-value',
        `Write ${String(expected)} without quotes.`,
        draft.span,
      );
      return { kind: 'exists', expected, span: draft.span };
    },
    (draft) => `\`exists\` takes true or false, not ${describe(draft)}.`,
  );
}

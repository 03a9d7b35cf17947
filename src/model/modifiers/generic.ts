import { ANY, pattern } from '../pattern.js';
import type { PatternPart, StringPattern } from '../pattern.js';
import type { FieldRefMatch } from '../value.js';
import { mapDrafts, spanOf } from './chain.js';
import type { Chain, Modifier } from './modifier.js';
import { asString, describe } from './draft.js';
import { BASE64, FLAGS, UTF16, WILDCARDS } from './groups.js';

const heading = 'Generic Modifiers';
const TEXT = ['cased', 'windash', 'expand', 'fieldref', ...UTF16, ...BASE64];

/** Adds wildcards as parts, so that no backslash of the value can escape them. */
function anchored(name: Exclude<FieldRefMatch, 'equals'>, description: string): Modifier {
  const anywhere = name === 'contains';
  const surround = (parts: StringPattern): StringPattern => {
    const out: PatternPart[] = name === 'startswith' ? [] : [ANY];
    for (const part of parts) out.push(part);
    if (name !== 'endswith') out.push(ANY);
    return pattern(out);
  };
  return {
    name,
    heading,
    description,
    // Keywords are found anywhere in an event's text: it has no start and no end of interest.
    needsField: !anywhere,
    follows: anywhere ? [...TEXT, 're', ...FLAGS] : TEXT,
    instead(before) {
      if (WILDCARDS.includes(before)) return 'Keep one of the two.';
      if (before === 're' || FLAGS.includes(before)) {
        return `A regular expression is searched for anywhere. Remove \`${name}\` and write ${name === 'startswith' ? '^' : '$'} in the expression.`;
      }
      return 'It takes text. Remove one of the two.';
    },
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind === 'field-ref') return { ...draft, match: name };
          if (draft.kind === 'regex') return draft;
          const value = asString(draft, scalar);
          if (!value) return null;
          const { cased, span } = value;
          return { kind: 'string', pattern: surround(value.pattern), cased, span };
        },
        (draft) => `\`${name}\` takes text, not ${describe(draft)}.`,
      );
      if (chain.drafts[0]?.[0]?.kind === 'regex') {
        warnOfRedundance(chain, 'contains');
      }
    },
  };
}

/** Warns of `contains` or `cased` beside `re`, at the one that changes nothing. */
export function warnOfRedundance(chain: Chain, name: 'contains' | 'cased'): void {
  const index = chain.names.indexOf(name);
  const is = name === 'contains' ? 'searched for anywhere' : 'case-sensitive';
  const message = `\`${name}\` changes nothing here: a regular expression is ${is} as it is. Remove it.`;
  chain.report('warning', 'redundant-modifier', message, chain.written[index]!.span);
}

export const generic: readonly Modifier[] = [
  {
    name: 'all',
    heading,
    description: 'Every value of the list must match, not only one of them.',
    follows: [],
    instead: () => '',
    apply(chain) {
      chain.linking = 'all';
      if (chain.scalars.length === 1) {
        const message = '`all` has one value only, so it changes nothing. Remove it.';
        chain.report('warning', 'all-single-value', message, spanOf(chain));
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
    needsField: true,
    follows: [],
    instead: (before) => `It takes true or false and no text. Remove \`${before}\`.`,
    apply: applyExists,
  },
  {
    name: 'cased',
    heading,
    description: 'Upper and lower case differ.',
    follows: [...TEXT, ...WILDCARDS, 're', 'm', 's', 'multiline', 'dotall'],
    instead: (before) =>
      FLAGS.includes(before)
        ? `\`${before}\` ignores case. Keep one of the two.`
        : 'Case matters to text only. Remove one of the two.',
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
            case 'regex':
              return draft;
            default:
              return null;
          }
        },
        (draft) => `\`cased\` takes text, not ${describe(draft)}.`,
      );
      if (chain.drafts[0]?.[0]?.kind === 'regex') {
        warnOfRedundance(chain, 'cased');
      }
    },
  },
  {
    name: 'neq',
    heading,
    description: 'The field is different from every value.',
    follows: [],
    instead: () => '',
    apply(chain) {
      chain.negated = true;
    },
  },
];

function applyExists(chain: Chain): void {
  mapDrafts(
    chain,
    (draft, scalar) => {
      const { span } = draft;
      if (draft.kind === 'boolean') return { kind: 'exists', expected: draft.value, span };
      const word = draft.kind === 'string' ? scalar.text.trim().toLowerCase() : '';
      const expected = word === 'true' || word === 'yes';
      if (!expected && word !== 'false' && word !== 'no') return null;
      const message = `This is text, read as ${String(expected)}. Write ${String(expected)} without quotes.`;
      chain.report('warning', 'exists-value', message, span);
      return { kind: 'exists', expected, span };
    },
    (draft) => `\`exists\` takes true or false, not ${describe(draft)}.`,
  );
}

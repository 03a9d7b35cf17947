import { booleanWord } from '../reading/boolean-word.js';
import { removeModifier, replaceSpan } from '../reading/fixes.js';
import { ANY, pattern } from '../patterns/pattern.js';
import type { PatternPart, StringPattern } from '../patterns/pattern.js';
import type { FieldRefMatch } from '../value.js';
import { mapDrafts, spanOf } from './chain.js';
import type { Chain, Modifier } from './modifier.js';
import { codes } from './codes.js';
import { asString, wrongValue } from './draft.js';
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
    // Keywords match anywhere in an event's text, so its start and end do not matter.
    needsField: !anywhere,
    follows: anywhere ? [...TEXT, 're', ...FLAGS] : TEXT,
    instead(before) {
      if (WILDCARDS.includes(before)) return 'Keep one of the two.';
      if (before === 're' || FLAGS.includes(before)) {
        return `A regular expression already matches anywhere. Remove \`${name}\` and write ${name === 'startswith' ? '^' : '$'} in the expression.`;
      }
      return 'It needs a string. Remove one of the two.';
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
        wrongValue(name, 'a string'),
      );
      if (chain.drafts[0]?.[0]?.kind === 'regex') {
        warnOfRedundance(chain, 'contains');
      }
    },
  };
}

/** Warns about `contains` or `cased` together with `re`, where it has no effect. */
export function warnOfRedundance(chain: Chain, name: 'contains' | 'cased'): void {
  const index = chain.names.indexOf(name);
  const { span } = chain.written[index]!;
  chain.report(codes[`redundant-${name}`](), span, { fix: removeModifier(name, span) });
}

export const generic: readonly Modifier[] = [
  {
    name: 'all',
    heading,
    description: 'All values of the list must match, not just one.',
    follows: [],
    instead: () => '',
    apply(chain) {
      chain.linking = 'all';
      if (chain.scalars.length === 1) {
        const span = spanOf(chain);
        chain.report(codes['all-single-value'](), span, { fix: removeModifier('all', span) });
      }
    },
  },
  anchored('startswith', 'The field starts with the value.'),
  anchored('endswith', 'The field ends with the value.'),
  anchored('contains', 'The field contains the value.'),
  {
    name: 'exists',
    heading,
    description: 'The field exists (true) or does not (false), whatever its value.',
    needsField: true,
    follows: [],
    instead: (before) => `It needs true or false, not a string. Remove \`${before}\`.`,
    apply: applyExists,
  },
  {
    name: 'cased',
    heading,
    description: 'The comparison is case-sensitive.',
    follows: [...TEXT, ...WILDCARDS, 're', 'm', 's', 'multiline', 'dotall'],
    instead: (before) =>
      FLAGS.includes(before)
        ? `\`${before}\` ignores case. Keep one of the two.`
        : 'Only strings have case. Remove one of the two.',
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
        wrongValue('cased', 'a string'),
      );
      if (chain.drafts[0]?.[0]?.kind === 'regex') {
        warnOfRedundance(chain, 'cased');
      }
    },
  },
  {
    name: 'neq',
    heading,
    description: 'The field differs from every value.',
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
      const expected = draft.kind === 'string' ? booleanWord(scalar.text) : null;
      if (expected === null) return null;
      const value = String(expected);
      const fix = replaceSpan(`Write ${value} without quotes`, scalar.span, value);
      chain.report(codes['exists-value']({ value }), span, { fix });
      return { kind: 'exists', expected, span };
    },
    wrongValue('exists', 'true or false'),
  );
}

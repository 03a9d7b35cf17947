import { spanWithin } from '../../source/offset-map.js';
import { parseRegex } from '../regex/parse.js';
import type { RegexFlags } from '../value.js';
import { describe, mapDrafts } from './chain.js';
import type { Modifier } from './chain.js';

const heading = 'Regular Expression';
const NO_FLAGS: RegexFlags = { ignoreCase: false, multiLine: false, dotAll: false };

function flag(name: string, set: keyof RegexFlags, description: string): Modifier {
  return {
    name,
    heading,
    description,
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind !== 'regex') return null;
          const flags = { ...draft.regex.flags, [set]: true };
          return { ...draft, regex: { ...draft.regex, flags } };
        },
        () => `\`${name}\` belongs after \`re\`: write \`|re|${name}\`.`,
      );
    },
  };
}

const I = 'Upper and lower case are equal.';
const M = '^ and $ match at every line.';
const S = 'The dot matches line breaks too.';

export const regularExpression: readonly Modifier[] = [
  {
    name: 're',
    heading,
    description: 'The value is a regular expression (PCRE), searched for anywhere, case-sensitive.',
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          const rest = chain.before.filter((m) => !['all', 'neq', 'cased'].includes(m));
          if (rest.length > 0 || !['string', 'number', 'boolean'].includes(draft.kind)) return null;
          const parsed = parseRegex(scalar.text, NO_FLAGS);
          if ('error' in parsed) {
            const { message, start, end } = parsed.error;
            chain.report('error', 'bad-regex', message, spanWithin(scalar, start, end));
            return draft;
          }
          const regex = { source: scalar.text, flags: NO_FLAGS, ast: parsed.ast };
          return { kind: 'regex', regex, span: draft.span };
        },
        (draft) =>
          chain.before.length > 0 && draft.kind !== 'null'
            ? `\`re\` cannot follow \`${chain.before[chain.before.length - 1]!}\`: it takes the value as it is written. Write \`|re\` alone.`
            : `\`re\` takes a regular expression, not ${describe(draft)}.`,
      );
    },
  },
  flag('i', 'ignoreCase', I),
  flag('m', 'multiLine', M),
  flag('s', 'dotAll', S),
  flag('ignorecase', 'ignoreCase', I),
  flag('multiline', 'multiLine', M),
  flag('dotall', 'dotAll', S),
];

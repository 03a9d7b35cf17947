import { spanWithin } from '../../source/offset-map.js';
import type { RegexFlags } from '../regex/ast.js';
import { parseRegex } from '../regex/parse.js';
import { mapDrafts, spanOf } from './chain.js';
import type { Modifier } from './modifier.js';
import { describe } from './draft.js';
import { warnOfRedundance } from './generic.js';
import { FLAGS } from './groups.js';

const heading = 'Regular Expression';
const NO_FLAGS: RegexFlags = { ignoreCase: false, multiLine: false, dotAll: false };

function flag(name: string, set: keyof RegexFlags, description: string): Modifier {
  const casing = set === 'ignoreCase' ? [] : ['cased'];
  return {
    name,
    heading,
    description,
    follows: ['re', 'contains', ...casing, ...FLAGS],
    instead: (before) =>
      before === 'cased'
        ? `\`${name}\` ignores case. Keep one of the two.`
        : `It belongs to a regular expression. Write \`|re|${name}\`, or remove it.`,
    apply(chain) {
      if (!chain.names.slice(0, chain.index).includes('re')) {
        const message = `\`${name}\` belongs to a regular expression. Write \`|re|${name}\`.`;
        chain.report('error', 'flag-without-re', message, spanOf(chain));
        return;
      }
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind !== 'regex') return null;
          const flags = { ...draft.regex.flags, [set]: true };
          return { ...draft, regex: { ...draft.regex, flags } };
        },
        (draft) => `\`${name}\` takes a regular expression, not ${describe(draft)}.`,
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
    follows: ['contains', 'cased'],
    instead: (before) =>
      FLAGS.includes(before)
        ? `Flags stand after it. Write \`|re|${before}\`.`
        : `It takes its value as it is written. Say it in the expression, and remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind !== 'string' && draft.kind !== 'number' && draft.kind !== 'boolean') {
            return null;
          }
          const source = scalar.text;
          const parsed = parseRegex(source, NO_FLAGS);
          if ('error' in parsed) {
            const { message, start, end } = parsed.error;
            chain.report('error', 'bad-regex', message, spanWithin(scalar, start, end));
            return draft;
          }
          const regex = { source, flags: NO_FLAGS, ast: parsed.ast };
          return { kind: 'regex', regex, span: draft.span };
        },
        (draft) => `\`re\` takes a regular expression, not ${describe(draft)}.`,
      );
      for (const name of ['contains', 'cased'] as const) {
        if (chain.names.slice(0, chain.index).includes(name)) warnOfRedundance(chain, name);
      }
    },
  },
  flag('i', 'ignoreCase', I),
  flag('m', 'multiLine', M),
  flag('s', 'dotAll', S),
  flag('ignorecase', 'ignoreCase', I),
  flag('multiline', 'multiLine', M),
  flag('dotall', 'dotAll', S),
];

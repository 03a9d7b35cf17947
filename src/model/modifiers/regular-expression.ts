import { spanWithin } from '../../source/offset-map.js';
import type { RegexFlags } from '../regex/ast.js';
import { parseRegex } from '../regex/parse.js';
import { mapDrafts, spanOf } from './chain.js';
import { hasPlaceholder, parsePlaceholders } from '../patterns/pattern.js';
import type { Deferred } from '../value.js';
import type { Modifier } from './modifier.js';
import { codes } from './codes.js';
import { deferred, wrongValue } from './draft.js';
import { warnOfRedundance } from './generic.js';
import { FLAGS } from './groups.js';

const NO_FLAGS: RegexFlags = { ignoreCase: false, multiLine: false, dotAll: false };
const regexLater: Deferred = { kind: 'regex', flags: NO_FLAGS };

const heading = 'Regular Expression';

function flag(name: string, set: keyof RegexFlags, description: string): Modifier {
  const casing = set === 'ignoreCase' ? [] : ['cased'];
  return {
    name,
    heading,
    description,
    follows: ['re', 'expand', 'contains', ...casing, ...FLAGS],
    instead: (before) =>
      before === 'cased'
        ? `\`${name}\` ignores case. Keep one of the two.`
        : `It is a flag of a regular expression. Write \`|re|${name}\`, or remove it.`,
    apply(chain) {
      if (!chain.names.slice(0, chain.index).includes('re')) {
        chain.report(codes['flag-without-re']({ flag: name }), spanOf(chain));
        return;
      }
      mapDrafts(
        chain,
        (draft) => {
          if (draft.kind === 'string' && draft.becomes?.kind === 'regex') {
            const flags = { ...draft.becomes.flags, [set]: true };
            return { ...draft, becomes: { kind: 'regex', flags } };
          }
          if (draft.kind !== 'regex') return null;
          const flags = { ...draft.regex.flags, [set]: true };
          return { ...draft, regex: { ...draft.regex, flags } };
        },
        wrongValue(name, 'a regular expression'),
      );
    },
  };
}

const I = 'The regular expression ignores case.';
const M = '^ and $ match at the start and end of every line.';
const S = 'The dot also matches line breaks.';

export const regularExpression: readonly Modifier[] = [
  {
    name: 're',
    heading,
    description:
      'The value is a case-sensitive regular expression (PCRE) that may match anywhere in the field.',
    follows: ['contains', 'cased'],
    instead: (before) =>
      FLAGS.includes(before)
        ? `Flags come after it. Write \`|re|${before}\`.`
        : `It needs the value as written. Put that into the expression, and remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind !== 'string' && draft.kind !== 'number' && draft.kind !== 'boolean') {
            return null;
          }
          const source = scalar.text;
          if (chain.names.includes('expand')) {
            const parts = parsePlaceholders(source);
            if (hasPlaceholder(parts)) return deferred(parts, regexLater, draft.span);
          }
          const parsed = parseRegex(source, NO_FLAGS);
          if ('error' in parsed) {
            const { finding, start, end } = parsed.error;
            chain.report(finding, spanWithin(scalar, start, end));
            return draft;
          }
          const regex = { source, flags: NO_FLAGS, ast: parsed.ast };
          return { kind: 'regex', regex, span: draft.span };
        },
        wrongValue('re', 'a regular expression'),
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

import { defineCodes } from '../../source/codes.js';

/** The codes of regular expressions that are not valid PCRE, or that nothing here can read. */
export const codes = defineCodes({
  'regex-parenthesis-not-opened': {
    severity: 'error',
    message: 'This parenthesis was never opened. To match it, write \\).',
    since: '0.1.0',
  },
  'regex-parenthesis-not-closed': {
    severity: 'error',
    message: 'This parenthesis is never closed. To match it, write \\(.',
    since: '0.1.0',
  },
  'regex-bracket-not-closed': {
    severity: 'error',
    message: 'This bracket is never closed. To match it, write \\[.',
    since: '0.1.0',
  },
  'regex-comment-not-closed': {
    severity: 'error',
    message: 'This comment is never closed. Close it with ).',
    since: '0.1.0',
  },
  'regex-flag': {
    severity: 'error',
    message: 'The flag `{flag}` is not supported. Use i, m or s.',
    since: '0.1.0',
  },
  'regex-nothing-to-repeat': {
    severity: 'error',
    message:
      'There is nothing before `{operator}` to repeat. To match the character, write \\{operator}.',
    since: '0.1.0',
  },
  'regex-repeated-repetition': {
    severity: 'error',
    message: 'A repetition cannot be repeated. Enclose it in parentheses.',
    since: '0.1.0',
  },
  'regex-count': {
    severity: 'error',
    message: 'This count is too large, or its bounds are reversed. Correct it.',
    since: '0.1.0',
  },
  'regex-too-deep': {
    severity: 'error',
    message: 'The groups are nested more than {max} deep. Flatten the pattern.',
    since: '0.1.0',
  },
  'regex-verb': {
    severity: 'error',
    message: 'Verbs such as (*SKIP) are not supported. Remove it.',
    since: '0.1.0',
  },
  'regex-group': {
    severity: 'error',
    message: 'This kind of group is not supported. Rewrite it.',
    since: '0.1.0',
  },
  'regex-trailing-backslash': {
    severity: 'error',
    message: 'The pattern ends with a backslash. To match it, write \\\\.',
    since: '0.1.0',
  },
  'regex-escape': {
    severity: 'error',
    message:
      '\\{letter} is not a valid escape here. To match the letter, write {letter}; to match a backslash before it, write \\\\{letter}.',
    since: '0.1.0',
  },
  'regex-escape-unsupported': {
    severity: 'error',
    message:
      '\\{letter} matches {meaning}, which is not supported. Rewrite the expression without it.',
    since: '0.1.0',
  },
  'regex-escape-argument': {
    severity: 'error',
    message:
      '\\{letter} needs more, as in {example}. To match the letter, write {letter}; to match a backslash before it, write \\\\{letter}.',
    since: '0.1.0',
  },
  'regex-escape-in-brackets': {
    severity: 'error',
    message: 'This escape sequence is not allowed in brackets. Move it outside.',
    since: '0.1.0',
  },
  'regex-unicode-escape': {
    severity: 'error',
    message: 'PCRE has no \\u escape. Write {correct}.',
    since: '0.1.0',
  },
  'regex-code-point': {
    severity: 'error',
    message: 'This character does not exist. Unicode ends at 10FFFF.',
    since: '0.1.0',
  },
  'regex-posix-class': {
    severity: 'error',
    message:
      'The character class [:{name}:] does not exist. Use one such as [:alpha:] or [:digit:].',
    since: '0.1.0',
  },
  'regex-range': {
    severity: 'error',
    message: 'This range is reversed. Swap its ends.',
    since: '0.1.0',
  },
});

import { defineCodes } from '../../source/codes.js';

/** What a dialect cannot express, or not exactly. `engine` is capitalized where it begins the message. */
export const regexCodes = defineCodes({
  'regex-property': {
    severity: 'error',
    message: '{engine} does not have this Unicode property. List the characters instead.',
    since: '0.1.0',
  },
  'regex-look-around': {
    severity: 'error',
    message:
      '{engine} has no look-around. Move what it excludes to a search identifier under `not`.',
    since: '0.1.0',
  },
  'regex-back-reference': {
    severity: 'error',
    message: '{engine} has no back-references. Write out the alternatives instead.',
    since: '0.1.0',
  },
  'regex-repetition-limit': {
    severity: 'error',
    message:
      '{engine} allows at most {max} repetitions, those within others multiplied. Lower the count.',
    since: '0.1.0',
  },
  'regex-possessive': {
    severity: 'warning',
    message: 'a possessive repetition backtracks in {engine}.',
    since: '0.1.0',
  },
  'regex-atomic': {
    severity: 'warning',
    message: 'an atomic group backtracks in {engine}.',
    since: '0.1.0',
  },
  'regex-word-boundary': {
    severity: 'warning',
    message: 'a word boundary may also treat non-ASCII letters as word characters.',
    since: '0.1.0',
  },
  'lucene-regex-anchor': {
    severity: 'error',
    message:
      'Lucene has no anchors, and one in the middle of a pattern cannot be rewritten. Move it to the start or end of the pattern.',
    since: '0.1.0',
  },
  'lucene-regex-line-anchor': {
    severity: 'error',
    message:
      'This line boundary cannot be written as a regular expression of Lucene. Remove the m flag or the anchor.',
    since: '0.1.0',
  },
  'lucene-regex-word-boundary': {
    severity: 'error',
    message:
      'Lucene has no word boundaries, and this one cannot be rewritten. Write out the characters around it.',
    since: '0.1.0',
  },
  'lucene-regex-alternatives': {
    severity: 'error',
    message:
      'The anchors of this pattern are spread over too many alternatives. Split the pattern.',
    since: '0.1.0',
  },
  'lucene-regex-repetition': {
    severity: 'warning',
    message:
      'Lucene would need too many states to count to {count}, so the repetition has no upper limit.',
    since: '0.1.0',
  },
  'lucene-regex-case': {
    severity: 'warning',
    message:
      'the field is indexed in lower case, so the regular expression cannot be case-sensitive.',
    since: '0.1.0',
  },
  'lucene-regex-control-character': {
    severity: 'warning',
    message:
      'control characters such as tabs and line breaks cannot be escaped in Lucene, so the character class is written wider.',
    since: '0.1.0',
  },
  'lucene-regex-final-line-break': {
    severity: 'warning',
    message:
      '`$` also matches before a final line break, which cannot be escaped in Lucene, so any one character other than printable ASCII may end the text.',
    since: '0.1.0',
  },
});

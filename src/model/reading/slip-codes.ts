import { defineCodes } from '../../source/codes.js';

/** The codes of what reads as something else than its author may have meant. */
export const slipCodes = defineCodes({
  'rule-within': {
    severity: 'warning',
    message:
      'The rule is inside {within}; it was read as a separate document. Write it at the top level, with --- before each further rule.',
    since: '0.1.0',
  },
  'metadata-within': {
    severity: 'warning',
    message:
      '`{key}` describes the rule, so it is ignored inside `{section}`. Reduce its indentation so that it is next to it.',
    since: '0.1.0',
  },
  'logsource-key-outside': {
    severity: 'warning',
    message:
      'This `{key}` is outside `{section}`; it was read as if it were inside. Indent it so that it is.',
    since: '0.1.0',
  },
  'logsource-pattern': {
    severity: 'warning',
    message:
      'Names of log sources are compared as written, so `{name}` is not a pattern, and no log source has this name. Write whole names, or remove the {key}.',
    since: '0.1.0',
  },
  'section-in-list': {
    severity: 'warning',
    message: '`{section}` is a list; it was read as a map of the same keys. Remove the dashes.',
    since: '0.1.0',
  },
  'quote-not-opened': {
    severity: 'warning',
    message:
      'This value ends with a quote ({quote}) that is never opened, so the quote is part of it. Open it at the start of the value, or put the whole value in other quotes if it is meant.',
    since: '0.1.0',
  },
  'keywords-as-field': {
    severity: 'warning',
    message:
      "This is read as a field called `{field}`. If keywords are meant, list them without it, or write '|all' in its place.",
    since: '0.1.0',
  },
  'list-in-block': {
    severity: 'warning',
    message:
      'These lines are one string, because of the `{sign}` above them. Remove it if they are {what}.',
    since: '0.1.0',
  },
  'comma-at-end': {
    severity: 'warning',
    message:
      'The comma at the end is part of this value. Remove it, or put the value in quotes if it is meant.',
    since: '0.1.0',
  },
  'semicolon-at-end': {
    severity: 'warning',
    message:
      'The semicolon at the end is part of this value. Remove it, or put the value in quotes if it is meant.',
    since: '0.1.0',
  },
  'colon-in-name': {
    severity: 'warning',
    message:
      'This is read as a field called `{field}`, with a colon in its name. Write one colon after `{correct}`.',
    since: '0.1.0',
  },
  'lookalike-in-name': {
    severity: 'warning',
    message:
      'The field name has the letter {letter} (U+{code}) among Latin ones, so hardly any event has this field. Type the name again.',
    since: '0.1.0',
  },
  'dash-in-name': {
    severity: 'warning',
    message:
      'This is the field `{field}`, because no space follows the dash. If it is a list item, put a space after the dash.',
    since: '0.1.0',
  },
  'regex-without-re': {
    severity: 'warning',
    message:
      'This looks like a regular expression, but it is compared as written, with `*` and `?` as wildcards. If it is one, write `|re` after the field.',
    since: '0.1.0',
  },
  'null-in-list': {
    severity: 'note',
    message:
      'In this list null means that the field may be missing or null; the specification allows null only as the sole value.',
    since: '0.1.0',
  },
  'typographic-bullet': {
    severity: 'error',
    message: 'A list item starts with a hyphen and a space. Write - instead of {mark}.',
    since: '0.1.0',
  },
  'dash-in-value': {
    severity: 'warning',
    message:
      'The dash is part of this value, because no space follows it. If this is a list item, put a space after the dash.',
    since: '0.1.0',
  },
  'modifier-without-bar': {
    severity: 'warning',
    message:
      'This is read as a field called `{field}`. If `{modifier}` is a modifier, write `{correct}`.',
    since: '0.1.0',
  },
  'field-beside-name': {
    severity: 'error',
    message:
      'A field cannot follow `{name}` on the same line. Put it on the next line, indented; if this is a keyword, put it in single quotes.',
    since: '0.1.0',
  },
  'field-without-space': {
    severity: 'error',
    message:
      'No space follows the colon after `{field}`, so this is a keyword and not a field with its value. Add the space, or put the keyword in quotes.',
    since: '0.1.0',
  },
  'field-without-colon': {
    severity: 'error',
    message:
      'No colon follows `{field}`, so this is a keyword and not a field with its value. Write `{field}:` and a space, or put the keyword in quotes.',
    since: '0.1.0',
  },
  'keyword-like-field': {
    severity: 'warning',
    message:
      'This is one keyword, because there is no colon. If it is a field and its value, put a colon and a space between them.',
    since: '0.1.0',
  },
  'escaped-question-mark': {
    severity: 'warning',
    message:
      'This `\\?` is a literal question mark. If a backslash and a wildcard are meant, write `\\\\?`.',
    since: '0.1.0',
  },
  'escaped-device-prefix': {
    severity: 'warning',
    message:
      'This `\\?` is a literal question mark without a backslash before it. If events have `\\??\\`, write `\\\\\\?\\?\\`.',
    since: '0.1.0',
  },
  'single-backslash': {
    severity: 'warning',
    message:
      'In Sigma `\\\\` is one backslash, so this begins with one. If two are meant, as in the path of a share, write `\\\\\\\\`.',
    since: '0.1.0',
  },
  'several-values-in-one': {
    severity: 'warning',
    message:
      'This is one string, so no event with one of these numbers matches. Write a list, such as [1, 2].',
    since: '0.1.0',
  },
  'network-without-cidr': {
    severity: 'warning',
    message:
      'This is compared as text, so no address in this network matches. If they are meant, add the modifier `cidr`.',
    since: '0.1.0',
  },
  'address-with-port': {
    severity: 'warning',
    message:
      'This is an address with a port. Events have the port in another field, so hardly any has this value. Write the address alone, and the port in that field.',
    since: '0.1.0',
  },
  'hash-separator': {
    severity: 'warning',
    message:
      'Hashes are stored as `{correct}` and the digest, so no event has `{written}`. Write `{correct}`.',
    since: '0.1.0',
  },
  'regex-delimiters': {
    severity: 'warning',
    message:
      'The slashes are part of the regular expression, so it never matches. Remove them, and write flags as modifiers, such as `|re|i`.',
    since: '0.1.0',
  },
  'all-of-whole-values': {
    severity: 'warning',
    message:
      'With `all` the field must equal each of these values, which only a field with several values can. If they are parts of one value, write `contains|all`.',
    since: '0.1.0',
  },
  'unknown-taxonomy': {
    severity: 'warning',
    message:
      'The taxonomy `{value}` is not known, so fields and log sources are read as those of Sigma. If they have other names, map them in your own pipeline.',
    since: '0.1.0',
  },
});

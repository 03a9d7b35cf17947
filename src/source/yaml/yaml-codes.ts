import { defineCodes } from '../codes.js';

/** The codes of reading YAML. */
export const codes = defineCodes({
  'document-too-large': {
    severity: 'error',
    message:
      'This YAML document has more than a million characters, too many for a rule. Split it, or exclude the file.',
    since: '0.1.0',
  },
  'yaml-too-deep': {
    severity: 'error',
    message: 'The YAML is nested more than {max} levels deep. Flatten it.',
    since: '0.1.0',
  },
  // Loose YAML that has only one plausible reading.
  'yaml-repaired-indent': {
    severity: 'warning',
    message: 'A tab in the indentation was read as {width} spaces. Indent with spaces.',
    since: '0.1.0',
  },
  'yaml-repaired-indents': {
    severity: 'warning',
    message: 'Tabs in the indentation of {count} lines were read as spaces. Indent with spaces.',
    since: '0.1.0',
  },
  'yaml-repaired-invisible': {
    severity: 'warning',
    message: 'An invisible character in the indentation was ignored. Delete it.',
    since: '0.1.0',
  },
  'yaml-repaired-no-break-space': {
    severity: 'warning',
    message: 'The no-break spaces in the indentation were read as spaces. Indent with spaces.',
    since: '0.1.0',
  },
  'yaml-repaired-no-space': {
    severity: 'warning',
    message: 'A space is missing after this {what}; the line was read as if it were there. Add it.',
    since: '0.1.0',
  },
  'yaml-repaired-no-break-colon': {
    severity: 'warning',
    message: 'The no-break space after this colon was read as a space. Use a space.',
    since: '0.1.0',
  },
  'yaml-repaired-key': {
    severity: 'warning',
    message: "YAML takes {key} for the start of a block; it was read as a key. Write '{key}'.",
    since: '0.1.0',
  },
  'yaml-repaired-tab': {
    severity: 'warning',
    message: 'YAML does not allow a tab here; it was read as a space. Use a space.',
    since: '0.1.0',
  },
  'yaml-repaired-string': {
    severity: 'warning',
    message:
      'This value is not valid YAML; it was read as a plain string. Put it in single quotes.',
    since: '0.1.0',
  },
  'yaml-repaired-prose': {
    severity: 'warning',
    message: 'These lines are not valid YAML; they were read as {what}. Indent or quote them.',
    since: '0.1.0',
  },
  'yaml-repaired-backslash': {
    severity: 'warning',
    message:
      'In double quotes this backslash would start an escape sequence; it was read as a backslash. Use single quotes, or double it.',
    since: '0.1.0',
  },
  'yaml-repaired-unclosed-quote': {
    severity: 'warning',
    message: 'This quote is never closed; the value was read up to the end of the line. Close it.',
    since: '0.1.0',
  },
  'yaml-repaired-quoted-indent': {
    severity: 'warning',
    message:
      'The other lines of this quoted string must be indented deeper than its key; they were read as part of it. Indent them.',
    since: '0.1.0',
  },
  'yaml-repaired-unclosed-bracket': {
    severity: 'warning',
    message:
      'This {bracket} is never closed; it was read as closed at the end of the line. Close it.',
    since: '0.1.0',
  },
  'yaml-repaired-comma': {
    severity: 'warning',
    message: 'No comma belongs after this value; it was ignored. Remove it.',
    since: '0.1.0',
  },
  'yaml-repaired-comment': {
    severity: 'warning',
    message: 'This was read as the start of a comment. Put a space before the #.',
    since: '0.1.0',
  },
  'yaml-repaired-apostrophe': {
    severity: 'warning',
    message: "A single quote between letters was read as an apostrophe. Double it: ''.",
    since: '0.1.0',
  },
  'no-break-space': {
    severity: 'warning',
    message:
      'The colon is followed by a no-break space, so this is a single string, not a key and its value. Replace it with a space.',
    since: '0.1.0',
  },
  'yaml-folded-list': {
    severity: 'warning',
    message:
      'This line continues the string above it, so it is not a list item. If it should be one, put the string above on a separate line, after a dash.',
    since: '0.1.0',
  },
  'yaml-dash-without-space': {
    severity: 'warning',
    message:
      'These lines are one string, because no space follows their dashes. If they are list items, put a space after each dash.',
    since: '0.1.0',
  },
  'yaml-old-version': {
    severity: 'warning',
    message:
      'Rules are read as YAML 1.2, whatever this directive says: yes and on are strings, and 010 is ten. Remove it.',
    since: '0.1.0',
  },
  'unquoted-anchor': {
    severity: 'warning',
    message:
      "YAML reads this as an anchor, but nothing follows it. It was read as the string '{text}'; put it in single quotes.",
    since: '0.1.0',
  },
  'unquoted-tag': {
    severity: 'warning',
    message:
      "YAML reads this as a tag, but nothing follows it. It was read as the string '{text}'; put it in single quotes.",
    since: '0.1.0',
  },
  'unquoted-wildcard': {
    severity: 'warning',
    message:
      "There is no anchor &{name}, so this was read as the string '{text}'. Put it in single quotes.",
    since: '0.1.0',
  },

  // YAML that is valid and has no place in a rule.
  'yaml-tag': {
    severity: 'error',
    message:
      'The tag {tag} has no meaning in a rule. If it is part of the value, put the whole value in single quotes; otherwise remove it.',
    since: '0.1.0',
  },
  'cyclic-alias': {
    severity: 'error',
    message:
      'The alias *{name} is inside its own anchor &{name}, so it never ends. If it is a wildcard, put the value in single quotes.',
    since: '0.1.0',
  },
  'alias-bomb': {
    severity: 'error',
    message:
      'The aliases of this document expand to more than {nodes} nodes or {levels} levels. Write out the values.',
    since: '0.1.0',
  },
  'yaml-key': {
    severity: 'error',
    message: 'A key must be a string, not a list or a map. Put it in quotes.',
    since: '0.1.0',
  },
  'yaml-merge': {
    severity: 'error',
    message: '`<<` merges another map into this one, so its value must be an alias of a map.',
    help: "To name a field <<, put the name in quotes: '<<'.",
    since: '0.1.0',
  },
  'duplicate-key': {
    severity: 'error',
    message:
      "The key '{key}' already appears in line {line}; only one of the two would be used. Merge them, or rename one.",
    since: '0.1.0',
  },

  // What the YAML parser rejects; `detail` is its own message.
  'yaml-tab-indent': {
    severity: 'error',
    message: 'This line is indented with a tab. Indent with spaces.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-no-break-indent': {
    severity: 'error',
    message: 'This line is indented with no-break spaces. Indent with spaces.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-indent': {
    severity: 'error',
    message: 'This line is indented differently from its neighbours. Align it with the other keys.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-indent-in-block': {
    severity: 'error',
    message:
      'This line starts in column {column}, but line {line}, the first of its block, in column {other}. Align them.',
    since: '0.1.0',
  },
  'yaml-missing-character': {
    severity: 'error',
    message: 'A closing quote, bracket or brace is missing. Add it.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-item-indent': {
    severity: 'error',
    message: 'This list item is indented differently from the one above it. Align the two.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-item-without-space': {
    severity: 'error',
    message: 'A space is missing after this dash. Add it.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-colon-without-space': {
    severity: 'error',
    message: 'A space is missing after this colon. Add it.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-multiline-key': {
    severity: 'error',
    message: 'A key must be on one line. Add the colon or closing quote that is missing.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-nested-key': {
    severity: 'error',
    message:
      'A line can have only one key. If the second colon is part of the value, put the value in single quotes.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-list-after-value': {
    severity: 'error',
    message:
      'A list item cannot follow a value on the line above it. Put that value on its own line, after a dash.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-unexpected': {
    severity: 'error',
    message:
      'This is unexpected here. Check the indentation of this line and the one before it, and put values with special characters in single quotes.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-after-quote': {
    severity: 'error',
    message:
      'This follows the closing quote of a value. If it belongs to the value, put the whole value in single quotes; if these are several values, write a list.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-colon-in-quotes': {
    severity: 'error',
    message: 'The colon of this key is inside its quotes. Move it after them.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-list-indent': {
    severity: 'error',
    message: 'This list is indented less than its key. Indent it at least as far.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-bullet': {
    severity: 'error',
    message: 'A list item starts with a dash. Write - instead of *.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-conflict': {
    severity: 'error',
    message:
      'This is a mark of a merge conflict. Resolve the conflict, and remove its three marks.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-fence': {
    severity: 'error',
    message: 'This line belongs to Markdown, not to the rule. Remove it.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-long-marker': {
    severity: 'error',
    message: 'Exactly three dashes separate documents. Write ---.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-unquoted-start': {
    severity: 'error',
    message: 'A value cannot start with this character. Put it in single quotes.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-escape': {
    severity: 'error',
    message: 'In double quotes a backslash starts an escape sequence. Use single quotes.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-unquoted-alias': {
    severity: 'error',
    message: 'A value cannot start with * or & unless it is quoted. Put it in single quotes.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-unclosed-double-quote': {
    severity: 'error',
    message:
      'This double quote is never closed. A backslash before a quote escapes it; single quotes have no such escapes.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-unclosed-single-quote': {
    severity: 'error',
    message: "This single quote is never closed. Inside single quotes, write '' for a quote.",
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-unclosed-bracket': {
    severity: 'error',
    message:
      'This bracket is never closed. If it is part of a string, put the whole string in single quotes.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-missing-colon': {
    severity: 'error',
    message:
      'A colon and a space are missing after this key. If it belongs to the string above, indent it further.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-missing-dash': {
    severity: 'error',
    message: 'This list item has no dash. Add one, or fix the indentation.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-missing-comma': {
    severity: 'error',
    message: 'A comma is missing between the brackets. Add it.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-missing-space': {
    severity: 'error',
    message: 'A space is missing before the comment. Add it.',
    help: 'The YAML parser says: {detail}.',
    since: '0.1.0',
  },
  'yaml-syntax': {
    severity: 'error',
    message: 'This is not valid YAML: {detail}.',
    since: '0.1.0',
  },
  'yaml-warning': {
    severity: 'warning',
    message: 'The YAML parser warns: {detail}.',
    since: '0.1.0',
  },
});

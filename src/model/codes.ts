import { defineCodes } from '../source/codes.js';

/** The codes of reading rules: documents, metadata, log sources and detections. */
export const codes = defineCodes({
  'no-rules': {
    severity: 'warning',
    message: 'This file contains no rule.',
    since: '0.1.0',
  },
  'not-a-map': {
    severity: 'error',
    message: 'A rule must be a map with `title`, `logsource` and `detection`; this is {kind}.',
    since: '0.1.0',
  },
  'several-kinds': {
    severity: 'error',
    message:
      'This document has both `detection` and `{section}`, so it could be a rule or a {section}. Split it with a line `---`, or remove one of the two.',
    since: '0.1.0',
  },
  'repeat-without-rule': {
    severity: 'error',
    message:
      '`action: repeat` repeats the previous document, but there is none. Put it after a rule.',
    since: '0.1.0',
  },
  'global-overridden': {
    severity: 'warning',
    message:
      'The document with `action: global` has another `{key}` in line {line}. The one here is used, but pySigma uses the other. Remove one of the two.',
    since: '0.1.0',
  },
  'collection-too-large': {
    severity: 'error',
    message:
      'What `action` adds to the documents of this file comes to more than {most} values. Split the file.',
    since: '0.1.0',
  },
  'unknown-action': {
    severity: 'error',
    message: '`action` must be global, reset or repeat.',
    since: '0.1.0',
  },

  // Metadata.
  'key-case': {
    severity: 'warning',
    message: 'Write this key in lower case: `{key}`.',
    since: '0.1.0',
  },
  'key-ignored': {
    severity: 'warning',
    message: '`{key}` is ignored, because line {line} has `{used}`. Remove one of the two.',
    since: '0.1.0',
  },
  'missing-title': {
    severity: 'warning',
    message: 'The rule has no title. Add one.',
    since: '0.1.0',
  },
  'unknown-status': {
    severity: 'warning',
    message: "'{value}' is not a status in the Sigma specification.{like} Use one of: {known}.",
    since: '0.1.0',
  },
  'unknown-level': {
    severity: 'warning',
    message: "'{value}' is not a level in the Sigma specification.{like} Use one of: {known}.",
    since: '0.1.0',
  },
  'value-case': {
    severity: 'warning',
    message: "The {key} '{value}' is read as `{read}`. Write it so.",
    since: '0.1.0',
  },
  'misspelt-key': {
    severity: 'warning',
    message: '`{key}` is not a key of the specification and is ignored. Did you mean `{like}`?',
    since: '0.1.0',
  },
  'bad-id': {
    severity: 'warning',
    message: 'The id is not a UUID. Generate a random one (version 4).',
    since: '0.1.0',
  },
  'bad-date': {
    severity: 'warning',
    message: 'The date is not a valid date in the form YYYY-MM-DD. Correct it.',
    since: '0.1.0',
  },
  'bad-modified': {
    severity: 'warning',
    message: 'The modification date is not a valid date in the form YYYY-MM-DD. Correct it.',
    since: '0.1.0',
  },
  'tag-namespace': {
    severity: 'note',
    message: 'The tag has no namespace. Put one before a dot, as in attack.t1059.',
    since: '0.1.0',
  },
  'wrong-type': {
    severity: 'error',
    message: '`{key}` must be {expected}, not {actual}.',
    since: '0.1.0',
  },
  'wrong-metadata': {
    severity: 'warning',
    message: '`{key}` must be {expected}, not {actual}, and is ignored. Correct it.',
    since: '0.1.0',
  },
  'wrong-entry': {
    severity: 'warning',
    message:
      'Each item of `{key}` must be a string. If the item contains a colon, put it in quotes.',
    since: '0.1.0',
  },
  'bad-related': {
    severity: 'warning',
    message: 'Each item of `related` must have an `id`, and a `type` that is one of: {types}.',
    since: '0.1.0',
  },

  // Log sources.
  'missing-logsource': {
    severity: 'error',
    message: '`logsource` is missing. {hint}',
    since: '0.1.0',
  },
  'logsource-list': {
    severity: 'note',
    message: 'A list of {key} names matches any of them; the specification allows only one name.',
    since: '0.1.0',
  },
  'logsource-spelling': {
    severity: 'warning',
    message:
      'This is read as `{name}`: names of log sources are in lower case, with `_` for spaces. Write it so.',
    since: '0.1.0',
  },
  'names-in-one': {
    severity: 'warning',
    message: 'This is read as a list of {count} names. Write it as a list.',
    since: '0.1.0',
  },
  'logsource-several-in-one': {
    severity: 'warning',
    message: 'This is read as a list of {count} names. Write it as a list.',
    since: '0.1.0',
  },
  'no-logsource': {
    severity: 'warning',
    message:
      'The rule has no `logsource`, so it applies to every log. Add one with `product`, `category` or `service`.',
    since: '0.1.0',
  },
  'empty-logsource': {
    severity: 'warning',
    message:
      '`logsource` has no `product`, `category` or `service`, so it applies to every log. Add one.',
    since: '0.1.0',
  },

  // Detections.
  'missing-detection': {
    severity: 'error',
    message: 'The rule has no `detection`. {hint}',
    since: '0.1.0',
  },
  'missing-condition': {
    severity: 'error',
    message: '`{section}` has no `condition`. {hint}',
    since: '0.1.0',
  },
  'empty-conditions': {
    severity: 'error',
    message: 'The list of conditions is empty. Add one, such as `- selection`.',
    since: '0.1.0',
  },
  'condition-type': {
    severity: 'error',
    message: 'A condition must be a string, such as `selection and not filter`.',
    since: '0.1.0',
  },
  'condition-indented': {
    severity: 'error',
    message:
      'This `condition` is inside `{identifier}`. Reduce its indentation so that it is next to it.',
    since: '0.1.0',
  },
  'condition-outside': {
    severity: 'warning',
    message:
      'This `condition` is outside `{section}`; it was read as if it were inside. Indent it so that it is.',
    since: '0.1.0',
  },
  'timeframe-outside': {
    severity: 'warning',
    message:
      'This `timeframe` is outside `{section}`; it was read as if it were inside. Indent it so that it is.',
    since: '0.1.0',
  },
  'bad-timeframe': {
    severity: 'warning',
    message:
      'A timeframe must be a number above zero and a unit (s, m, h, d, w, M or y), such as `15m`.',
    since: '0.1.0',
  },
  'timespan-unit': {
    severity: 'warning',
    message: 'The unit must be one of s, m, h, d, w, M and y. This is read as `{timespan}`.',
    since: '0.1.0',
  },
  'timeframe-without-aggregation': {
    severity: 'warning',
    message:
      'This timeframe has no effect: the condition has no aggregation, so it is about a single event. Write a correlation with a `timespan`, or remove it.',
    since: '0.1.0',
  },
  'not-a-placeholder': {
    severity: 'warning',
    message:
      'Without `expand` this is the literal string `{text}`, not a placeholder. If it is one, write `{field}|expand`.',
    since: '0.1.0',
  },
  'typographic-quotes': {
    severity: 'warning',
    message:
      'These typographic quotes are part of the value. If they are meant to enclose it, use straight quotes.',
    since: '0.1.0',
  },
  'colon-without-space': {
    severity: 'warning',
    message:
      'This is one keyword, because no space follows the colon. If it is a field and its value, put a space after the colon.',
    since: '0.1.0',
  },
  'escaped-asterisk': {
    severity: 'warning',
    message:
      'This `\\*` is a literal asterisk. If a backslash and a wildcard are meant, write `\\\\*`.',
    since: '0.1.0',
  },
  'nested-list-all': {
    severity: 'warning',
    message:
      'With `all`, every value of this nested list must match, like those outside it. Write one list, or an identifier for each alternative.',
    since: '0.1.0',
  },
  'escaped-control-character': {
    severity: 'warning',
    message:
      'In double quotes `{escape}` is {name}, not a backslash and a letter. Use single quotes, or write \\x{code} if {name} is meant.',
    since: '0.1.0',
  },
  'repeated-field': {
    severity: 'warning',
    message:
      'The key `{key}` appears twice in this map; both must match. Merge them, with `|all` if every value must match.',
    since: '0.1.0',
  },
  'rules-not-separated': {
    severity: 'error',
    message:
      'From here on keys are repeated, as if another rule began. If one does, write --- on the line above; if not, remove the repeated keys.',
    since: '0.1.0',
  },
  'repeated-key': {
    severity: 'warning',
    message:
      'The key `{key}` already appears in line {line}; the first is used. Remove one of the two.',
    since: '0.1.0',
  },
  'empty-identifier': {
    severity: 'error',
    message: '`{identifier}` is empty. Add fields or keywords, or remove it.',
    since: '0.1.0',
  },
  'empty-map': {
    severity: 'error',
    message:
      '`{identifier}` is an empty map, which would match every event. Add fields, or remove it.',
    since: '0.1.0',
  },
  'empty-list': {
    severity: 'warning',
    message: '`{name}` is an empty list, which never matches. Add values, or remove it.',
    since: '0.1.0',
  },
  'empty-item': {
    severity: 'warning',
    message:
      'Nothing follows this dash, which YAML reads as null: the field may be missing. Remove it, or write null if that is meant.',
    since: '0.1.0',
  },
  'commented-value': {
    severity: 'warning',
    message:
      'What follows # is a comment, so this value is null: the field must be missing. Put the value in quotes, or write null.',
    since: '0.1.0',
  },
  'commented-item': {
    severity: 'warning',
    message:
      'What follows # is a comment, so this item is null: the field may be missing. Put the value in quotes, or remove the dash.',
    since: '0.1.0',
  },
  'folded-value': {
    severity: 'warning',
    message:
      'YAML reads these lines as one string, with a space for each line break. Start each with a dash if they are separate values, or else write them on one line.',
    since: '0.1.0',
  },
  'line-break-at-end': {
    severity: 'warning',
    message:
      'This block ends with a line break, which is part of the value, so hardly any event matches. Write `{header}` instead of `{written}`.',
    since: '0.1.0',
  },
  'invisible-character': {
    severity: 'warning',
    message:
      'The value contains the invisible character U+{code}. Delete it, or write it as an escape in double quotes if it is meant.',
    since: '0.1.0',
  },
  'invisible-in-name': {
    severity: 'warning',
    message:
      'The field name contains the invisible character U+{code}, so hardly any event has this field. Delete it.',
    since: '0.1.0',
  },
  'null-keyword': {
    severity: 'error',
    message: 'A keyword must be a string to search for, not null. Remove it.',
    since: '0.1.0',
  },
  'empty-keyword': {
    severity: 'warning',
    message: 'This keyword matches every event. Write the string to search for.',
    since: '0.1.0',
  },
  'empty-field': {
    severity: 'error',
    message: 'The field name is missing. Write it before the colon.',
    since: '0.1.0',
  },
  'space-around-field': {
    severity: 'warning',
    message: 'Remove the spaces around this field name; it is read as `{field}`.',
    since: '0.1.0',
  },
  'placeholder-too-large': {
    severity: 'error',
    message:
      'The placeholders of this value expand to more than {max} values. Supply fewer values.',
    since: '0.1.0',
  },
  'nested-keyword': {
    severity: 'error',
    message:
      'Modifiers without a field are for keywords, which must be strings, not a map. Put fields into search identifiers of their own.',
    since: '0.1.0',
  },
  'nested-field': {
    severity: 'error',
    message:
      'A field must have values, not a map. For a field inside `{field}`, write `{field}.{inner}`.',
    since: '0.1.0',
  },
  'nested-braces': {
    severity: 'error',
    message:
      'Braces make this a map. If they are part of the value, put the value in single quotes.',
    since: '0.1.0',
  },
  'nested-item': {
    severity: 'error',
    message:
      'The colon makes this a map. If it is part of the value, put the value in single quotes; for a field inside `{field}`, write `{field}.{inner}`.',
    since: '0.1.0',
  },
  'field-outdented': {
    severity: 'error',
    message:
      '`{identifier}` is empty, because this field is beside it rather than inside it. Indent it, and the other fields with it.',
    since: '0.1.0',
  },
  'section-outdented': {
    severity: 'error',
    message:
      '`{section}` is empty, because `{key}` is beside it rather than inside it. Indent what belongs to it.',
    since: '0.1.0',
  },
  'nested-modifier': {
    severity: 'error',
    message:
      'A field must have values, not a map. A modifier follows the field name: write `{field}|{inner}`.',
    since: '0.1.0',
  },
});

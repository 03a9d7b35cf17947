import { defineCodes } from '../../source/codes.js';

/** The codes of modifiers. */
export const codes = defineCodes({
  'too-many-modifiers': {
    severity: 'error',
    message: 'A field can have at most {max} modifiers.',
    since: '0.1.0',
  },
  'empty-modifier': {
    severity: 'error',
    message: 'A modifier is missing after this `|`. Add one, or remove the `|`.',
    since: '0.1.0',
  },
  'unknown-modifier': {
    severity: 'error',
    message: 'There is no modifier `{modifier}`.{hint}',
    since: '0.1.0',
  },
  'needless-modifier': {
    severity: 'warning',
    message: 'There is no modifier `{modifier}`, so it is ignored. {why} Remove it.',
    since: '0.1.0',
  },
  'modifier-spelling': {
    severity: 'warning',
    message: 'Write this modifier as `{modifier}`.',
    since: '0.1.0',
  },
  'modifier-needs-field': {
    severity: 'error',
    message: '`{modifier}` needs a field, and a keyword has none. Put a field name before it.',
    since: '0.1.0',
  },
  'repeated-modifier': {
    severity: 'error',
    message: '`{modifier}` appears twice. Remove one.',
    since: '0.1.0',
  },
  'redundant-modifier': {
    severity: 'warning',
    message: '`{modifier}` appears twice; the second has no effect. Remove one.',
    since: '0.1.0',
  },
  'illegal-chain': {
    severity: 'error',
    message: '`{modifier}` cannot follow `{before}`. {advice}',
    since: '0.1.0',
  },
  'wrong-value': {
    severity: 'error',
    message: '`{modifier}` needs {expected}, not {actual}.',
    since: '0.1.0',
  },
  'redundant-contains': {
    severity: 'warning',
    message:
      '`contains` has no effect: a regular expression already matches anywhere in the value. Remove it.',
    since: '0.1.0',
  },
  'redundant-cased': {
    severity: 'warning',
    message: '`cased` has no effect: a regular expression is already case-sensitive. Remove it.',
    since: '0.1.0',
  },
  'all-single-value': {
    severity: 'warning',
    message: '`all` has no effect with a single value. Remove it.',
    since: '0.1.0',
  },
  'exists-value': {
    severity: 'warning',
    message: 'This is a string, read as {value}. Write {value} without quotes.',
    since: '0.1.0',
  },
  'flag-without-re': {
    severity: 'error',
    message: '`{flag}` is a flag of a regular expression. Write `|re|{flag}`.',
    since: '0.1.0',
  },
  'expansion-too-large': {
    severity: 'error',
    message: 'The modifiers of this rule expand to more than {max} values. Split the rule.',
    since: '0.1.0',
  },
  'windash-too-many': {
    severity: 'error',
    message:
      '`windash` with more than {max} flags in one value expands to too many values. Split the value.',
    since: '0.1.0',
  },
  'encoded-wildcard': {
    severity: 'error',
    message:
      '`{modifier}` cannot encode wildcards. Remove them, or escape them as `\\*` and `\\?`; to match part of a field, `contains` must follow it.',
    since: '0.1.0',
  },
  'base64offset-without-contains': {
    severity: 'warning',
    message:
      '`base64offset` encodes part of a longer text, which is rarely the whole field. Add `contains` after it.',
    since: '0.1.0',
  },
  'utf16-without-base64': {
    severity: 'warning',
    message:
      '`{modifier}` writes each letter as two bytes, which a field rarely contains unless they are then encoded in Base64. Add `base64offset|contains` after it, or remove it.',
    since: '0.1.0',
  },
  'base64offset-too-short': {
    severity: 'error',
    message: 'This value is too short to be found in Base64. It must have at least two bytes.',
    since: '0.1.0',
  },
  'time-out-of-range': {
    severity: 'error',
    message: 'The {part} of a date must be a whole number from {min} to {max}.',
    since: '0.1.0',
  },
  'placeholder-regex': {
    severity: 'error',
    message:
      'With its placeholders replaced, this is the regular expression `{text}`, which is not valid. {reason}',
    since: '0.1.0',
  },
  'bad-network': {
    severity: 'error',
    message: 'This is not a valid network. Write it as in 10.0.0.0/8 or fe80::/10.',
    since: '0.1.0',
  },
  'network-host-bits': {
    severity: 'warning',
    message: 'The address has host bits beyond its prefix; it is read as {network}. Write that.',
    since: '0.1.0',
  },
  'expand-escaped-placeholder': {
    severity: 'warning',
    message:
      'The backslash before % makes it a plain percent sign, so `expand` finds no placeholder. If a backslash and a placeholder are meant, write `\\\\%name%`.',
    since: '0.1.0',
  },
  'expand-without-placeholder': {
    severity: 'warning',
    message: '`expand` needs a placeholder such as %name% in the value. Add one, or remove it.',
    since: '0.1.0',
  },
  'fieldref-empty': {
    severity: 'error',
    message: '`fieldref` needs a field name, and the value is empty. Write one.',
    since: '0.1.0',
  },
  'fieldref-wildcard': {
    severity: 'error',
    message:
      '`fieldref` needs a field name without wildcards. To compare part of the field, write `|fieldref|contains`, `|fieldref|startswith` or `|fieldref|endswith`.',
    since: '0.1.0',
  },
});

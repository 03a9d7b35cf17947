import { defineCodes } from '../source/codes.js';

/** The codes of reading pipelines and of applying them to rules. */
export const codes = defineCodes({
  'pipeline-several': {
    severity: 'error',
    message: 'A file can contain only one pipeline. Move the others to their own files.',
    since: '0.1.0',
  },
  'pipeline-is-a-rule': {
    severity: 'error',
    message: 'This is a rule, not a pipeline. Name it among the rules.',
    since: '0.1.0',
  },
  'pipeline-not-a-map': {
    severity: 'error',
    message: 'A pipeline must be a map with `transformations`, `sources` or `mapping`.',
    since: '0.1.0',
  },
  'pipeline-wrong-type': {
    severity: 'error',
    message: '`{key}` must be {expected}.',
    since: '0.1.0',
  },
  'pipeline-condition-without-dash': {
    severity: 'error',
    message:
      'This is one condition, and `{key}` must be a list of them. Put a dash before its first line, and align the others.',
    since: '0.1.0',
  },
  'pipeline-wrong-item': {
    severity: 'error',
    message: 'Each item of `{key}` must be {expected}.',
    since: '0.1.0',
  },
  'pipeline-wrong-value': {
    severity: 'error',
    message: '`{key}` cannot be `{value}`. Use one of: {known}.{hint}',
    since: '0.1.0',
  },
  'pipeline-number': {
    severity: 'error',
    message: '`{value}` is not a number. Write one, or remove `force_type`.',
    since: '0.1.0',
  },
  'pipeline-column': {
    severity: 'error',
    message: 'The type of `{field}` cannot have {wrong}.',
    since: '0.1.0',
  },
  'pipeline-exclusive-keys': {
    severity: 'error',
    message: '`{one}` and `{other}` cannot be combined. Remove one.',
    since: '0.1.0',
  },
  'pipeline-without-conditions': {
    severity: 'error',
    message: '`{name}` is of no effect without conditions. Add `{key}`, or remove it.',
    since: '0.1.0',
  },
  'pipeline-empty': {
    severity: 'warning',
    message:
      'This pipeline changes nothing. Add `transformations`, `sources` or `mapping`, or remove it.',
    since: '0.1.0',
  },
  'pipeline-attribute-misspelt': {
    severity: 'warning',
    message:
      'Rules have no attribute `{name}`, so this holds only for those that a step gives it to. Did you mean `{like}`?',
    since: '0.1.0',
  },
  'pipeline-attribute-logsource': {
    severity: 'error',
    message: '`{name}` cannot be compared as an attribute. Use the condition `logsource`.',
    since: '0.1.0',
  },
  'pipeline-condition-in-string': {
    severity: 'warning',
    message:
      'This string is searched for as a keyword. For a field and its value write `{correct}`.',
    since: '0.1.0',
  },
  'pipeline-conditions-ignored': {
    severity: 'warning',
    message:
      '`{type}` applies to the whole rule, so `{key}` has no effect. Use `rule_conditions`, or remove it.',
    since: '0.1.0',
  },
  'pipeline-field-pattern': {
    severity: 'warning',
    message:
      '`{field}` is compared as a literal name, which no field has. If it is a regular expression, add `mode: re`.',
    since: '0.1.0',
  },
  'pipeline-field-modifier': {
    severity: 'warning',
    message: '`{field}` is compared with field names, which have no modifiers. Write `{name}`.',
    since: '0.1.0',
  },
  'pipeline-unused-condition': {
    severity: 'error',
    message: 'The expression does not use the condition `{name}`. Add it there, or remove it.',
    since: '0.1.0',
  },
  'pipeline-reading-of-itself': {
    severity: 'error',
    message:
      'The field is read out of `{field}`, so it cannot be called `{field}` itself. Give it another name.',
    since: '0.1.0',
  },
  'pipeline-no-log-source': {
    severity: 'error',
    message: '{owner} names no log source. Add `category`, `product` or `service`.',
    since: '0.1.0',
  },
  'pipeline-empty-field': {
    severity: 'error',
    message: 'The name that `{field}` is mapped to is empty. Name a field, or remove the entry.',
    since: '0.1.0',
  },
  'pipeline-regex-group': {
    severity: 'error',
    message:
      'The regular expression has no group `{group}`. Add the group, or escape the backslash as `\\\\`.',
    since: '0.1.0',
  },
  'pipeline-regex-escape': {
    severity: 'error',
    message: 'A replacement cannot have `{escape}`. {hint}',
    since: '0.1.0',
  },
  'pipeline-missing-key': {
    severity: 'error',
    message: '{owner} needs `{key}`. Add it.',
    since: '0.1.0',
  },
  'pipeline-unknown-key': {
    severity: 'error',
    message: '{owner} has no key `{key}`. {hint}',
    since: '0.1.0',
  },
  'pipeline-unknown-transformation': {
    severity: 'error',
    message: 'There is no transformation `{type}`. {hint}',
    since: '0.1.0',
  },
  'pipeline-unknown-condition': {
    severity: 'error',
    message: 'There is no condition `{type}` here. {hint}',
    since: '0.1.0',
  },
  'pipeline-unknown-postprocessing': {
    severity: 'error',
    message: 'There is no postprocessing step `{type}`. {hint}',
    since: '0.1.0',
  },
  'pipeline-unknown-finalizer': {
    severity: 'error',
    message: 'There is no finalizer `{type}`. {hint}',
    since: '0.1.0',
  },
  'pipeline-unknown-name': {
    severity: 'error',
    message: 'There is no condition named `{name}`. Use one of: {known}.',
    since: '0.1.0',
  },
  'pipeline-quantifier': {
    severity: 'error',
    message: 'A condition expression in a pipeline may use only `and`, `or` and `not`.',
    since: '0.1.0',
  },
  'pipeline-too-deep': {
    severity: 'error',
    message: 'The steps are nested more than {max} levels deep. Flatten them.',
    since: '0.1.0',
  },
  'pipeline-refused-type': {
    severity: 'error',
    message: '`{type}` is not supported. {reason}',
    since: '0.1.0',
  },
  'pipeline-unknown-id': {
    severity: 'warning',
    message: 'No step of this pipeline has the id `{id}`. {hint}',
    since: '0.1.0',
  },
  'pipeline-condition-operator': {
    severity: 'error',
    message:
      '`{key}` cannot be `{value}`, which pySigma reads as `and`. Write `or` if one of the conditions is enough, and `and` if all must hold.',
    since: '0.1.0',
  },
  'pipeline-regex': {
    severity: 'error',
    message:
      'This regular expression is not supported: {reason}. Look-around and back-references are not available.',
    since: '0.1.0',
  },

  // Applied to a rule.
  'pipeline-not-for-target': {
    severity: 'error',
    message:
      'The pipeline {pipeline} is for {targets}, not for {target}. Omit it, or add {target} to its `allowed_backends`.',
    since: '0.1.0',
  },
  'pipeline-refused': {
    severity: 'error',
    message: '{message}',
    since: '0.1.0',
  },
  'pipeline-no-source': {
    severity: 'note',
    message:
      'The pipeline neither chooses a source for {logsource} nor adds a condition for it, so all events are searched. Add one with `sources` or `add_condition`.',
    since: '0.1.0',
  },
  'pipeline-dropped-wider': {
    severity: 'warning',
    message:
      'May match more than the rule: the pipeline drops the condition on {field} (`drop_detection_item`).',
    since: '0.1.0',
  },
  'pipeline-dropped-narrower': {
    severity: 'warning',
    message:
      'May miss what the rule matches: the pipeline drops the condition on {field} (`drop_detection_item`).',
    since: '0.1.0',
  },
  'pipeline-added': {
    severity: 'warning',
    message:
      'May miss what the rule matches: the pipeline adds a condition on {fields} (`add_condition`).',
    since: '0.1.0',
  },
  'pipeline-added-for-logsource': {
    severity: 'note',
    message:
      'The pipeline adds a condition on {fields} for this log source (`add_condition`), which is taken to hold for all of its events.',
    since: '0.1.0',
  },
  'pipeline-blurred-wider': {
    severity: 'warning',
    message:
      'May match more than the rule: the pipeline puts a wildcard in place of {name} (`wildcard_placeholders`).',
    since: '0.1.0',
  },
  'pipeline-blurred-narrower': {
    severity: 'warning',
    message:
      'May miss what the rule matches: the pipeline puts a wildcard in place of {name} (`wildcard_placeholders`).',
    since: '0.1.0',
  },
  'pipeline-renamed-wider': {
    severity: 'warning',
    message:
      'May match more than the rule: the source reads `{field}` out of other fields, so its events may have no `{name}` (`{step}`). Map `{field}` to an existing field before this step.',
    since: '0.1.0',
  },
  'pipeline-renamed-narrower': {
    severity: 'warning',
    message:
      'May miss what the rule matches: the source reads `{field}` out of other fields, so its events may have no `{name}` (`{step}`). Map `{field}` to an existing field before this step.',
    since: '0.1.0',
  },
  'pipeline-replaced-wider': {
    severity: 'warning',
    message:
      'May match more than the rule: the pipeline replaces the values of {field} (`{step}`).',
    since: '0.1.0',
  },
  'pipeline-replaced-narrower': {
    severity: 'warning',
    message:
      'May miss what the rule matches: the pipeline replaces the values of {field} (`{step}`).',
    since: '0.1.0',
  },
  'pipeline-nothing-left': {
    severity: 'error',
    message:
      '`drop_detection_item` leaves nothing of this condition, so the query would match every event. Drop less, or exclude the rule with `rule_conditions`.',
    since: '0.1.0',
  },
  'pipeline-template-name': {
    severity: 'error',
    message:
      'A template of `add_condition` has no `${name}`. Use `$category`, `$product` or `$service`; write `$$` for a dollar sign.',
    since: '0.1.0',
  },
  'pipeline-template-logsource': {
    severity: 'error',
    message:
      'The pipeline needs a `{key}` in the log source, which this rule does not have. Add it, or limit the step with `rule_conditions`.',
    since: '0.1.0',
  },
  'pipeline-unmapped-field': {
    severity: 'error',
    message: 'The pipeline does not map the field `{field}`. Map it in your own pipeline.',
    since: '0.1.0',
  },
  'pipeline-no-number': {
    severity: 'error',
    message: 'The pipeline converts this field to numbers, and `{value}` is not a number.',
    since: '0.1.0',
  },
  'pipeline-variable': {
    severity: 'error',
    message:
      'The `vars` of the pipeline give %{name}% a value that is neither a string nor a number. Correct them.',
    since: '0.1.0',
  },
  'pipeline-hash': {
    severity: 'error',
    message:
      'The pipeline has no field for the hash `{hash}`. Remove it, or add its algorithm to `valid_hash_algos`.',
    since: '0.1.0',
  },
  'pipeline-hash-value': {
    severity: 'error',
    message:
      '`hashes_fields` divides lists of hashes such as `MD5=…`, and not {found}. Correct the value, or exclude the field with `field_name_conditions`.',
    since: '0.1.0',
  },
  'logsource-no-product': {
    severity: 'note',
    message:
      'The log source names no product, so the events of {systems} are searched. Name the product that is meant.',
    since: '0.1.0',
  },
  'logsource-product-left-out': {
    severity: 'warning',
    message:
      'May miss what the rule matches: the log source names no product, and no source for {systems} has all fields and values of the rule. Name the product that is meant.',
    since: '0.1.0',
  },
  'correlation-field-dropped': {
    severity: 'error',
    message:
      'A pipeline drops the field `{field}`, which the correlation needs. Leave it out of that step.',
    since: '0.1.0',
  },
  'correlation-field-assumed': {
    severity: 'note',
    message:
      'No published list for {source} has the field `{field}`, so it may be in no event. Events without it are in no group and have no value: check that your data have it.',
    since: '0.1.0',
  },
});

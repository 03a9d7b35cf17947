import { defineCodes } from '../../source/codes.js';

/** The codes of conditions: their syntax, and the search identifiers that they name. */
export const codes = defineCodes({
  'parenthesis-not-opened': {
    severity: 'error',
    message: 'This parenthesis was never opened. Remove it, or open one before it.',
    since: '0.1.0',
  },
  'parenthesis-not-closed': {
    severity: 'error',
    message: 'This parenthesis is never closed. Close it, or remove it.',
    since: '0.1.0',
  },
  'condition-too-deep': {
    severity: 'error',
    message: 'The condition has more than {max} nested parentheses. Split it into several rules.',
    since: '0.1.0',
  },
  'condition-empty': {
    severity: 'error',
    message: 'The condition is empty. Name the search identifiers that must match.',
    since: '0.1.0',
  },
  'condition-incomplete': {
    severity: 'error',
    message: 'Expected {expected} after {before}, but the condition ends.',
    since: '0.1.0',
  },
  'condition-unexpected': {
    severity: 'error',
    message: 'Expected {expected} {where}, not {found}.',
    since: '0.1.0',
  },
  'condition-reworded': {
    severity: 'warning',
    message: '`{found}` was read as `{words}`. Write it so.',
    since: '0.1.0',
  },
  'condition-comma-at-end': {
    severity: 'warning',
    message: 'No `{found}` belongs at the end of a condition; it was ignored. Remove it.',
    since: '0.1.0',
  },
  'condition-missing-of': {
    severity: 'error',
    message: 'Expected `of` after {before}. Write {correct}.',
    since: '0.1.0',
  },
  'condition-no-quantifier': {
    severity: 'error',
    message: 'A quantifier is missing before `of`. Write {correct}.',
    since: '0.1.0',
  },
  'condition-missing-space': {
    severity: 'error',
    message: 'A space is missing in {found}. Write {correct}.',
    since: '0.1.0',
  },
  'condition-of-a-list': {
    severity: 'error',
    message:
      '`of` is followed by a pattern or `them`, not by a list. Name the search identifiers alike, and write a pattern such as `selection*`.',
    since: '0.1.0',
  },
  'condition-quantifier': {
    severity: 'error',
    message: '{found} is not a quantifier. Write `1 of`, `all of`, `any of` or a number.',
    since: '0.1.0',
  },
  'condition-empty-parentheses': {
    severity: 'error',
    message: 'These parentheses are empty. Add a search identifier, or remove them.',
    since: '0.1.0',
  },
  'condition-operator': {
    severity: 'error',
    message: '{found} is not an operator. Write {correct}.',
    since: '0.1.0',
  },
  'condition-comma': {
    severity: 'error',
    message: '{found} is not allowed here. Join search identifiers with `and` or `or`.',
    since: '0.1.0',
  },
  'condition-comparison': {
    severity: 'error',
    message:
      '{found} is not allowed here. A condition names search identifiers; put fields and values in one of them.',
    since: '0.1.0',
  },
  'condition-quotes': {
    severity: 'error',
    message: '{found} is not allowed here. Write search identifiers without quotes.',
    since: '0.1.0',
  },
  'condition-bare-pattern': {
    severity: 'error',
    message:
      '{found} needs a quantifier. Write `1 of selection{wildcard}` or `all of selection{wildcard}`.',
    since: '0.1.0',
  },
  'aggregation-missing': {
    severity: 'error',
    message: 'Expected an aggregation after `|`, such as `count() by Computer > 5`.',
    since: '0.1.0',
  },
  'aggregation-unknown': {
    severity: 'error',
    message:
      '{name} is not an aggregation. Write `count`, `sum`, `min`, `max`, `avg` or `near`; for alternatives write `or`.',
    since: '0.1.0',
  },
  'aggregation-syntax': {
    severity: 'error',
    message: '{found}. Write it as `| {name}(field) by group > 5`, with nothing after it.',
    since: '0.1.0',
  },
  'aggregation-with-timeframe': {
    severity: 'error',
    message: 'No time belongs in a condition. Write `timeframe: {time}` on the line below instead.',
    since: '0.1.0',
  },
  'aggregation-within': {
    severity: 'error',
    message:
      'An aggregation must be at the end of the condition, outside parentheses. For more than that, write a correlation.',
    since: '0.1.0',
  },
  'aggregation-near': {
    severity: 'error',
    message:
      '{found}. `near` must be followed by search identifiers: `| near selection1 and selection2`.',
    since: '0.1.0',
  },
  'identifier-with-space': {
    severity: 'error',
    message:
      'A condition cannot name `{name}`, because of the space. Write `{correct}` here and there.',
    since: '0.1.0',
  },
  'undefined-identifier': {
    severity: 'error',
    message: 'There is no search identifier `{name}`. {hint}',
    since: '0.1.0',
  },
  'identifier-case': {
    severity: 'warning',
    message:
      'This is read as `{name}`: names of search identifiers are case-sensitive. Write it as it is defined.',
    since: '0.1.0',
  },
  'identifier-invisible': {
    severity: 'warning',
    message:
      'This is read as `{name}`: the names differ only in invisible characters. Type both again.',
    since: '0.1.0',
  },
  'unused-identifier': {
    severity: 'warning',
    message: 'No condition uses `{name}`. Add it to the condition, or remove it.',
    since: '0.1.0',
  },
  'rule-key-as-identifier': {
    severity: 'warning',
    message:
      '`{key}` is read as a search identifier here, because it is inside `{section}`. If it describes the rule, reduce its indentation so that it is next to `{section}`.',
    since: '0.1.0',
  },
  'them-matches-nothing': {
    severity: 'error',
    message:
      '`them` excludes names that start with `_`, and there is no other search identifier. Name them, or define one.',
    since: '0.1.0',
  },
  'pattern-matches-nothing': {
    severity: 'error',
    message:
      'The pattern `{pattern}` matches no search identifier, so the condition can never be met. {hint}',
    since: '0.1.0',
  },
  'pattern-filters-nothing': {
    severity: 'warning',
    message:
      'The pattern `{pattern}` matches no search identifier, so this `not` excludes nothing. {hint}',
    since: '0.1.0',
  },
  'quantifier-zero': {
    severity: 'error',
    message: '`0 of` is always true. Write `1 of` or `not 1 of`.',
    since: '0.1.0',
  },
  'quantifier-never-matches': {
    severity: 'error',
    message:
      '`{count} of` can never match, because the number of matching search identifiers is {found}. Lower the count.',
    since: '0.1.0',
  },
});

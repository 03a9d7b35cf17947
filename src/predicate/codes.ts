import { defineCodes } from '../source/codes.js';

/** The codes of turning a condition into a tree of predicates. */
export const codes = defineCodes({
  'never-matches': {
    severity: 'warning',
    message: 'No event can match this condition: {why}.',
    since: '0.1.0',
  },
  'near-not-converted': {
    severity: 'error',
    message:
      '`near` relates several events, so no single event satisfies it. Match it over a stream of events.',
    since: '0.1.0',
  },
  'aggregation-not-converted': {
    severity: 'error',
    message:
      'The aggregation after `|` is about several events, so no single event satisfies it. Match it over a stream of events.',
    since: '0.1.0',
  },
  'quantifier-too-large': {
    severity: 'error',
    message:
      '`{count} of` {identifiers} search identifiers has too many combinations. Split the rule.',
    since: '0.1.0',
  },
  'keyword-needs-text': {
    severity: 'error',
    message:
      'A keyword is searched for in the text of the whole event, so it must be a string, a number or a regular expression. Put a field name before it.',
    since: '0.1.0',
  },
  'placeholder-unresolved': {
    severity: 'error',
    message: 'The placeholder %{name}% has no value. Supply one or more.{hint}',
    since: '0.1.0',
  },
});

import {
  concat,
  expresses,
  hardline,
  indent,
  join,
  writeConditions,
} from '../../src/backend/index.js';
import type { Doc, Expression, Predicate, QueryContext } from '../../src/backend/index.js';
import { isSingleValued, regexField } from './literals.js';
import { alternativeOf, anyOf, patternOf } from './patterns.js';
import { search } from './search.js';
import { whereCommand } from './where.js';

/**
 * The commands after the first search: `search` for fields that had to be read out of others, a
 * `regex` for each pattern on a field of one value, and `where` for what neither can say.
 */
export function lateCommands(conditions: readonly Expression[], context: QueryContext): Doc {
  if (context.options['search'] === 'where') return whereCommand(conditions, context);
  const fits = expresses(search, context);
  const searched: Expression[] = [];
  const matched: Doc[] = [];
  const excluded: Doc[] = [];
  const rest: Expression[] = [];
  for (const condition of conditions) {
    if (fits(condition)) {
      searched.push(condition);
      continue;
    }
    const commands = regexCommands(condition, context);
    if (commands) (condition.kind === 'not' ? excluded : matched).push(...commands);
    else rest.push(condition);
  }
  const first = searched.length === 0 ? [] : [searchCommand(searched, context)];
  const last = rest.length === 0 ? [] : [whereCommand(rest, context)];
  // A field that a pattern asks for is there when another is excluded.
  return join(hardline, [...first, ...matched, ...excluded, ...last]);
}

function searchCommand(conditions: readonly Expression[], context: QueryContext): Doc {
  return concat('| search ', indent(writeConditions(search, conditions, context).doc));
}

/** Null where a condition is more than patterns of which the command can ask. */
function regexCommands(node: Expression, context: QueryContext): readonly Doc[] | null {
  if (node.kind !== 'not') {
    const command = regexCommand(node, '=', context);
    return command === null ? null : [command];
  }
  const { operand } = node;
  const alone = regexCommand(operand, '!=', context);
  if (alone !== null) return [alone];
  if (operand.kind !== 'or') return null;
  const commands = operand.operands.map((o) => regexCommand(o, '!=', context));
  return commands.every((c) => c !== null) ? commands : null;
}

/**
 * What the command does with several values is not documented, nor what `!=` does where the field is
 * missing.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/regex
 */
function regexCommand(node: Expression, sign: '=' | '!=', context: QueryContext): Doc | null {
  const options = alternativesOf(node);
  const [first] = options;
  if (!first) return null;
  const patterns = options.map(options.length === 1 ? patternOf : alternativeOf);
  if (!patterns.every((p) => p !== null)) return null;
  let subject = sign === '=' ? '' : `_raw${sign}`;
  if (first.kind !== 'keyword') {
    const field = regexField(first.field);
    if (field === null || !isSingleValued(first.field, context.placement)) return null;
    if (sign === '!=' && !isRequired(first.field.text, context.conditions)) return null;
    subject = `${field}${sign}`;
  }
  return concat(`| regex ${subject}"`, anyOf(options, patterns), '"');
}

/** Predicates on one subject, one of which must hold. */
function alternativesOf(node: Expression): readonly Predicate[] {
  switch (node.kind) {
    case 'one-of':
      return node.options;
    case 'or':
      return node.operands.every((o) => o.kind === 'keyword') ? node.operands : [];
    case 'string':
    case 'regex':
    case 'keyword':
      return [node];
    default:
      return [];
  }
}

/** Whether every event that satisfies the conditions has the field. */
function isRequired(field: string, conditions: readonly Expression[]): boolean {
  return conditions.some((condition) => {
    switch (condition.kind) {
      case 'and':
        return isRequired(field, condition.operands);
      case 'one-of':
        return condition.field.text === field && !condition.options.some((o) => o.kind === 'null');
      case 'not':
      case 'or':
      case 'constant':
      case 'keyword':
      case 'null':
        return false;
      default:
        return condition.field.text === field;
    }
  });
}

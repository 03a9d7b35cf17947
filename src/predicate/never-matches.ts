import type { Condition } from '../model/condition/ast.js';
import type { Rule } from '../model/rule.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { codes } from './codes.js';
import { lower } from './lower.js';
import type { Placeholders } from '../model/given-values.js';
import type { Expression } from './predicate.js';
import { conflictIn } from './satisfiable.js';
import type { Conflict } from './satisfiable.js';
import { singleValuedIn } from './single-valued.js';

const known = new WeakMap<
  Condition,
  { placeholders: Placeholders | undefined; found: Diagnostic | null }
>();

/** A warning for a condition that no event can match, wherever the events are stored. */
export function neverMatches(
  rule: Rule,
  condition: Condition,
  placeholders?: Placeholders,
): Diagnostic | null {
  // A rule is converted once for each target.
  const before = known.get(condition);
  if (before && before.placeholders === placeholders) return before.found;
  const { expression } = lower(rule, condition, placeholders);
  const conflict = expression && conflictIn(expression, singleValuedIn(rule));
  const found = conflict && conflictDiagnostic(conflict);
  known.set(condition, { placeholders, found });
  return found;
}

function conflictDiagnostic(conflict: Conflict): Diagnostic {
  const { first, second } = conflict;
  const related = second ? [{ message: 'what it conflicts with', span: second.span }] : undefined;
  const finding = codes['never-matches']({ why: reason(conflict) });
  return diagnostic(finding, first.span, { related });
}

/** Why two parts of a tree exclude each other, as the second half of a sentence. */
function reason({ kind, first, second }: Conflict): string {
  const field = fieldOf(first);
  switch (kind) {
    case 'exclusive':
      return `${field} holds one value, which cannot be both ${written(first)} and ${written(second!)}`;
    case 'denied':
      return `${field} must satisfy ${written(first)}, and ${written(second!)} under \`not\` rules that out`;
    case 'neither':
      return `${field} must be neither present nor missing`;
    case 'never':
      return `${written(first)} never holds`;
  }
}

function fieldOf(node: Expression): string {
  switch (node.kind) {
    case 'keyword':
      return "the event's text";
    case 'or':
    case 'and':
      return node.operands[0] ? fieldOf(node.operands[0]) : 'the event';
    case 'not':
      return fieldOf(node.operand);
    case 'constant':
      return 'the event';
    default:
      return `\`${node.field.text}\``;
  }
}

/** The most of a rule's own text that a message repeats. */
const SHOWN = 60;

function written(node: Expression): string {
  const values =
    node.kind === 'or' ? node.operands : node.kind === 'one-of' ? node.options : [node];
  const text = values
    .map(({ span }) => span.file.text.slice(span.start, span.end).replace(/\s+/g, ' '))
    .join(', ');
  return `\`${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}\``;
}

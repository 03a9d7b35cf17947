import {
  ATOM,
  atom,
  concat,
  emitBoolean,
  enclose,
  join,
  line,
  linkWith,
  prefixNot,
  shapeOf,
  text,
} from '../../src/backend/index.js';
import type {
  BooleanSyntax,
  Doc,
  Emitted,
  Expression,
  FieldPredicate,
  Leaf,
  NumberLiteral,
  OneOf,
} from '../../src/backend/index.js';
import { fitsSearch, looksLikeNetwork, quote, searchField } from './literals.js';

/**
 * OR binds tighter than AND here and not in `where`, so every mix is in parentheses.
 * https://help.splunk.com/en/splunk-enterprise/search/search-manual/9.3/expressions-and-predicates
 */
export const SEARCH_SYNTAX: BooleanSyntax = {
  and: { word: 'AND', binding: 1 },
  or: { word: 'OR', binding: 2 },
  not: prefixNot('NOT', ATOM),
  explicit: true,
};

/** Whether a stage of the query says an expression exactly, with every predicate in it. */
export type Fits = (node: Expression) => boolean;

/** @param made fields that are there only after the search */
export function fitsInSearch(made: { has(field: string): boolean }): Fits {
  const fits: Fits = (node) => fitsBefore(node, fits, made);
  return fits;
}

function fitsBefore(node: Expression, fits: Fits, made: { has(field: string): boolean }): boolean {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.operands.every(fits);
    case 'not':
      return fits(node.operand);
    case 'one-of':
      return node.options.every(fits);
    case 'constant':
      return true;
    case 'keyword':
      // A term is looked up in the index whole; it is no substring of the event's text.
      return false;
    default:
      return !made.has(node.field.text) && searchField(node.field) !== null && fitsPredicate(node);
  }
}

function fitsPredicate(node: FieldPredicate): boolean {
  switch (node.kind) {
    case 'string':
      return !node.cased && fitsPattern(node);
    case 'number':
    case 'boolean':
    case 'cidr':
    case 'null':
    case 'exists':
      return true;
    case 'compare':
      // Values that are no numbers are put in order as texts: `x>5` holds for `abc`.
      return false;
    case 'regex':
    case 'time-part':
    case 'field-ref':
      return false;
  }
}

/**
 * A wildcard in the middle of a value gives inconsistent results, says the manual; `?` is none.
 * https://help.splunk.com/splunk-enterprise/search/search-manual/9.3/search-primer/wildcards
 */
function fitsPattern(node: Extract<FieldPredicate, { kind: 'string' }>): boolean {
  const shape = shapeOf(node.pattern);
  switch (shape.shape) {
    case 'any':
      return true;
    case 'equals':
      return fitsSearch(shape.text) && !looksLikeNetwork(shape.text);
    case 'startswith':
    case 'endswith':
    case 'contains':
      return fitsSearch(shape.text);
    case 'empty':
    case 'other':
      return false;
  }
}

/** Writes an expression for which `fitsInSearch` holds. */
export function emitSearch(expression: Expression): Emitted {
  return emitBoolean(withoutNull(expression), SEARCH_SYNTAX, leaf);
}

/** Missing is the negation of existing here; said so before negations are written, none doubles. */
function withoutNull(node: Expression): Expression {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { ...node, operands: node.operands.map(withoutNull) };
    case 'not': {
      const operand = withoutNull(node.operand);
      return operand.kind === 'not' ? operand.operand : { ...node, operand };
    }
    case 'null':
      return { kind: 'not', operand: { ...node, kind: 'exists' }, span: node.span };
    case 'one-of': {
      const missing = node.options.find((o) => o.kind === 'null');
      if (!missing) return node;
      const options = node.options.filter((o) => o.kind !== 'null');
      const rest: readonly Expression[] = options.length > 1 ? [{ ...node, options }] : options;
      return { kind: 'or', operands: [...rest, withoutNull(missing)], span: node.span };
    }
    default:
      return node;
  }
}

function leaf(node: Leaf): Emitted {
  switch (node.kind) {
    case 'constant':
      return atom(text(node.value ? '*' : 'NOT *', node.span));
    case 'one-of':
      return oneOf(node);
    case 'keyword':
      throw new TypeError('A keyword does not fit in search.');
    default:
      return comparison(node);
  }
}

/** `field=value`; a number that is spelled otherwise in the rule may be so in the event too. */
function comparison(node: FieldPredicate): Emitted {
  const field = searchField(node.field)!;
  const [first, ...more] = values(node);
  if (more.length > 0) return list(field, node, [node]);
  return atom(text(`${field}=${first!}`, node.span));
}

/**
 * Values of a field as `search` compares them: as texts, whatever their case (so `1` is not
 * `1.0`), or as networks.
 * https://help.splunk.com/splunk-enterprise/spl-search-reference/9.2/search-commands/search
 */
function values(node: FieldPredicate): readonly string[] {
  switch (node.kind) {
    case 'string': {
      const shape = shapeOf(node.pattern);
      switch (shape.shape) {
        case 'equals':
          return [quote(shape.text)];
        case 'startswith':
          return [quote(`${shape.text}*`)];
        case 'endswith':
          return [quote(`*${shape.text}`)];
        case 'contains':
          return [quote(`*${shape.text}*`)];
        default:
          return ['*'];
      }
    }
    case 'number':
      return spellings(node.number).map((n) => (/^[0-9]+$/.test(n) ? n : quote(n)));
    case 'boolean':
      return [quote(String(node.value))];
    case 'cidr':
      return [quote(node.network.text)];
    default:
      return ['*'];
  }
}

/** The texts that a number is found as: in plain decimal, and as the rule has it. */
export function spellings(number: NumberLiteral): readonly string[] {
  const { decimal, source } = number;
  return source === decimal ? [decimal] : [source, decimal];
}

/** `field IN (…)` for what is compared as text; networks and existence stand beside it. */
function oneOf(node: OneOf): Emitted {
  const listed: FieldPredicate[] = [];
  const apart: Emitted[] = [];
  for (const option of node.options) {
    const isText = option.kind === 'number' || option.kind === 'boolean';
    const isPattern = option.kind === 'string' && shapeOf(option.pattern).shape !== 'any';
    if (isText || isPattern) listed.push(option);
    else apart.push(comparison(option));
  }
  if (listed.length === 0) return linkWith(SEARCH_SYNTAX, 'or', apart);
  const [only] = listed;
  const field = searchField(node.field)!;
  const first = listed.length === 1 ? comparison(only!) : list(field, node, listed);
  return linkWith(SEARCH_SYNTAX, 'or', [first, ...apart]);
}

function list(
  field: string,
  node: OneOf | FieldPredicate,
  options: readonly FieldPredicate[],
): Emitted {
  const items: Doc[] = [];
  for (const option of options) {
    for (const value of values(option)) items.push(text(value, option.span));
  }
  const open = concat(text(field, node.field.span), ' IN (');
  return atom(enclose(open, join(concat(',', line), items), ')'));
}

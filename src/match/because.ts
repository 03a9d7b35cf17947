import { printPattern } from '../model/pattern.js';
import { shapeOf } from '../model/pattern.js';
import type { Expression, OneOf, Predicate } from '../predicate/predicate.js';
import { positionAt } from '../source/span.js';
import type { MatchEvent } from './event.js';
import type { Compiler } from './test.js';

/** A predicate that had its part in a match. */
export interface Because {
  /** Null for a keyword. */
  readonly field: string | null;
  /** `eq`, `match`, `starts_with`, `ends_with`, `wildcard`, `regex`, `cidr`, `gt`, …; `not …` where the rule excludes it. */
  readonly predicate: string;
  readonly value: string;
  /** Of the rule's file, from 1. */
  readonly line: number;
}

/** The predicates that make a tree true for an event, in the order of the rule. */
export function because(expression: Expression, event: MatchEvent, compiler: Compiler): Because[] {
  const reasons: Because[] = [];
  collect(expression, true);
  return reasons;

  /** Called only where the node's truth is `wanted`. */
  function collect(node: Expression, wanted: boolean): void {
    switch (node.kind) {
      case 'constant':
        return;
      case 'not':
        return collect(node.operand, !wanted);
      case 'and':
      case 'or':
      case 'one-of': {
        const operands = node.kind === 'one-of' ? node.options : node.operands;
        for (const operand of operands) {
          if (compiler.compile(operand)(event) === wanted) collect(operand, wanted);
          // Of an exclusion list, all of it did not hold: its head stands for it.
          if (!wanted && node.kind === 'one-of') return;
        }
        return;
      }
      default:
        reasons.push(describe(node, wanted));
    }
  }
}

function describe(node: Exclude<Predicate, OneOf>, wanted: boolean): Because {
  const { kind, value } = kindAndValue(node);
  return {
    field: node.kind === 'keyword' ? null : node.field.text,
    predicate: wanted ? kind : `not ${kind}`,
    value,
    line: positionAt(node.span.file, node.span.start).line,
  };
}

const SHAPE_KINDS = {
  empty: 'eq',
  any: 'exists',
  equals: 'eq',
  startswith: 'starts_with',
  endswith: 'ends_with',
  contains: 'match',
  other: 'wildcard',
} as const;

function kindAndValue(node: Predicate): { kind: string; value: string } {
  switch (node.kind) {
    case 'string': {
      const shape = shapeOf(node.pattern);
      const value = 'text' in shape ? shape.text : printPattern(node.pattern);
      return { kind: SHAPE_KINDS[shape.shape], value };
    }
    case 'keyword':
      return node.search.kind === 'regex'
        ? { kind: 'keyword', value: node.search.regex.source }
        : { kind: 'keyword', value: printPattern(node.search.pattern) };
    case 'number':
      return { kind: 'eq', value: node.number.source };
    case 'boolean':
      return { kind: 'eq', value: String(node.value) };
    case 'null':
      return { kind: 'null', value: '' };
    case 'exists':
      return { kind: 'exists', value: '' };
    case 'regex':
      return { kind: 'regex', value: node.regex.source };
    case 'cidr':
      return { kind: 'cidr', value: node.network.text };
    case 'compare':
      return { kind: node.operator, value: node.number.source };
    case 'time-part':
      return { kind: `${node.part} ${node.operator}`, value: node.number.source };
    case 'field-ref':
      return { kind: 'fieldref', value: node.other.text };
  }
}

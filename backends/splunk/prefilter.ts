import { necessaryOf } from '../../src/backend/index.js';
import type {
  Expression,
  Predicate,
  QueryContext,
  Reading,
  Weaken,
} from '../../src/backend/index.js';

/**
 * What the first search asks for in place of what it cannot say, so that later commands see few
 * events. What is read out of a string is somewhere in it, as it is written there.
 */
export function prefilter({ placement: { columns } }: QueryContext): Weaken {
  return (node) => {
    const necessary = necessaryOf(node);
    if (!necessary || node.kind === 'keyword') return necessary;
    const reading = columns.get(node.field.text)?.reading;
    return reading ? withinText(necessary, reading) : necessary;
  };
}

function withinText(node: Expression, reading: Reading): Expression | null {
  switch (node.kind) {
    case 'and': {
      const operands = node.operands.flatMap((o) => withinText(o, reading) ?? []);
      return operands.length === 0 ? null : { ...node, operands };
    }
    case 'one-of': {
      const operands = node.options.flatMap((o) => withinText(o, reading) ?? []);
      if (operands.length < node.options.length) return null;
      return { kind: 'or', operands, span: node.span };
    }
    case 'string':
      return contains(node, reading);
    default:
      return null;
  }
}

const OF_JSON: ReadonlySet<string> = new Set(['json', 'json-object']);

/** In JSON quotation marks, backslashes and what is not ASCII may be written in other ways. */
const MAY_BE_ESCAPED = /["\\/]|[^ -~]/;

function contains(
  { pattern, span, field }: Extract<Predicate, { kind: 'string' }>,
  { as: kind, of }: Reading,
): Expression | null {
  const text = pattern.find((p) => typeof p === 'string') as string;
  if (OF_JSON.has(kind) && MAY_BE_ESCAPED.test(text)) return null;
  // Events that are no XML have these fields by themselves.
  if (kind === 'xml-line') return null;
  if (of === '_raw') {
    return { kind: 'keyword', search: { kind: 'pattern', pattern: [text], cased: false }, span };
  }
  const any = { kind: 'any' } as const;
  const within = { text: of, span: field.span };
  return { kind: 'string', field: within, pattern: [any, text, any], cased: false, span };
}

import type { Expression } from '../../src/predicate/predicate.js';
import { literalText } from '../../src/model/patterns/pattern.js';
import { readLucene } from '../../src/languages/lucene/read.js';
import { readQuery } from '../engines/kql/parser.js';
import type { KqlNode } from '../engines/kql/parser.js';
import type { EvalNode } from '../engines/splunk/eval-reader.js';
import { readSpl } from '../engines/splunk/reader.js';
import type { SearchNode, SearchValue } from '../engines/splunk/search-reader.js';
import type { Clause } from './never.js';

/** A query of a union is each of its branches; what makes columns is no condition. */
export function clausesOfKql(query: string): readonly Clause[] {
  return readQuery(query).map(({ steps }) => ({
    kind: 'and',
    operands: steps.flatMap((step) => (step.kind === 'where' ? [ofKql(step.predicate)] : [])),
  }));
}

const KQL_EQUALS = new Set(['==', '=~', 'in', 'in~']);
const KQL_DIFFERS = new Set(['!=', '!~', '!in', '!in~']);

function ofKql(node: KqlNode): Clause {
  if (node.kind === 'operation') {
    const { operator, operands } = node;
    if (operator === 'and' || operator === 'or') {
      return { kind: operator, operands: operands.map(ofKql) };
    }
    const [subject, ...values] = operands;
    const negated = KQL_DIFFERS.has(operator);
    if (subject?.kind === 'name' && (negated || KQL_EQUALS.has(operator))) {
      const texts = values.flatMap((v) => (v.kind === 'literal' ? [v.value] : []));
      const leaf: Clause = {
        kind: 'leaf',
        field: subject.name,
        values: texts.length === values.length ? texts : null,
        text: JSON.stringify([subject, values]),
      };
      return negated ? { kind: 'not', operand: leaf } : leaf;
    }
  }
  if (node.kind === 'call' && node.name === 'not') {
    return { kind: 'not', operand: ofKql(node.operands[0]!) };
  }
  if (node.kind === 'literal' && node.type === 'bool') {
    return { kind: 'constant', value: node.value === 'true' };
  }
  return { kind: 'leaf', field: null, values: null, text: JSON.stringify(node) };
}

export function clausesOfSpl(query: string): readonly Clause[] {
  const { start, commands } = readSpl(query);
  const { condition } = start;
  const searched = condition ? [ofSearch(condition)] : [];
  const filtered = commands.flatMap((c) => (c.name === 'where' ? [ofEval(c.condition)] : []));
  return [{ kind: 'and', operands: [...searched, ...filtered] }];
}

function ofSearch(node: SearchNode): Clause {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, operands: node.operands.map(ofSearch) };
    case 'not':
      return { kind: 'not', operand: ofSearch(node.operand) };
    case 'in':
      return equals(node.field, node.values);
    case 'comparison':
      if (node.operator === '=') return equals(node.field, [node.value]);
      return other(node);
    case 'term':
      // A lone star is any event.
      if (node.value.length === 1 && typeof node.value[0] !== 'string') {
        return { kind: 'constant', value: true };
      }
      return other(node);
  }
}

/** Null where there are wildcards. */
function plain(value: SearchValue): string | null {
  return value.every((p) => typeof p === 'string') ? value.join('') : null;
}

function equals(field: string, values: readonly SearchValue[]): Clause {
  const known = values.flatMap((v) => plain(v) ?? []);
  return {
    kind: 'leaf',
    field,
    values: known.length === values.length ? known : null,
    text: JSON.stringify([field, values]),
  };
}

function other(node: unknown): Clause {
  return { kind: 'leaf', field: null, values: null, text: JSON.stringify(node) };
}

function ofEval(node: EvalNode): Clause {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, operands: node.operands.map(ofEval) };
    case 'not':
      return { kind: 'not', operand: ofEval(node.operand) };
    default:
      return other(node);
  }
}

/** Null for what the reader cannot read. */
export function clausesOfLucene(query: string): readonly Clause[] | null {
  const { conditions, problem } = readLucene({ path: 'query', text: query });
  if (problem) return null;
  return [{ kind: 'and', operands: conditions.map(({ expression }) => ofExpression(expression)) }];
}

function ofExpression(node: Expression): Clause {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, operands: node.operands.map(ofExpression) };
    case 'not':
      return { kind: 'not', operand: ofExpression(node.operand) };
    case 'one-of':
      return { kind: 'or', operands: node.options.map(ofExpression) };
    case 'constant':
      return { kind: 'constant', value: node.value };
    default: {
      const text = `${textOf(node)}`;
      if (node.kind === 'string') {
        const value = literalText(node.pattern);
        return {
          kind: 'leaf',
          field: node.field.text,
          values: value === null ? null : [value],
          text,
        };
      }
      if (node.kind === 'number') {
        return { kind: 'leaf', field: node.field.text, values: [node.number.source], text };
      }
      if (node.kind === 'regex') {
        const value = withoutCases(node.regex.source);
        return {
          kind: 'leaf',
          field: node.field.text,
          values: value === null ? null : [value],
          text,
        };
      }
      return { kind: 'leaf', field: null, values: null, text };
    }
  }
}

function textOf(node: Expression): string {
  return JSON.stringify(node, (key, value: unknown) =>
    key === 'span' || key === 'ast' ? undefined : typeof value === 'bigint' ? String(value) : value,
  );
}

/** The text of a regular expression of letters in either case; null for any other. */
function withoutCases(source: string): string | null {
  const text = source
    .replace(/^\^|\$$/g, '')
    .replace(/\[(.)(.)\]/gu, (whole, a: string, b: string) =>
      a.toLowerCase() === b.toLowerCase() ? a : whole,
    )
    .replace(/\\([^\w])/g, '$1');
  return /[[\]{}()|*+?]/.test(text) || /(?<!\\)\./.test(source) ? null : text;
}

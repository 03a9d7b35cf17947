import {
  atom,
  concat,
  emitBoolean,
  fieldsOf,
  hardline,
  indent,
  join,
  simplify,
  text,
} from '../../src/backend/index.js';
import type { Doc, SearchRequest, Expression, Report } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { resolveColumns } from './columns.js';
import type { Column } from './columns.js';
import { readingOf } from './computed.js';
import type { ComputedColumn } from './computed.js';
import { Context } from './context.js';
import { SYNTAX } from './dialect.js';
import { dropImplied } from './implied.js';
import { nameReference } from './literals.js';
import { writeOneOf, writePredicate } from './predicates.js';
import type { TableSource } from './source.js';

/** Writes a query for columns of known types; where the source knows none, one is assumed. */
export function emitKql(
  { rule, expression, options, format }: SearchRequest,
  report: Report,
  { tables, type, computed }: TableSource,
): Doc {
  const dots = options['dots'] === 'column' ? 'column' : 'path';
  const resolved = resolveColumns(expression, type, dots);
  const made = new Map<string, string>();
  for (const [name, column] of computed) made.set(name, readingOf(column) ?? '""');
  // Without a table there is no `extend`, so what is computed stands where it is asked for.
  const inPlace = format === 'predicate' || tables.length === 0;
  const column = (field: string): Column => {
    const found = resolved(field);
    const code = inPlace ? made.get(field) : undefined;
    return code === undefined ? found : { ...found, code };
  };
  const needed = dropImplied(expression, column);
  const context = new Context(needed.expression, column, report, needed.filledRefs);
  const write = (node: Expression): Doc =>
    emitBoolean(node, SYNTAX, (leaf, polarity) => {
      switch (leaf.kind) {
        case 'constant':
          return atom(text(String(leaf.value), leaf.span));
        case 'one-of':
          return writeOneOf(leaf, context, polarity);
        default:
          return writePredicate(leaf, context, polarity);
      }
    }).doc;
  if (format === 'predicate') return write(needed.expression);
  if (tables.length === 0) {
    const bare = write(needed.expression);
    context.note(codes['kql-no-table'](), rule.logsource.span);
    return bare;
  }
  const where = (node: Expression): readonly Doc[] => [hardline, indent('| where ', write(node))];
  const { plain, asksComputed, names } = splitComputed(needed.expression, computed);
  if (!asksComputed) return concat(tableReference(tables), ...where(needed.expression));
  const columns = names.map((n) => `${nameReference(n)} = ${made.get(n)!}`);
  return concat(
    tableReference(tables),
    ...(plain ? where(plain) : []),
    hardline,
    indent('| extend ', join(concat(',', hardline), columns)),
    ...where(asksComputed),
  );
}

/** Tables, and functions without arguments that give one: `_Im_Dns()`. */
function tableReference(tables: readonly string[]): string {
  const references = tables.map((t) =>
    t.endsWith('()') ? `${nameReference(t.slice(0, -2))}()` : nameReference(t),
  );
  return references.length === 1 ? references[0]! : `union ${references.join(', ')}`;
}

interface SplitExpression {
  /** What asks for no computed column, and so can be asked before there are any. */
  readonly plain: Expression | null;
  readonly asksComputed: Expression | null;
  /** The computed columns that are asked for, in order. */
  readonly names: readonly string[];
}

/** Divides the operands of the outermost AND: computing is dear, so the rest is asked first. */
function splitComputed(
  expression: Expression,
  computed: ReadonlyMap<string, ComputedColumn>,
): SplitExpression {
  if (computed.size === 0) return { plain: expression, asksComputed: null, names: [] };
  const names = new Set<string>();
  const asks = (node: Expression): boolean => {
    const found = [...fieldsOf(node).keys()].filter((field) => computed.has(field));
    for (const field of found) names.add(field);
    return found.length > 0;
  };
  const operands = expression.kind === 'and' ? expression.operands : [expression];
  const dear = operands.filter(asks);
  const rest = operands.filter((o) => !dear.includes(o));
  // What the others ask of plain columns, whichever alternative holds, is asked first as well.
  const implied = dear.flatMap((o) => (o.kind === 'or' ? (plainPart(o, asks) ?? []) : []));
  const plain = all([...rest, ...implied], expression);
  return {
    plain: plain && simplify(plain, { oneOf: true, pushNegation: false }),
    asksComputed: all(dear, expression),
    names: [...names],
  };
}

/** What must hold of plain columns where the node holds; null if there is nothing of the kind. */
function plainPart(node: Expression, asks: (node: Expression) => boolean): Expression | null {
  if (!asks(node)) return node;
  if (node.kind !== 'and' && node.kind !== 'or') return null;
  const parts = node.operands.map((o) => plainPart(o, asks));
  const found = parts.flatMap((p) => p ?? []);
  if (found.length === 0 || (node.kind === 'or' && found.length < parts.length)) return null;
  return found.length === 1 ? found[0]! : { ...node, operands: found };
}

function all(operands: readonly Expression[], { span }: Expression): Expression | null {
  if (operands.length < 2) return operands[0] ?? null;
  return { kind: 'and', operands, span };
}

/** https://learn.microsoft.com/en-us/kusto/query/union-operator */
export function unionOf(queries: readonly Doc[]): Doc {
  const parts = queries.map((q) => concat('(', indent(hardline, q), hardline, ')'));
  return concat('union', indent(hardline, join(concat(',', hardline), parts)));
}

import {
  columnsOfAll,
  commaList,
  conditionsOf,
  fieldsOf,
  sourcesOf,
} from '../../src/backend/index.js';
import type { AboutQuery, Finding, Having } from '../../src/backend/index.js';
import { codes } from './codes.js';

/** What the rows of a query have. */
export interface OutputColumns {
  /** Whether it has a column that a product may refer to by name. */
  has(column: string): boolean;
  /** Whether the rule asks for it, or wants it shown. */
  isAsked(column: string): boolean;
}

/** By the published columns of the tables; of one that is not known, what the source and the rule name. */
export function outputColumns({ rule, plan, options, tables }: AboutQuery): OutputColumns {
  if (plan.kind === 'having') {
    const kept = new Set(keptBy(plan));
    return { has: (column) => kept.has(column), isAsked: (column) => kept.has(column) };
  }
  const asked = new Set([...conditionsOf(plan)].flatMap((c) => [...fieldsOf(c).keys()]));
  for (const { text } of rule.fields) asked.add(text);
  const published = sourcesOf(plan).map(({ placement }) => {
    const named = placement.tables.length > 0 ? placement.tables : commaList(options['table']);
    const { declared, schema } = placement;
    const columns = tables && columnsOfAll(schema === null ? named : [schema], tables);
    return { columns, declared, isFunction: schema !== null };
  });
  return {
    has: (column) =>
      published.every(({ columns, declared, isFunction }) => {
        if (!columns) {
          const type = declared.get(column)?.type ?? null;
          return asked.has(column) || (type !== null && type !== 'dynamic');
        }
        // What the workspace adds to each table, a function need not give.
        if (isFunction && column.startsWith('_')) return false;
        const type = columns.get(column);
        return type !== undefined && type !== 'dynamic';
      }),
    isAsked: (column) => asked.has(column),
  };
}

/** What a correlation's rows have, besides their time. */
function keptBy({ input }: Having): readonly string[] {
  switch (input.kind) {
    case 'aggregate':
      return [
        ...input.group.map((g) => g.text),
        ...input.measures.map((m) => (m.kind === 'share' ? m.of : m.name)),
      ];
    case 'sequence':
      return [...input.group.map((g) => g.text), ...input.steps.map((s) => s.name)];
    default:
      return [];
  }
}

/** The tables that a query reads. */
export function tablesOf({ plan, options }: AboutQuery): readonly string[] {
  const all = sourcesOf(plan).flatMap(({ placement }) =>
    placement.tables.length > 0 ? placement.tables : commaList(options['table']),
  );
  return [...new Set(all)];
}

/** A document that is deployed holds the whole query. */
export function withoutTable(about: AboutQuery): readonly Finding<'warning'>[] {
  return tablesOf(about).length > 0 ? [] : [codes['kql-rule-without-table']()];
}

import {
  columnsOfAll,
  commaList,
  conditionsOf,
  fieldsOf,
  sourceOf,
  sourcesOf,
} from '../../src/backend/index.js';
import type { AboutQuery, Finding, Having, Name, Plan } from '../../src/backend/index.js';
import { codes } from './codes.js';

/** What the rows of a query have. */
export interface OutputColumns {
  /** Whether it has a column that a product may refer to by name. */
  has(column: string): boolean;
  /** Whether the rule asks for it, or wants it shown. */
  isAsked(column: string): boolean;
  /** The column that has what a table keeps in one; null without one. */
  holding(stored: string): string | null;
}

/** By the published columns of the tables; of one that is not known, what the source and the rule name. */
export function outputColumns({ rule, plan, options, tables }: AboutQuery): OutputColumns {
  if (plan.kind === 'having') {
    const kept = new Set(keptBy(plan));
    const group = groupOf(plan).map(({ text }) => ({ text, held: heldIn(plan, text) }));
    return {
      has: (column) => kept.has(column),
      isAsked: (column) => kept.has(column),
      holding: (stored) => group.find(({ held }) => held.includes(stored))?.text ?? null,
    };
  }
  const asked = new Set([...conditionsOf(plan)].flatMap((c) => [...fieldsOf(c).keys()]));
  for (const { text } of rule.fields) asked.add(text);
  const published = sourcesOf(plan).map(({ placement }) => {
    const named = placement.tables.length > 0 ? placement.tables : commaList(options['table']);
    const { declared, schema } = placement;
    const columns = tables && columnsOfAll(schema === null ? named : [schema], tables);
    return { columns, declared, isFunction: schema !== null };
  });
  const has = (column: string): boolean =>
    published.every(({ columns, declared, isFunction }) => {
      if (!columns) {
        const type = declared.get(column)?.type ?? null;
        return asked.has(column) || (type !== null && type !== 'dynamic');
      }
      // What the workspace adds to each table, a function need not give.
      if (isFunction && column.startsWith('_')) return false;
      const type = columns.get(column);
      return type !== undefined && type !== 'dynamic';
    });
  return {
    has,
    isAsked: (column) => asked.has(column),
    holding: (stored) => (has(stored) ? stored : null),
  };
}

/** What a correlation's rows have, besides their time. */
function keptBy(plan: Having): readonly string[] {
  const { input } = plan;
  const group = groupOf(plan).map((g) => g.text);
  switch (input.kind) {
    case 'aggregate':
      return [...group, ...input.measures.map((m) => (m.kind === 'share' ? m.of : m.name))];
    case 'sequence':
      return [...group, ...input.steps.map((s) => s.name)];
    default:
      return group;
  }
}

function groupOf({ input }: Having): readonly Name[] {
  return input.kind === 'aggregate' || input.kind === 'sequence' ? input.group : [];
}

/** What the tables call the columns that a column of a correlation's rows has the values of. */
function heldIn(plan: Plan, column: string): readonly string[] {
  switch (plan.kind) {
    case 'source':
      return [];
    case 'union':
      return plan.inputs.flatMap((input) => heldIn(input, column));
    case 'events': {
      const { input, columns } = plan;
      const fields = columns.find(({ name }) => name === column)?.fields ?? [];
      if (input.kind === 'having') return fields.flatMap(({ text }) => heldIn(input, text));
      const { placement } = sourceOf(input);
      return fields.map(({ text }) => {
        const reading = placement.columns.get(text)?.reading;
        return reading?.as === 'column' ? reading.of : text;
      });
    }
    default:
      return heldIn(plan.input, column);
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

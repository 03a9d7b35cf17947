import type { AboutQuery, Name } from '../../src/backend/index.js';
import { ROLES } from './entities.data.js';
import type { Entity } from './entities.data.js';
import { outputColumns } from './output-columns.js';
import type { OutputColumns } from './output-columns.js';

/**
 * The entities of a query's rows for Sentinel, at most so many: the host and the account, then what
 * the rule asks about, then what else there is.
 */
export function entitiesOf(columns: OutputColumns, most: number): readonly Entity[] {
  const found = ROLES.flatMap((role, order) => {
    const entity = role.entities.find((e) => isIn(e, columns));
    if (!entity) return [];
    const identifiers = entity.identifiers.filter(([, column]) => columns.has(column));
    const isAsked = identifiers.some(([, column]) => columns.isAsked(column));
    const rank = order < 2 ? order : isAsked ? 2 : 3;
    return [{ ...entity, identifiers, rank, order }];
  });
  const best = [...found].sort((a, b) => a.rank - b.rank || a.order - b.order).slice(0, most);
  return best.sort((a, b) => a.order - b.order);
}

/** The entities of a query's rows for Microsoft Graph: of each role the first with all that Graph needs. */
export function graphEntitiesOf(columns: OutputColumns): readonly NonNullable<Entity['graph']>[] {
  return ROLES.flatMap(({ entities }) => {
    const has = ({ graph }: Entity): boolean =>
      graph !== undefined && Object.values(graph[1]).every((column) => columns.has(column));
    const graph = entities.find((e) => isIn(e, columns) && has(e))?.graph;
    return graph ? [graph] : [];
  });
}

function isIn({ identifiers: [first], beside }: Entity, columns: OutputColumns): boolean {
  return columns.has(first![1]) && (beside === undefined || columns.has(beside));
}

/** `customDetails`: the columns that the rule wants shown, each by a key of at most 20 characters. */
export function detailsOf(
  fields: readonly { readonly text: string }[],
  columns: OutputColumns,
): Readonly<Record<string, string>> {
  const details = new Map<string, string>();
  for (const { text } of fields) {
    if (details.size === MAX_DETAILS) break;
    if (!/^[a-zA-Z]\w{0,499}$/.test(text) || !columns.has(text)) continue;
    if ([...details.values()].includes(text)) continue;
    details.set(keyOf(text, details), text);
  }
  return Object.fromEntries(details);
}

/** The fields that the rule wants shown and that no detail shows: what a query computes is not a column of its rows. */
export function unshownDetails(about: AboutQuery): readonly Name[] {
  const { fields } = about.rule;
  const shown = new Set(Object.values(detailsOf(fields, outputColumns(about))));
  return fields.filter(({ text }) => !shown.has(text));
}

const MAX_DETAILS = 20;
const MAX_KEY = 20;

function keyOf(column: string, taken: ReadonlyMap<string, string>): string {
  const key = column.slice(0, MAX_KEY);
  for (let n = 2; ; n++) {
    const numbered = n === 2 ? key : `${key.slice(0, MAX_KEY - String(n - 1).length)}${n - 1}`;
    if (!taken.has(numbered)) return numbered;
  }
}

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
    const identifiers = entity.identifiers.flatMap(([identifier, stored]) => {
      const column = columns.holding(stored);
      return column === null ? [] : [[identifier, column] as const];
    });
    const isAsked = identifiers.some(([, column]) => columns.isAsked(column));
    const rank = order < 2 ? order : isAsked ? 2 : 3;
    return [{ ...entity, identifiers, rank, order }];
  });
  const best = [...found].sort((a, b) => a.rank - b.rank || a.order - b.order).slice(0, most);
  return best.sort((a, b) => a.order - b.order);
}

/** The entities of a query's rows for Microsoft Graph: of each role the first with all that Graph needs. */
export function graphEntitiesOf(columns: OutputColumns): readonly NonNullable<Entity['graph']>[] {
  const named = ({ graph }: Entity): NonNullable<Entity['graph']> | null => {
    if (!graph) return null;
    const [collection, stored] = graph;
    const made = Object.entries(stored).flatMap(([property, name]) => {
      const column = columns.holding(name);
      return column === null ? [] : [[property, column] as const];
    });
    const isWhole = made.length === Object.keys(stored).length;
    return isWhole ? [collection, Object.fromEntries(made)] : null;
  };
  return ROLES.flatMap(({ entities }) => {
    const found = entities.filter((e) => isIn(e, columns)).map(named);
    const first = found.find((graph) => graph !== null);
    return first ? [first] : [];
  });
}

function isIn({ identifiers: [first], beside }: Entity, columns: OutputColumns): boolean {
  const isThere = (stored: string): boolean => columns.holding(stored) !== null;
  return isThere(first![1]) && (beside === undefined || isThere(beside));
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

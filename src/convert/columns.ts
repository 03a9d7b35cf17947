import type { Correlated } from '../model/correlation/correlated.js';
import { valueFields } from '../model/correlation/correlation.js';
import type { Correlation, CorrelationTest } from '../model/correlation/correlation.js';
import type { Name } from '../model/name.js';
import type { EventColumn } from '../plan/plan.js';

/** The columns that the events of a correlation have, whatever its rules call them. */
export interface Columns {
  readonly names: readonly Name[];
  readonly columns: readonly string[];
  readonly grouped: number;
  readonly ignoresCase: readonly boolean[];
  /** What is asked of those that are not grouped by. */
  readonly test: CorrelationTest;
}

export function columnsOf({ groupBy, test }: Correlation): Columns {
  const names = [...groupBy, ...valueFields(test)];
  return {
    names,
    columns: uniqueNames(names.map((n) => n.text)),
    grouped: groupBy.length,
    ignoresCase: names.map(() => false),
    test,
  };
}

export function columnAt(
  { columns, grouped, ignoresCase, test }: Columns,
  at: number,
  fields: EventColumn['fields'],
): EventColumn {
  const isGrouped = at < grouped;
  return {
    name: columns[at]!,
    grouped: isGrouped,
    numeric: !isGrouped && test.kind === 'value',
    shared: !isGrouped && test.kind === 'value-share',
    ignoresCase: ignoresCase[at]!,
    fields,
  };
}

/** What the rules are called, where they have a name. */
export function flagsOf(
  { members, correlation }: Correlated,
  taken: readonly string[],
): readonly string[] {
  const wanted = members.map(({ document: { heading } }, i) => {
    const isOwn = members.filter((m) => m.document.heading.name === heading.name).length === 1;
    return (isOwn && heading.name) || `rule_${i + 1}`;
  });
  return uniqueNames([...taken, ...wanted]).slice(
    taken.length,
    taken.length + correlation.rules.length,
  );
}

/** Names that every target takes as columns as they are; what begins as `MADE` is the target's or the plan's. */
function uniqueNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set(RESERVED);
  return wanted.map((name) => {
    const plain = name.replace(/[^A-Za-z0-9_]+/g, '_').replace(MADE, 'f_') || 'field';
    let made = plain;
    for (let n = 2; taken.has(made.toLowerCase()); n++) made = `${plain}_${n}`;
    taken.add(made.toLowerCase());
    return made;
  });
}

/** How columns begin that plans and targets make, such as `last_` with the name of a rule. */
const MADE = /^(?=[0-9]|_|w_|last_|below_|up_to_)/i;

/** What plans and targets call columns of their own, and words of their languages. */
const RESERVED = [
  'events',
  'event_count',
  'value_count',
  'value_sum',
  'value_events',
  'all_events',
  'values',
  'numbers',
  'since',
  'time',
  'timegenerated',
  'timestamp',
  'and',
  'or',
  'not',
  'by',
  'as',
  'in',
  'true',
  'false',
  'null',
  'nulls',
  'like',
  'rlike',
  'xor',
  'is',
  'asc',
  'desc',
  'first',
  'last',
  'on',
  'where',
  'with',
  'metadata',
];

import { kql } from '../../../../backends/kql/index.js';
import { testCorrelations } from '../../correlations/agreement.js';
import type { Profile, Setup } from '../../correlations/setups.js';
import { isSet } from '../../correlations/streams.js';
import type { StreamEvent } from '../../correlations/streams.js';
import { binderFor } from '../parser.js';
import { readPipe } from './pipe.js';
import { runPipe } from './run.js';
import { Disorder } from './table.js';
import type { Cell, Column } from './table.js';

const NAMES = ['Kind', 'User', 'Account', 'V', 'W', 'T'] as const;

function typesOf({ profile }: Setup): Readonly<Record<(typeof NAMES)[number], string>> {
  const many = profile === 'lists' ? 'dynamic' : 'string';
  const number = profile === 'typed' ? 'long' : many;
  return { Kind: 'string', User: many, Account: many, V: number, W: 'string', T: number };
}

/** Of so many queries, one is bound. */
const BOUND = 7;
let runs = 0;

const binders = new Map<Profile, (query: string) => string[]>();

/** Microsoft's, of names and types. */
function binderOf(setup: Setup): (query: string) => string[] {
  let binder = binders.get(setup.profile);
  if (!binder) {
    const columns = Object.entries(typesOf(setup)).map(([name, type]) => `${name}:${type}`);
    binder = binderFor(new Map([['Events', ['TimeGenerated:datetime', ...columns].join(', ')]]));
    binders.set(setup.profile, binder);
  }
  return binder;
}

testCorrelations({
  name: 'KQL',
  backend: kql,
  options: (setup) => ({
    table: 'Events',
    columns: Object.entries(typesOf(setup))
      .map(([name, type]) => `${name}:${type}`)
      .join(),
  }),
  // Of a list, the number 2 and the string 2 are two values, which a share would count.
  holds: ({ V, T }, { text }) =>
    !/type: value_percentile(?!.*percentile:)/.test(text) || (isSet(V) && isSet(T)),
  run(query, events, setup) {
    const types = typesOf(setup);
    // It takes longer than all else.
    const told = runs++ % BOUND === 0 ? binderOf(setup)(query) : [];
    if (told.length > 0) throw new SyntaxError(`${told.join('; ')}\n${query}`);
    const cells = (name: (typeof NAMES)[number]): Column => ({
      type: types[name],
      cells: events.map((e) => held(e[name], types[name])),
    });
    const times = events.map((e) => e.time * 1e3);
    const table = {
      length: events.length,
      columns: new Map<string, Column>([
        ['TimeGenerated', { type: 'datetime', cells: times }],
        ...NAMES.map((name) => [name, cells(name)] as const),
      ]),
      isSerialized: false,
    };
    const result = runPipe(
      readPipe(query),
      new Map([['Events', table]]),
      new Disorder(events.length),
    );
    const time = result.columns.get('TimeGenerated')!.cells as readonly number[];
    const group = setup.groupBy.map((name) => result.columns.get(name)!.cells);
    return time.map((t, i) => ({ time: t / 1e3, group: group.map((g) => String(g[i])) }));
  },
});

function held(value: StreamEvent[keyof StreamEvent], type: string): Cell {
  if (value === undefined || value === null) return type === 'string' ? '' : null;
  return type === 'string' ? String(value as string) : value;
}

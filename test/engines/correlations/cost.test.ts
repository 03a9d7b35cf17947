import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { updating } from '../../support/golden-files.js';
import { readLibrary } from '../../support/read-library.js';
import { readPipe } from '../kql/correlation/pipe.js';
import { runPipe } from '../kql/correlation/run.js';
import { Cost, Disorder } from '../kql/correlation/table.js';
import type { Column } from '../kql/correlation/table.js';
import { readPipeline } from '../splunk/correlation/pipeline.js';
import { runPipeline } from '../splunk/correlation/run.js';
import { RULES, documentOf } from './setups.js';
import type { Section } from './setups.js';

/*
 * What correlations cost, in a table of docs/correlations.md. UPDATE_GOLDEN=1 writes it.
 */
const PATH = join(import.meta.dirname, '../../../docs/correlations.md');
const START = '<!-- By test/engines/correlations/cost.test.ts: -->';
const END = '<!-- End of it -->';

/** Each is of a rule, at a time of its own. */
const EVENTS = 2_000;
const events = Array.from({ length: EVENTS }, (_, i) => ({
  time: 1_740_000_000 + i,
  Kind: i % 2 === 0 ? 'a' : 'b',
  User: `user ${i % 25}`,
  V: String(i % 40),
}));

const of = (type: string, condition: string | null, rules = ['a', 'b']): Section => ({
  type,
  rules,
  groupBy: ['User'],
  condition,
});

const FORMS: readonly (readonly [string, readonly Section[]])[] = [
  ['`event_count` of at least so many', [of('event_count', '{ gte: 3 }')]],
  ['`event_count` of any other condition', [of('event_count', '{ lt: 3 }')]],
  ['`value_count`', [of('value_count', '{ field: V, gte: 3 }')]],
  ['`value_sum`, `value_avg`', [of('value_sum', '{ field: V, gte: 3 }')]],
  ['`value_median`, `value_percentile`', [of('value_median', '{ field: V, gte: 3 }')]],
  ['`value_percentile` without a `percentile`', [of('value_percentile', '{ field: V, lte: 10 }')]],
  ['`temporal`', [of('temporal', null)]],
  ['`temporal_ordered`', [of('temporal_ordered', null)]],
  [
    '`temporal_ordered` of an `event_count` and a rule',
    [of('event_count', '{ gte: 1 }', ['a']), of('temporal_ordered', null, ['c_1', 'b'])],
  ],
  [
    '`temporal` of a `value_sum` and a `value_median` of one rule',
    [
      of('value_sum', '{ field: V, gte: 3 }', ['a']),
      of('value_median', '{ field: V, gte: 3 }', ['a']),
      of('temporal', null, ['c_1', 'c_2']),
    ],
  ],
  [
    '`event_count` of a `temporal` of an `event_count`',
    [
      of('event_count', '{ gte: 1 }', ['a']),
      of('temporal', null, ['c_1', 'b']),
      of('event_count', '{ gte: 1 }', ['c_2']),
    ],
  ],
];

function queryOf(backend: typeof kql, sections: readonly Section[]): string {
  const correlations = sections.map((s, i) => documentOf(`c_${i + 1}`, s));
  const library = readLibrary([RULES, ...correlations].join('---\n'), { path: 'cost.yml' });
  const options = { columns: 'V:string', table: 'Events' };
  return convert(library, { backend, options: backend === kql ? options : {} }).at(-1)!.text!;
}

function costInKql(sections: readonly Section[]): Cost {
  const cost = new Cost();
  const column = (name: 'Kind' | 'User' | 'V'): Column => ({
    type: 'string',
    cells: events.map((e) => e[name]),
  });
  const columns = new Map<string, Column>([
    ['TimeGenerated', { type: 'datetime', cells: events.map((e) => e.time * 1e6) }],
    ...(['Kind', 'User', 'V'] as const).map((name) => [name, column(name)] as const),
  ]);
  const table = { length: EVENTS, columns, isSerialized: false };
  runPipe(readPipe(queryOf(kql, sections)), new Map([['Events', table]]), new Disorder(1), cost);
  return cost;
}

function costInSpl(sections: readonly Section[]): Cost {
  const cost = new Cost();
  const rows = events.map(({ time, Kind, User, V }) => ({
    _time: [String(time)],
    Kind: [Kind],
    User: [User],
    V: [V],
  }));
  runPipeline(readPipeline(queryOf(splunk, sections)), rows, cost);
  return cost;
}

const times = (rows: number): string => `${Math.round((rows / EVENTS) * 10) / 10} n`;

test('docs/correlations.md has what correlations cost', async () => {
  const lines = FORMS.map(([form, sections]) => {
    const cells = [costInKql(sections), costInSpl(sections)].flatMap((cost) => [
      String(cost.reads),
      `${times(cost.sorted)} in ${cost.sorts}`,
      times(cost.most),
    ]);
    return `| ${[form, ...cells].join(' | ')} |`;
  });
  const head = ['KQL', 'Splunk'].flatMap((t) => [`${t}: searches`, 'rows sorted', 'rows at most']);
  const table = [`| ${['', ...head].join(' | ')} |`, `|${' - |'.repeat(7)}`, ...lines].join('\n');
  const docs = readFileSync(PATH, 'utf8');
  const [before, rest] = docs.split(START) as [string, string];
  const text = `${before}${START}\n\n${table}\n\n${END}${rest.split(END)[1]!}`;
  const now = await prettier.format(text, {
    ...(await prettier.resolveConfig(PATH)),
    filepath: PATH,
  });
  if (updating) writeFileSync(PATH, now);
  expect(readFileSync(PATH, 'utf8')).toBe(now);
});

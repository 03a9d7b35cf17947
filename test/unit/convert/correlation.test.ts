import { describe, expect, test } from 'vitest';
import { esql } from '../../../backends/esql/index.js';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import type { Backend } from '../../../src/backend/contract.js';
import { convert } from '../../../src/convert/index.js';
import { link } from '../../../src/model/linking/library.js';
import { parse } from '../../../src/model/parse.js';
import { loadPipeline } from '../../../src/pipeline/load.js';

const rule = (name: string, selection = `{ Image: ${name}.exe }`): string =>
  `title: ${name}\nname: ${name}\nlogsource: { product: windows }\n` +
  `detection: { s: ${selection}, condition: s }\n`;

const correlation = (section: string, head = 'title: C'): string =>
  `${head}\ncorrelation: { timespan: 5m, ${section} }\n`;

function queriesOf(backend: Backend, documents: readonly string[], pipeline?: string) {
  const library = link(parse(documents.join('---\n'), { path: 'r.yml' }).documents);
  const pipelines = pipeline === undefined ? [] : [loadPipeline(pipeline).pipeline!];
  const options = backend === kql ? { table: 'Events' } : {};
  return convert(library, { backend, pipelines, options });
}

/** The only query, which is exact. */
function queryOf(backend: Backend, documents: readonly string[], pipeline?: string): string {
  const queries = queriesOf(backend, documents, pipeline);
  expect(queries).toHaveLength(1);
  expect(queries[0]).toMatchObject({ fidelity: 'exact' });
  return queries[0]!.text!;
}

const codesOf = (backend: Backend, documents: readonly string[], pipeline?: string) =>
  queriesOf(backend, documents, pipeline).flatMap((q) => q.diagnostics.map((d) => d.code));

const count = correlation(
  'type: event_count, rules: [a, b], group-by: [User], condition: { gte: 3 }',
);

describe('a correlation', () => {
  test('reads rules of one place in one search', () => {
    expect(queryOf(kql, [count, rule('a'), rule('b')])).toContain(
      'Events\n| where Image in~ ("a.exe", "b.exe")\n| project',
    );
    expect(queryOf(splunk, [count, rule('a'), rule('b')])).toMatch(
      /^Image IN \("a\.exe", "b\.exe"\)\n\| fields User\n/,
    );
  });

  test('of at least so many events looks at the row so many before', () => {
    const query = queryOf(kql, [count, rule('a'), rule('b')]);
    expect(query).toContain('iff(User == prev(User, 2), prev(TimeGenerated, 2), datetime(null))');
    expect(query).toContain('where TimeGenerated - since <= 5m');
  });

  test('adds each event to a running sum, and takes it away after the window', () => {
    const range = count.replace('gte: 3', 'gte: 3, lt: 9');
    const query = queryOf(kql, [range, rule('a'), rule('b')]);
    expect(query).toContain(
      'extend TimeGenerated = iff(w_step > 0, TimeGenerated, TimeGenerated + 5m)',
    );
    // Events at the end of a window are before what takes others away there.
    expect(query).toContain('sort by User asc, TimeGenerated asc, w_step desc');
    const spl = queryOf(splunk, [count, rule('a'), rule('b')]);
    expect(spl).toContain('sort 0 num(_time), -num(w_step)');
    expect(spl).toContain('by _time, User, w_step');
  });

  test('has the names that pipelines give to its fields', () => {
    const pipeline =
      'transformations:\n  - type: field_name_mapping\n    mapping: { User: [src_user, account] }\n';
    expect(queryOf(kql, [count, rule('a'), rule('b')], pipeline)).toContain(
      'User = coalesce(src_user, account)',
    );
    expect(queryOf(splunk, [count, rule('a'), rule('b')], pipeline)).toContain(
      'eval User=coalesce(src_user, account)',
    );
  });

  const aliased = correlation(
    'type: event_count, rules: [a, b], group-by: [who], condition: { lt: 3 }, aliases: { who: { a: User, b: Account } }',
  );

  test('counts an event of two rules once, whatever its fields are called', () => {
    const documents = [aliased, rule('a'), rule('b', '{ Account: x }')];
    expect(queryOf(kql, documents)).toContain(
      '| where iff(w_twin_0 and who == w_twin_0_0, false, true)',
    );
    expect(queryOf(splunk, documents)).toContain('isnull(mvmap(w_twin_0, ');
    const ordered = aliased
      .replace('event_count', 'temporal_ordered')
      .replace('condition: { lt: 3 },', '');
    expect(queryOf(splunk, [ordered, rule('a'), rule('b')])).toContain('| multisearch');
  });

  test('says where an event may count twice', () => {
    const two = aliased
      .replace('[who]', '[who, from]')
      .replace('who: {', 'from: { a: Source, b: Client }, who: {');
    const documents = [two, rule('a'), rule('b', '{ Account: x }')];
    expect(queryOf(kql, documents)).toContain('who == w_twin_0_0 and from == w_twin_0_1');
    const [apart] = queriesOf(splunk, documents);
    expect(apart).toMatchObject({ fidelity: 'approximate' });
    const found = apart!.diagnostics.find((d) => d.code === 'correlation-counts-past');
    expect(found).toMatchObject({ direction: 'narrower' });
  });

  test('is about the matches of another', () => {
    const chain = [
      correlation('type: temporal_ordered, rules: [many, b], group-by: [User]'),
      correlation(
        'type: event_count, rules: [a], group-by: [User], condition: { gte: 3 }',
        'title: M\nname: many',
      ),
      rule('a'),
      rule('b'),
    ];
    expect(queryOf(splunk, chain)).toMatch(/\| appendpipe \[where w_from==2\n/);
    expect(queryOf(kql, chain)).toContain('| project TimeGenerated, events, User, many = true');
    const notes = queriesOf(kql, chain)[0]!.diagnostics.map((d) => d.message);
    expect(notes.some((m) => m.includes('up to 5m + 5m'))).toBe(true);
  });

  test('leaves its fields out of a rule that tests any of its identifiers', () => {
    const any = rule('a').replace('condition: s', 'condition: 1 of *');
    expect(queryOf(splunk, [count, any, rule('b')])).toMatch(/^Image IN \("a\.exe", "b\.exe"\)\n/);
  });

  test('is refused where it cannot be said', () => {
    expect(codesOf(lucene, [count, rule('a'), rule('b')])).toContain('unsupported-correlation');
    const library = link(parse([count, rule('a'), rule('b')].join('---\n')).documents);
    const [bare] = convert(library, { backend: kql });
    expect(bare!.diagnostics.map((d) => d.code)).toContain('kql-correlation-table');
    const drop =
      'transformations:\n  - type: drop_detection_item\n    field_name_conditions:\n' +
      '      - { type: include_fields, fields: [User] }\n';
    expect(codesOf(splunk, [count, rule('a'), rule('b')], drop)).toContain(
      'correlation-field-dropped',
    );
  });

  test('says at its line that a field of it is on no list of the source, and that a shown one is', () => {
    const logs =
      'name: logs\nsources: [{ name: logs, logsource: {}, fields: { Image: Image }, others: keep, where: { sourcetype: x } }]';
    const found = queriesOf(splunk, [count, rule('a'), rule('b')], logs)[0]!;
    expect(found).toMatchObject({ mapping: 'assumed', fidelity: 'exact' });
    const [note] = found.diagnostics.filter((d) => d.code === 'correlation-field-assumed');
    expect(count.slice(note!.span!.start, note!.span!.end)).toBe('User');
    const shown = rule('a').replace('name: a', 'name: a\nfields: [Image, Wibble]');
    expect(codesOf(splunk, [shown], logs)).toEqual(['source-chosen', 'field-shown-assumed']);
  });

  test('keeps fields apart from the columns that it makes', () => {
    const near = correlation('type: temporal, rules: [a, b], group-by: [last_a, below_5]');
    const query = queryOf(kql, [near, rule('a'), rule('b')]);
    expect(query).toContain('  f_last_a = last_a,\n  f_below_5 = below_5,');
    expect(query).toContain(', last_a = row_window_session(');
    const rank = correlation(
      'type: value_percentile, rules: [a], group-by: [Up_to_5, below_5], ' +
        'condition: { field: n, percentile: 50, gte: 5, lte: 5 }',
    );
    expect(queryOf(splunk, [rank, rule('a')])).toContain('by _time, f_Up_to_5, f_below_5, w_step');
  });

  test('keeps names of columns that no field can break out of', () => {
    const odd = correlation(
      `type: event_count, rules: [a], group-by: ['x y] | delete', 'x.y'], condition: { gte: 3 }`,
    );
    expect(codesOf(splunk, [odd, rule('a')])).toContain('unsupported-field-name');
    expect(queryOf(kql, [odd, rule('a')])).toContain("x_y_delete = ['x y] | delete']");
  });

  test.each(['where', 'first', 'on'])('calls no column %s, a word of languages', (name) => {
    const near = correlation(`type: temporal, rules: [${name}, b], group-by: [User]`);
    for (const backend of [kql, splunk, esql]) {
      const query = queriesOf(backend, [near, rule(name), rule('b')])[0]!.text!;
      expect(query).toContain(`last_${name}_2`);
      expect(query).not.toMatch(new RegExp(`\\b${name} =`));
    }
  });
});

describe('an old aggregation', () => {
  test('is converted where it is', () => {
    const old = rule('a').replace(
      'condition: s',
      'timeframe: 5m, condition: s | count() by User > 2',
    );
    const [query] = queriesOf(kql, [old]);
    expect(query).toMatchObject({ fidelity: 'exact', document: { kind: 'rule' } });
    expect(query!.text).toContain('prev(TimeGenerated, 2)');
  });
});

describe('a schedule', () => {
  const documents = [count.replace('5m', '90m'), rule('a'), rule('b')];
  const library = link(parse(documents.join('---\n')).documents);

  test('reads all that a match depends on', () => {
    const [sentinel] = convert(library, {
      backend: kql,
      format: 'sentinel',
      options: { table: 'SecurityEvent' },
    });
    expect(sentinel!.text).toContain('queryFrequency: 1h\nqueryPeriod: 3h\n');
    const [saved] = convert(library, { backend: splunk, format: 'savedsearches' });
    expect(saved!.text).toContain('dispatch.earliest_time = -155m@m\n');
  });

  test('names no column that the rows of a correlation do not have', () => {
    const [sentinel] = convert(library, {
      backend: kql,
      format: 'sentinel',
      options: { table: 'SecurityEvent' },
    });
    expect(sentinel!.text).not.toContain('columnName: IpAddress');
  });
});

describe('a pipeline', () => {
  test('that drops all that a rule asks is told so, as without the correlation', () => {
    const drop = `name: drop
transformations:
  - type: drop_detection_item
    field_name_conditions: [{ type: include_fields, fields: [Image] }]
`;
    expect(codesOf(splunk, [count, rule('a'), rule('b')], drop)).toContain('pipeline-nothing-left');
  });

  test('that writes into its output what the rule is called writes what the correlation is', () => {
    const template = `name: template
postprocessing:
  - type: template
    template: '{{ query }} # {{ rule.title }}, {{ rule.level }}'
  - { type: simple_template, template: '{query} / {rule.title}' }
`;
    const named = count.replace('title: C', 'title: Counted\nlevel: high');
    expect(queryOf(splunk, [named, rule('a'), rule('b')], template)).toMatch(
      / # Counted, high \/ Counted$/,
    );
  });
});

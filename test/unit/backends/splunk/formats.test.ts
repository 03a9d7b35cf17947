import { describe, expect, test } from 'vitest';
import { checkIndexes } from '../../../../backends/splunk/indexes.js';
import { plugin, splunk } from '../../../../backends/splunk/index.js';
import type { AboutQuery, Rule } from '../../../../src/backend/index.js';
import { convert } from '../../../../src/convert/index.js';
import { readLibrary } from '../../../support/read-library.js';

const ID = '0f3b5c1e-1111-4111-8111-111111111111';

function savedSearch(rule: Partial<Rule>, query = 'a="1"\n| where isnotnull(b)', name?: string) {
  const format = splunk.formats.find((f) => f.name === 'savedsearches')!;
  const whole = { title: 'T', description: null, level: null, tags: [], ...rule };
  const plan = { kind: 'source' };
  const about = {
    rule: whole,
    id: ID,
    name: name ?? whole.title,
    attack: null,
    plan,
    options: {},
    deployment: {},
  };
  return format.wrap!({ text: query, segments: [] }, about as unknown as AboutQuery).text;
}

describe('savedsearches.conf', () => {
  test('a stanza that is not scheduled yet', () => {
    expect(savedSearch({ title: 'Odd process', description: 'Finds\nit.', level: 'high' })).toBe(
      `[Odd process - 2885e639]
description = Finds it.
enableSched = 0
cron_schedule = 0 * * * *
dispatch.earliest_time = -65m@m
dispatch.latest_time = -5m@m
counttype = number of events
relation = greater than
quantity = 0
alert.digest_mode = 1
alert.track = 1
alert.severity = 4
action.correlationsearch.enabled = 1
action.correlationsearch.label = Odd process
action.correlationsearch.annotations = {}
action.correlationsearch.metadata = {"detection_id":"0f3b5c1e-1111-4111-8111-111111111111"}
search = a="1"\\
| where isnotnull(b)
`,
    );
  });

  test('neither title nor description can end the stanza or a line', () => {
    const text = savedSearch({
      title: 'a]\n[default]\r\nx = 1\\',
      description: 'b\\\n\u2028[c]\\',
    });
    expect(text.split('\n').slice(0, 2)).toEqual([
      '[a) (default) x = 1\\. - 2885e639]',
      'description = b\\ [c]\\.',
    ]);
  });

  test('a name is no longer than Enterprise Security can edit', () => {
    const [stanza] = savedSearch({ title: `${'a'.repeat(87)}\u{1f600} and more` }).split('\n');
    expect(stanza).toBe(`[${'a'.repeat(87)} - 2885e639]`);
    const [whole] = savedSearch({ title: 'b'.repeat(88) }).split('\n');
    expect(whole).toBe(`[${'b'.repeat(88)} - 2885e639]`);
  });

  test.each(['constructor', 'severe', null])('the level %s is no level', (level) => {
    expect(savedSearch({ level })).toContain('\nalert.severity = 3\n');
  });

  test('no stanza is one of Splunk’s own', () => {
    expect(savedSearch({ title: 'default' })).toMatch(/^\[default - 2885e639\]/);
  });
});

test('searches of one title have stanzas of their own, though their ids begin alike', () => {
  const rule = (n: number): string =>
    `title: Kettle\nid: 0f3b5c1e-1111-4111-8111-00000000000${n}\n` +
    `logsource: { product: stove }\ndetection: { a: { b: ${n} }, condition: a }\n`;
  const library = readLibrary(`${rule(1)}---\n${rule(2)}`);
  const stanzas = convert(library, { backend: splunk, format: 'savedsearches' }).map(
    ({ text }) => /^\[Kettle - .*\]$/m.exec(text!)![0],
  );
  expect(new Set(stanzas).size).toBe(2);
});

test('an index name cannot hold anything but a name', () => {
  expect(checkIndexes('main, win_*')).toBeNull();
  expect(checkIndexes('')).toBeNull();
  expect(checkIndexes('a" OR "b')).toContain('\'a" OR "b\'');
  expect(checkIndexes(' , ')).toBe('it names no index.');
});

test('the package is a plugin', () => {
  expect(plugin.apiVersion).toBe(1);
  expect(plugin.backends).toEqual([splunk]);
});

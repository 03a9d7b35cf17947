import { expect, test } from 'vitest';
import { eql } from '../../../backends/eql/index.js';
import { esql } from '../../../backends/esql/index.js';
import { kql } from '../../../backends/kql/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { defaultsOf } from '../../support/defaults.js';
import { readLibrary } from '../../support/read-library.js';

const backends = [kql, splunk, esql, eql];
const settings = await defaultsOf(backends);

const RULES = [
  ['started', { category: 'process_creation', product: 'windows' }, { Image: 'x' }],
  ['written', { category: 'file_event', product: 'windows' }, { TargetFilename: 'x' }],
  ['connected', { category: 'network_connection', product: 'windows' }, { DestinationPort: 1 }],
  ['logged_on', { service: 'security', product: 'windows' }, { EventID: 4624 }],
].map(([name, logsource, s]) => ({
  title: name,
  name,
  logsource,
  detection: { s, condition: 's' },
}));

/** The query of the last of some correlations, and what is said of case there, as `direction: field`. */
function converted(
  target: string,
  ...correlations: readonly object[]
): { readonly query: string; readonly said: readonly string[] } {
  const named = correlations.map((correlation, i) => ({
    title: `c${i}`,
    name: `c${i}`,
    correlation: { timespan: '5m', ...correlation },
  }));
  const text = [...RULES, ...named].map((d) => JSON.stringify(d)).join('\n---\n');
  const library = readLibrary(text, { path: 'c.yml' });
  const { text: query, diagnostics } = convert(library, settings.get(target)!).at(-1)!;
  const said = diagnostics.flatMap(({ code, direction, span }) =>
    code === 'correlation-ignores-case' || code === 'correlation-case-apart'
      ? [`${direction!}: ${span!.file.text.slice(span!.start, span!.end)}`]
      : [],
  );
  return { query: query ?? '', said };
}

test('a path that one table keeps in lower case is compared ignoring case', () => {
  const { query, said } = converted('kql', {
    type: 'temporal',
    rules: ['written', 'started'],
    'group-by': ['Image'],
  });
  expect(query).toContain('Image = tolower(InitiatingProcessFolderPath)');
  expect(query).toContain('Image = tolower(FolderPath)');
  expect(said).toEqual(['wider: "Image"']);
});

test('what all tables have in the same case is compared as stored', () => {
  for (const field of ['Computer', 'User']) {
    const { query, said } = converted('kql', {
      type: 'temporal_ordered',
      rules: ['started', 'connected', 'written'],
      'group-by': [field],
    });
    expect(query).not.toContain('tolower');
    expect(query).not.toMatch(/^ {4}Event$/m);
    expect(said).toEqual([]);
  }
  const apart = converted('kql', {
    type: 'temporal',
    rules: ['started', 'logged_on'],
    'group-by': ['Computer'],
  });
  expect(apart.query).toContain('Computer = tolower(DeviceName)');
  expect(apart.query).toContain('Computer = tolower(Computer)');
});

test.each([
  [{ type: 'event_count', condition: { gte: 2 } }, ['wider: "Image"']],
  [{ type: 'event_count', condition: { lt: 2 } }, ['narrower: "Image"']],
  [{ type: 'event_count', condition: { eq: 2 } }, ['wider: "Image"', 'narrower: "Image"']],
  [
    { type: 'temporal', condition: 'written and not started' },
    ['wider: "Image"', 'narrower: "Image"'],
  ],
  [
    { type: 'value_sum', condition: { field: 'ProcessId', gte: 2 } },
    ['wider: "Image"', 'narrower: "Image"'],
  ],
])('groups that become one: %j', (correlation, expected) => {
  const given = { rules: ['written', 'started'], 'group-by': ['Image'], ...correlation };
  expect(converted('kql', given).said).toEqual(expected);
});

test('the values that are counted are compared ignoring case, too', () => {
  const { query, said } = converted('kql', {
    type: 'value_count',
    rules: ['written', 'started'],
    'group-by': ['ProcessId'],
    condition: { field: 'Image', gte: 3 },
  });
  expect(query).toContain('Image = tolower(FolderPath)');
  expect(said).toEqual(['wider: "Image"']);
});

test('the groups of an inner correlation are compared ignoring case with those of a rule', () => {
  const inner = {
    type: 'event_count',
    rules: ['written'],
    'group-by': ['Image'],
    condition: { gte: 3 },
  };
  const outer = { type: 'temporal', rules: ['c0', 'started'], 'group-by': ['Image'] };
  const { query, said } = converted('kql', inner, outer);
  expect(query).toContain('Image = tolower(Image)');
  expect(query).toContain('Image = tolower(FolderPath)');
  expect(said).toEqual(['wider: "Image"']);
});

const LOWER = `
name: lower
types: { sourcetype: keyword, path: keyword, actor: keyword, exe: keyword }
sources:
  - logsource: { category: file_event }
    where: { sourcetype: files }
    fields: { TargetFilename: path, Image: { to: actor, cased: false } }
  - logsource: { category: process_creation }
    where: { sourcetype: processes }
    fields: { Image: exe }
`;

test.each([
  ['splunk', 'Image=mvmap(Image, lower(Image))', 'wider: "Image"'],
  ['esql', 'TO_LOWER(', 'wider: "Image"'],
  ['eql', 'by actor', 'narrower: "Image"'],
])('in %s', (target, expected, direction) => {
  const correlation = {
    title: 'c',
    correlation: {
      type: 'temporal_ordered',
      rules: ['written', 'started'],
      'group-by': ['Image'],
      timespan: '5m',
    },
  };
  const text = [...RULES, correlation].map((d) => JSON.stringify(d)).join('\n---\n');
  const { pipeline } = loadPipeline(LOWER, { path: 'lower.yml' });
  const { backend } = settings.get(target)!;
  const query = convert(readLibrary(text, { path: 'c.yml' }), {
    backend,
    pipelines: [pipeline!],
  }).at(-1);
  expect(query!.text).toContain(expected);
  const said = query!.diagnostics.flatMap(({ code, direction: d, span }) =>
    code.startsWith('correlation-ignores') || code === 'correlation-case-apart'
      ? [`${d!}: ${span!.file.text.slice(span!.start, span!.end)}`]
      : [],
  );
  expect(said).toEqual([direction]);
});

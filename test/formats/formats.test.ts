import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse as parseYaml, parseAllDocuments } from 'yaml';
import { dsl } from '../../backends/dsl/index.js';
import { eql } from '../../backends/eql/index.js';
import { esql } from '../../backends/esql/index.js';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import type { Backend, FormattedQuery } from '../../src/backend/index.js';
import { chooseFormat, convert, resolveOptions } from '../../src/convert/index.js';
import type { Query } from '../../src/convert/index.js';
import { link } from '../../src/model/linking/library.js';
import { parse } from '../../src/model/parse.js';
import { shippedPipelines } from '../../src/pipeline/shipped.js';
import { queriesOf } from './queries.js';
import { readConf } from './read-conf.js';

const ajv = new Ajv2020({ strict: false });
for (const name of [
  'sentinel',
  'sentinel-arm',
  'xdr-detection',
  'siem-rule',
  'watch',
  'elastalert',
  'saved-search',
]) {
  const path = join(import.meta.dirname, `schemas/${name}.json`);
  ajv.addSchema(JSON.parse(readFileSync(path, 'utf8')) as object, `${name}.json`);
}

function check(schema: string, value: unknown): void {
  const validate = ajv.getSchema(`${schema}.json`)!;
  validate(value);
  expect(validate.errors ?? [], JSON.stringify(value)).toEqual([]);
}

function formatted(queries: readonly Query[]): FormattedQuery[] {
  return queries.map((q) => ({ text: q.text!, heading: q.name! }));
}

const bundleOf = (backend: Backend, name: string, queries: readonly Query[]): string =>
  backend.formats.find((f) => f.name === name)!.bundle!(formatted(queries));

/** Each query once, by its id. */
function sameIds(found: readonly unknown[], queries: readonly Query[]): void {
  expect(found).toEqual(queries.map((q) => q.id));
  expect(new Set(found).size).toBe(queries.length);
}

type Json = Readonly<Record<string, unknown>>;

/** What a schedule adds to a correlation: matches that an earlier run told are left out. */
const SINCE_LAST_RUN =
  /\n\| where (?:\w+ > ago\(1h\)|_time>=relative_time\(now\(\), "-65m@m"\)|@timestamp > NOW\(\) - 9 minutes)$/i;

test('a scheduled correlation reads its windows whole, and tells what is new', async () => {
  const spray = (queries: readonly Query[]) =>
    queries.find(
      (q) => q.document.heading.title === 'One Address Fails to Log On as Many Accounts',
    )!.text!;
  const yaml = parseYaml(spray(await queriesOf(kql, 'sentinel'))) as Json;
  expect(yaml).toMatchObject({ queryFrequency: '1h', queryPeriod: '2h' });
  expect(yaml['query']).toMatch(SINCE_LAST_RUN);
  const detection = JSON.parse(spray(await queriesOf(kql, 'xdr_detection'))) as Json;
  expect(detection).toMatchObject({ schedule: { frequency: 'PT1H', lookback: 'PT2H' } });
  const [stanza] = readConf(spray(await queriesOf(splunk, 'savedsearches'))).values();
  expect(stanza!.get('dispatch.earliest_time')).toBe('-95m@m');
  expect(stanza!.get('search')).toMatch(SINCE_LAST_RUN);
});

test('Sentinel takes every rule, and a file of all', async () => {
  const queries = await queriesOf(kql, 'sentinel');
  expect(queries.length).toBeGreaterThan(20);
  for (const { text, queryText } of queries) {
    const rule = parseYaml(text!) as Json;
    check('sentinel', rule);
    expect(String(rule['query']).split(SINCE_LAST_RUN)[0]).toBe(queryText);
  }
  const bundle = parseAllDocuments(bundleOf(kql, 'sentinel', queries));
  sameIds(
    bundle.map((d) => (d.toJS() as Json)['id']),
    queries,
  );
});

test('ARM takes every rule, and a template of all, without an expression of the rule’s', async () => {
  const queries = await queriesOf(kql, 'sentinel_arm');
  for (const { text } of queries) check('sentinel-arm', JSON.parse(text!));
  const bundle = JSON.parse(bundleOf(kql, 'sentinel_arm', queries)) as {
    resources: readonly { name: string; properties: Json }[];
  };
  check('sentinel-arm', bundle);
  sameIds(
    bundle.resources.map((r) => /[0-9a-f-]{36}/.exec(r.name)![0]),
    queries,
  );
  for (const { properties } of bundle.resources) {
    for (const value of Object.values(properties).filter((v) => typeof v === 'string')) {
      expect(value).not.toMatch(/^\[(?!\[)[^]*\]$/);
    }
  }
});

test('Defender XDR takes every rule', async () => {
  const queries = await queriesOf(kql, 'xdr_detection');
  for (const { text, limits } of queries) {
    const rule = JSON.parse(text!) as { detectionAction: { alertTemplate: Json } };
    check('xdr-detection', rule);
    const mapped = Object.keys(rule.detectionAction.alertTemplate['entityMappings'] as Json);
    const isTold = limits.some((l) => l.code === 'kql-xdr-asset');
    expect(mapped.some((m) => /^(?:hosts|accounts|mailboxes|ips)$/.test(m))).toBe(!isTold);
  }
  const bundle = JSON.parse(bundleOf(kql, 'xdr_detection', queries)) as { id: string }[];
  sameIds(
    bundle.map(({ id }) => id.slice('sigma-'.length)),
    queries,
  );
});

/** As a query, or as a filter beside an empty one. */
function holds(rule: Json, language: string, queryText: string): void {
  expect(rule['language']).toBe(language === 'dsl' ? 'kuery' : language);
  const query = (rule['query'] as string).replace(SINCE_LAST_RUN, '');
  if (language !== 'dsl') return expect(query).toBe(queryText);
  expect(query).toBe('');
  expect(rule).toMatchObject({ filters: [{ query: JSON.parse(queryText) as Json }] });
}

test.each([
  ['lucene', lucene],
  ['dsl', dsl],
  ['eql', eql],
  ['esql', esql],
])('Elastic Security takes every rule of %s, one a line', async (language, backend) => {
  const queries = await queriesOf(backend, 'siem_rule');
  const lines = bundleOf(backend, 'siem_rule', queries).trimEnd().split('\n');
  const rules = lines.map((line) => JSON.parse(line) as Json);
  rules.forEach((rule, i) => {
    check('siem-rule', rule);
    holds(rule, language, queries[i]!.queryText!);
  });
  sameIds(
    rules.map((r) => r['rule_id']),
    queries,
  );
  for (const { text } of queries) expect(text).not.toContain('\n');
  const [{ path, text } = { path: '', text: '' }] = backend.formats.find(
    (f) => f.name === 'siem_rule_ndjson',
  )!.files!(formatted(queries));
  expect(path).toBe('rules.ndjson');
  expect(text.trimEnd().split('\n')).toEqual(lines);
});

test.each([
  ['lucene', lucene],
  ['dsl', dsl],
  ['esql', esql],
])('Kibana takes every rule of %s as a saved search', async (language, backend) => {
  const queries = await queriesOf(backend, 'kibana');
  expect(queries.length).toBeGreaterThan(20);
  for (const { text, queryText } of queries) {
    const object = JSON.parse(text!) as {
      attributes: { kibanaSavedObjectMeta: { searchSourceJSON: string } };
    };
    check('saved-search', object);
    const source = JSON.parse(object.attributes.kibanaSavedObjectMeta.searchSourceJSON) as Json;
    if (language === 'dsl') {
      const query = JSON.parse(queryText!) as Json;
      expect(source).toMatchObject({ query: { query: '' }, filter: [{ query }] });
    } else {
      const key = language === 'esql' ? 'esql' : 'query';
      expect(source).toMatchObject({ query: { [key]: queryText }, filter: [] });
    }
  }
});

test('ElastAlert and Watcher take every rule', async () => {
  const alerts = await queriesOf(lucene, 'elastalert');
  const names = new Set<unknown>();
  for (const { text, queryText } of alerts) {
    const rule = parseYaml(text!) as Json;
    check('elastalert', rule);
    names.add(rule['name']);
    expect(rule['is_enabled']).toBe(false);
    expect(rule['filter']).toEqual([{ query: { query_string: { query: queryText } } }]);
  }
  expect(names.size).toBe(alerts.length);
  for (const { text } of await queriesOf(lucene, 'watcher')) check('watch', JSON.parse(text!));
});

/** What the options of a target exclude. */
test.each([
  [lucene, 'siem_rule', { flavour: 'opensearch' }, 'Elastic Security runs over Elasticsearch'],
  [lucene, 'watcher', { flavour: 'opensearch' }, 'Watcher runs over Elasticsearch'],
  [dsl, 'siem_rule_ndjson', { flavour: 'opensearch' }, 'Elastic Security runs over Elasticsearch'],
  [dsl, 'monitor', {}, 'Set the option flavour to opensearch'],
  [dsl, 'kibana', { text: 'source' }, 'Use the format search'],
  [eql, 'siem_rule', { text: 'source' }, 'Use the format search'],
] as const)('%o has no %s with %j', (backend, format, given, why) => {
  const options = resolveOptions(backend, { ...given });
  expect(() => chooseFormat(backend, format, options)).toThrow(why);
});

test.each([
  [{ product: 'aws', service: 'cloudtrail' }, 'user', 'user'],
  [{ product: 'kubernetes', service: 'audit' }, 'user.username', 'user'],
  [{ product: 'windows', service: 'security' }, 'host', 'system'],
])('the risk of %j is that of its %s', async (logsource, field, type) => {
  const rule = { title: 't', logsource, detection: { k: ['tea'], condition: 'k' } };
  const { documents } = parse(JSON.stringify(rule), { path: 'r.yml' });
  const pipelines = await shippedPipelines(splunk);
  const [query] = convert(link(documents), { backend: splunk, format: 'splunk_app', pipelines });
  const [, risk] = /^action\.risk\.param\._risk = (.*)$/m.exec(query!.text!)!;
  expect(JSON.parse(risk!)).toMatchObject([{ risk_object_field: field, risk_object_type: type }]);
});

test('the risk of a correlation is that of what it is grouped by', () => {
  const riskOf = (group: string) => {
    const text = `title: Many
correlation: {type: event_count, rules: [r], group-by: ${group}, timespan: 5m, condition: {gte: 3}}
---
title: R
name: r
logsource: {product: x}
detection: {s: {A: b}, condition: s}
`;
    const { documents } = parse(text, { path: 'r.yml' });
    const [query] = convert(link(documents), { backend: splunk, format: 'splunk_app' });
    const risk = /^action\.risk\.param\._risk = (.*)$/m.exec(query!.text!)?.[1];
    return risk === undefined ? null : (JSON.parse(risk) as readonly Json[]);
  };
  expect(riskOf('[TargetUserName, Computer, src_ip, Script]')).toMatchObject([
    { risk_object_field: 'TargetUserName', risk_object_type: 'user' },
    { risk_object_field: 'Computer', risk_object_type: 'system' },
    { risk_object_field: 'src_ip', risk_object_type: 'system' },
    { risk_object_field: 'Script', risk_object_type: 'other' },
  ]);
  expect(riskOf('[]')).toBe(null);
  const typeOf = (field: string): unknown => riskOf(`[${field}]`);
  for (const [field, type] of [
    ['actor.alternateId', 'user'],
    ['gcp.audit.authentication_info.principal_email', 'user'],
    ['c-useragent', 'other'],
    ['userAgent', 'other'],
    ['factor', 'other'],
    ['id.orig_h', 'system'],
    ['addr', 'system'],
  ] as const) {
    expect(typeOf(field), field).toMatchObject([{ risk_object_type: type }]);
  }
});

test.each([false, true])('an app reads its indexes in each search of a multisearch', (compact) => {
  const text = `title: Both
correlation: {type: temporal, rules: [r, s], group-by: [G], timespan: 5m, aliases: {G: {r: A, s: B}}}
---
title: R
name: r
logsource: {product: x}
detection: {s: {A: '[search b'}, condition: s}
---
title: S
name: s
logsource: {product: x}
detection: {s: {B: b}, condition: s}
`;
  const { documents } = parse(text, { path: 'r.yml' });
  const [query] = convert(link(documents), { backend: splunk, format: 'splunk_app', compact });
  expect(query!.text!.match(/.{8}`sigma_indexes` ./g)).toEqual([
    '[search `sigma_indexes` A',
    '[search `sigma_indexes` B',
  ]);
});

test.each([
  [dsl, 'monitor', { flavour: 'opensearch' }, 'elastic-monitor-template'],
  [lucene, 'watcher', {}, 'lucene-watch-template'],
])('$1 of $0.name says that its search is a template', (backend, format, options, code) => {
  const rule = {
    title: 'Template',
    logsource: { product: 'x' },
    detection: { s: { A: '{{7}}' }, condition: 's' },
  };
  const { documents } = parse(JSON.stringify(rule), { path: 'r.yml' });
  const [query] = convert(link(documents), { backend, format, options: { ...options } });
  expect(query!.limits.map((l) => l.code)).toEqual([code]);
});

test('a monitor asks for braces in a pattern as they are', () => {
  const rule = {
    title: 'Template',
    logsource: { product: 'x' },
    detection: { s: { 'A|contains': ['{{7*7}}', '{{{"'] }, condition: 's' },
  };
  const { documents } = parse(JSON.stringify(rule), { path: 'r.yml' });
  const options = { flavour: 'opensearch' };
  const [query] = convert(link(documents), { backend: dsl, format: 'monitor', options });
  expect(query!.limits).toEqual([]);
  const patterns = [...query!.text!.matchAll(/"A": ("(?:[^"\\]|\\.)*")/g)].map(
    ([, value]) => JSON.parse(value!) as string,
  );
  expect(patterns).toEqual([String.raw`*\{\{7*7}}*`, String.raw`*\{\{\{"*`]);
  expect(query!.text!.replaceAll('{{period_end}}', '')).not.toContain('{{');
});

test('rules of one title have names of their own, even if their ids begin alike', () => {
  const rules = ['1', '2'].map((end) => ({
    title: 'Same',
    id: `61111111-1111-4111-8111-11111111111${end}`,
    logsource: { product: 'x' },
    detection: { s: { A: 'b' }, condition: 's' },
  }));
  const { documents } = parse(rules.map((r) => JSON.stringify(r)).join('\n---\n'));
  const namesIn = (backend: Backend, format: string, name: RegExp) =>
    convert(link(documents), { backend, format }).map((q) => name.exec(q.text!)![0]);
  const alerts = namesIn(lucene, 'elastalert', /^name: .*/m);
  expect(new Set(alerts).size).toBe(2);
  const stanzas = namesIn(splunk, 'savedsearches', /^\[.*\]$/m);
  expect(new Set(stanzas).size).toBe(2);
});

test('ElastAlert finds no environment variable in what a rule says', () => {
  const rule = {
    title: 'Piped to $HOME',
    description: '${PATH}',
    logsource: { product: 'x' },
    detection: { s: { A: ['$_', '\\\\$_', '${1}'] }, condition: 's' },
  };
  const { documents } = parse(JSON.stringify(rule), { path: 'r.yml' });
  const [query] = convert(link(documents), { backend: lucene, format: 'elastalert' });
  expect(query!.text).not.toContain('$');
  const { name, description, filter } = parseYaml(query!.text!) as Record<string, unknown>;
  expect(name).toMatch(/^Piped to \$HOME - /);
  expect(description).toBe('${PATH}');
  expect(filter).toEqual([{ query: { query_string: { query: query!.queryText } } }]);
  expect(query!.queryText).toContain('$_');
});

test('Splunk has a stanza of its own for every search', async () => {
  const queries = await queriesOf(splunk, 'savedsearches');
  const stanzas = readConf(bundleOf(splunk, 'savedsearches', queries));
  expect(stanzas.size).toBe(queries.length);
  [...stanzas.values()].forEach((settings, i) => {
    expect(settings.get('search')!.split(SINCE_LAST_RUN)[0]).toBe(queries[i]!.queryText);
    expect(settings.get('quantity')).toBe('0');
    const metadata = JSON.parse(settings.get('action.correlationsearch.metadata')!) as Json;
    expect(metadata['detection_id']).toBe(queries[i]!.id);
    JSON.parse(settings.get('action.correlationsearch.annotations')!);
  });
  expect(stanzas.has('default')).toBe(false);
});

/** https://dev.splunk.com/enterprise/reference/appinspect/appinspectcheck/ */
test("a Splunk app has what Splunk's AppInspect asks of one", async () => {
  const files = splunk.formats.find((f) => f.name === 'splunk_app')!.files!(
    formatted(await queriesOf(splunk, 'splunk_app')),
  );
  const settings = new Map(files.map(({ path, text }) => [path, readConf(text)]));
  const app = settings.get('default/app.conf')!;
  expect(app.get('install')!.get('is_configured')).toBe('0');
  expect(app.get('id')!.get('name')).toBe(app.get('package')!.get('id'));
  expect(app.get('id')!.get('version')).toBe(app.get('launcher')!.get('version'));
  expect(app.get('package')!.get('check_for_updates')).toBe('0');
  const own = files.find(({ path }) => path === 'metadata/default.meta')!.text;
  expect(own.split('\n')[1]).toContain('write : [ admin, sc_admin ]');
});

test.each(['none', 'both'])('a Splunk app has every search, and its macros: %s', async (macros) => {
  const queries = await queriesOf(splunk, 'splunk_app', { macros });
  const files = new Map(
    splunk.formats.find((f) => f.name === 'splunk_app')!.files!(formatted(queries)).map(
      ({ path, text }) => [path, readConf(text)],
    ),
  );
  const searches = files.get('default/savedsearches.conf')!;
  expect(searches.size).toBe(queries.length);
  const defined = files.get('default/macros.conf')!;
  expect(defined.has('sigma_indexes')).toBe(true);
  const exported = files.get('metadata/default.meta')!;
  expect(files.get('default/app.conf')!.get('package')!.get('id')).toBe('sigma_rules');
  for (const settings of searches.values()) {
    const search = settings.get('search')!;
    expect(search).toMatch(/^(?:\||`\w+`\s)/);
    const own = /^`(?!sigma_indexes)(\w+)`/.exec(search)?.[1];
    if (own) expect(defined.get(own)!.get('definition')).toMatch(/^\(`sigma_indexes` /);
    for (const [, macro] of search.replace(/"(?:[^"\\]|\\.)*"/gs, '').matchAll(/`([^`]*)`/g)) {
      expect(defined.has(macro!), macro).toBe(true);
      if (macro === 'sigma_indexes') continue;
      expect(exported.get(`macros/${macro!}`)!.get('export')).toBe('none');
    }
  }
  expect(defined.size > 50).toBe(macros === 'both');
});

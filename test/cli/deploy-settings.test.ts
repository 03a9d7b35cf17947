import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { GOOD, folder, sigmaql } from './command.js';

const LOW = GOOD.replace('level: high', 'level: low').replace('6d0a3f0e', '7d0a3f0e');

/** The documents of a format, converted with a configuration. */
function deployed(config: string, format: string, rule = GOOD) {
  const home = folder({ 'rules/a.yml': rule, 'sigmaql.config.yml': config });
  const [target = ''] = format.split('/');
  const args = ['convert', 'rules', '-t', target, '-f', format.slice(target.length + 1)];
  return sigmaql(args, { cwd: home });
}

const ALL = `deploy:
  - enabled: true
    interval: 15m
    lookback: 2h
    throttle: 6h
    severity: critical
    prefix: 'SOC: '
`;

describe('what is set is in the document, as its product has it', () => {
  test('sentinel', () => {
    const { stdout, stderr } = deployed(ALL, 'kql/sentinel');
    expect(parse(stdout)).toMatchObject({
      name: 'SOC: Good',
      severity: 'High',
      queryFrequency: '15m',
      queryPeriod: '2h',
      suppressionDuration: '6h',
      suppressionEnabled: true,
    });
    expect(stderr).toContain('deploy-setting-unused');
  });

  test('sentinel_arm', () => {
    const { stdout } = deployed(ALL, 'kql/sentinel_arm');
    const { resources } = JSON.parse(stdout) as { resources: { properties: object }[] };
    expect(resources[0]!.properties).toMatchObject({
      displayName: 'SOC: Good',
      enabled: true,
      queryFrequency: 'PT15M',
      queryPeriod: 'PT2H',
      suppressionDuration: 'PT6H',
      suppressionEnabled: true,
    });
  });

  test('xdr_detection', () => {
    const { stdout } = deployed(ALL, 'kql/xdr_detection');
    expect(JSON.parse(stdout)).toMatchObject({
      displayName: 'SOC: Good',
      status: 'enabled',
      schedule: { frequency: 'PT15M', lookback: 'PT2H' },
    });
  });

  test('savedsearches', () => {
    const { stdout } = deployed(ALL, 'splunk/savedsearches');
    for (const line of [
      '[SOC: Good - 09d4ebc4]',
      'enableSched = 1',
      'cron_schedule = */15 * * * *',
      'dispatch.earliest_time = -125m@m',
      'alert.suppress = 1',
      'alert.suppress.period = 360m',
      'alert.severity = 5',
    ]) {
      expect(stdout.split('\n')).toContain(line);
    }
  });

  test('savedsearches of a correlation, of which each group is quiet by itself', () => {
    const rules = `${GOOD}name: good
---
title: Several
correlation: { type: event_count, rules: good, group-by: [User, Image], timespan: 5m, condition: { gte: 3 } }
`;
    const { stdout } = deployed(ALL, 'splunk/savedsearches', rules);
    expect(stdout).toContain(
      'alert.suppress = 1\nalert.suppress.fields = User,Image\nalert.suppress.period = 360m\n',
    );
    expect(deployed(ALL, 'splunk/savedsearches').stdout).not.toContain('suppress.fields');
  });

  test('siem_rule', () => {
    const { stdout } = deployed(`${ALL}    index: [a-*, b-*]\n`, 'lucene/siem_rule');
    expect(JSON.parse(stdout)).toMatchObject({
      name: 'SOC: Good',
      enabled: true,
      interval: '15m',
      from: 'now-2h',
      index: ['a-*', 'b-*'],
      severity: 'critical',
    });
  });

  test('elastalert and watcher', () => {
    const alert = parse(deployed(ALL, 'lucene/elastalert').stdout) as object;
    expect(alert).toMatchObject({
      priority: 1,
      is_enabled: true,
      realert: { minutes: 360 },
      buffer_time: { minutes: 120 },
    });
    const watch = JSON.parse(deployed(ALL, 'lucene/watcher').stdout) as object;
    expect(watch).toMatchObject({
      trigger: { schedule: { interval: '15m' } },
      throttle_period: '6h',
    });
  });

  test('further keys of the product replace its own', () => {
    const set = 'deploy: [{ set: { status: Off, tags: [{ a: "\u2028" }], customDetails: {} } }]\n';
    const { stdout } = deployed(set, 'kql/sentinel');
    expect(parse(stdout)).toMatchObject({ status: 'Off', tags: [{ a: '\u2028' }] });
    const mail = 'deploy: [{ set: { action.email: true, action.email.to: "a@b\\nsearch = x" } }]\n';
    const conf = deployed(mail, 'splunk/savedsearches').stdout.split('\n');
    expect(conf).toContain('action.email = 1');
    expect(conf).toContain('action.email.to = a@b search = x');
  });
});

test('entries are for targets, levels, log sources and rules; later ones apply over earlier ones', () => {
  const config = `deploy:
  - { interval: 1h, prefix: 'A ' }
  - { when: { level: [low, medium] }, interval: 12h }
  - { when: { target: kql, product: windows }, prefix: 'B ' }
  - { when: { target: splunk }, prefix: 'C ' }
  - { when: { rule: 6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001 }, throttle: 1h }
`;
  expect(parse(deployed(config, 'kql/sentinel').stdout)).toMatchObject({
    name: 'B Good',
    queryFrequency: '1h',
    suppressionDuration: '1h',
  });
  const low = parse(deployed(config, 'kql/sentinel', LOW).stdout) as object;
  expect(low).toMatchObject({ queryFrequency: '12h' });
  expect(low).not.toHaveProperty('suppressionDuration');
  expect(deployed(config, 'splunk/savedsearches', LOW).stdout).toContain('cron_schedule = 0 */12 ');
});

test('a profile adds entries', () => {
  const home = folder({
    'a.yml': GOOD,
    'sigmaql.config.yml':
      'deploy: [{ interval: 6h, enabled: false }]\nprofiles: { prod: { deploy: [{ enabled: true }] } }\n',
  });
  const args = ['convert', 'a.yml', '-t', 'splunk', '-f', 'savedsearches', '--profile', 'prod'];
  const { stdout } = sigmaql(args, { cwd: home });
  expect(stdout).toContain('enableSched = 1');
  expect(stdout).toContain('cron_schedule = 0 */6 * * *');
});

describe('what a rule sets itself', () => {
  const custom = (settings: string): string => `${GOOD}custom:\n  ${settings}\n  other: 1\n`;

  test('applies where the configuration allows it', () => {
    const rule = custom('lookback: 1d\n  throttle: 2h');
    const { stdout, stderr } = deployed(
      'deploy: [{ lookback: 3h }]\ncustom: [lookback]\n',
      'kql/sentinel',
      rule,
    );
    expect(parse(stdout)).toMatchObject({ queryPeriod: '24h' });
    expect(parse(stdout)).not.toHaveProperty('suppressionDuration');
    expect(stderr).toContain('deploy-setting-not-allowed');
  });

  test('is nothing to a run without such a configuration', () => {
    const { stdout, stderr } = deployed('strict: false\n', 'kql/sentinel', custom('lookback: 1d'));
    expect(parse(stdout)).toMatchObject({ queryPeriod: '1h' });
    expect(stderr).not.toContain('deploy-setting');
  });

  test('is read as strictly', () => {
    const run = deployed('custom: [interval]\n', 'kql/sentinel', custom('interval: 7m'));
    expect(run.stderr).toContain('deploy-setting-type');
    expect(parse(run.stdout)).toMatchObject({ queryFrequency: '1h' });
  });
});

test.each([
  ['deploy: {}', 'setting-type'],
  ['deploy: [{ intervall: 5m }]', "Did you mean 'interval'?"],
  ['deploy: [{ interval: 7m }]', 'setting-type'],
  ['deploy: [{ lookback: 30s }]', 'setting-type'],
  ['deploy: [{ severity: Urgent }]', 'setting-type'],
  ['deploy: [{ prefix: "a\\nb" }]', 'setting-type'],
  ['deploy: [{ set: { query: x } }]', 'setting-type'],
  ['deploy: [{ set: { tags: [a], filters: [] } }]', 'setting-type'],
  ['deploy: [{ set: { displayName: x } }]', 'setting-type'],
  ['deploy: [{ set: { "a b": x } }]', 'setting-type'],
  ['deploy: [{ when: { tag: x } }]', 'unknown-setting'],
  ['deploy: [{ when: { target: kusto } }]', "There is no target 'kusto'"],
  ['custom: [set]', 'setting-type'],
])('%s is an error', (config, said) => {
  const home = folder({ 'sigmaql.config.yml': `targets: [kql]\n${config}\n` });
  const { status, stderr } = sigmaql(['config', 'check'], { cwd: home });
  expect(status).toBe(2);
  expect(stderr).toContain(said);
});

test('the schema takes what the reader takes', () => {
  const schema = JSON.parse(sigmaql(['config', 'schema']).stdout) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(
    validate(parse(`${ALL}    set: { a: 1 }\n    when: { level: high }\ncustom: [index]\n`)),
  ).toBe(true);
  expect(validate(parse('deploy: [{ intervall: 5m }]'))).toBe(false);
  expect(validate(parse('custom: [set]'))).toBe(false);
});

test('publish converts again when a setting changes', () => {
  const home = folder({
    'rules/a.yml': GOOD,
    'sigmaql.config.yml': 'deploy: [{ interval: 1h }]\n',
  });
  const args = ['publish', 'rules', '-t', 'kql', '-f', 'sentinel', '-o', 'out'];
  expect(sigmaql(args, { cwd: home }).status).toBe(0);
  writeFileSync(join(home, 'sigmaql.config.yml'), 'deploy: [{ interval: 2h }]\n');
  expect(sigmaql(args, { cwd: home }).stderr).toContain('1 of 1 rule files processed');
});

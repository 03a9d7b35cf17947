import { expect, test } from 'vitest';
import { esql } from '../../../backends/esql/index.js';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { shippedPipelines } from '../../../src/pipeline/shipped.js';
import { defaultsOf, firstQuery } from '../../support/defaults.js';

const settings = new Map(await defaultsOf([kql, splunk, lucene, esql]));
const asim = { backend: kql, pipelines: await shippedPipelines(kql, ['asim']) };
settings.set('asim', asim);

function converted(target: string, logsource: object, selection: object) {
  const source = { product: 'windows', ...logsource };
  const rule = { logsource: source, detection: { selection, condition: 'selection' } };
  const { text, fidelity, diagnostics } = firstQuery(rule, settings.get(target)!);
  return { text: text ?? '', fidelity, codes: diagnostics.map((d) => d.code) };
}

test.each(['kql', 'asim', 'splunk', 'lucene'])(
  '%s has no registry path that begins as Sysmon never writes it',
  (target) => {
    const hives = [String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\\`, String.raw`HKCU\Software\\`];
    for (const hive of hives) {
      const asked = { 'TargetObject|startswith': hive };
      const { fidelity, codes } = converted(target, { category: 'registry_set' }, asked);
      expect(fidelity).toBe('refused');
      expect(codes).toContain('value-not-in-source');
    }
    const one = { 'TargetObject|startswith': hives.concat(String.raw`HKLM\SOFTWARE\\`) };
    expect(converted(target, { category: 'registry_set' }, one).fidelity).toBe('approximate');
  },
);

test('a default value of Defender is called (Default), and is not nothing', () => {
  const asked = { 'TargetObject|endswith': String.raw`\CurrentVersion\Run\\` };
  const { text } = converted('kql', { category: 'registry_set' }, asked);
  expect(text).not.toContain('DeviceRegistryEvents');
});

test.each(['lucene', 'esql'])('%s finds both forms of an address', (target) => {
  for (const asked of [
    { 'IpAddress|startswith': '::ffff:10.' },
    { IpAddress: '::ffff:10.0.0.1' },
    { IpAddress: ['::ffff:10.0.0.1', '::ffff:10.0.0.2'] },
  ]) {
    const { fidelity, codes } = converted(target, { service: 'security' }, asked);
    expect(fidelity).toBe('approximate');
    expect(codes).toContain('elastic-mapped-addresses');
  }
});

import { describe, expect, test } from 'vitest';
import { ask, ELASTIC, errors, EVERY, query } from './ask.js';

/* What cloud services write is asked under the name, and in the form, in which it is kept. */

const rule = (s: object) => ({ s, condition: 's' });

const OKTA = { product: 'okta', service: 'okta' };
const GCP = { product: 'gcp', service: 'gcp.audit' };
const SURICATA = { product: 'suricata', service: 'alert' };

describe('what a pipeline of Elastic throws away is refused', () => {
  test.each([
    [OKTA, 'severity'],
    [OKTA, 'authenticationContext.interface'],
    [{ product: 'aws', service: 'cloudtrail' }, 'sharedEventID'],
    [{ product: 'github', service: 'audit' }, 'created_at'],
  ])('%j %s', (logsource, field) => {
    for (const target of ELASTIC) {
      const [error] = errors(target, logsource, rule({ [field]: 'kettle' }));
      expect(error!.code).toBe('field-not-in-source');
    }
  });
});

test('the name of an object is of any case', () => {
  const asked = rule({ 'debugcontext.debugdata.privilegeGranted': 'Kettle' });
  expect(query('kql', OKTA, asked)).toBe(
    'OktaV2_CL | where tostring(DebugData.privilegeGranted) =~ "Kettle"',
  );
  expect(query('lucene', OKTA, asked)).toBe(
    'event.dataset:okta.system AND okta.debug_context.debug_data.flattened.privilegeGranted:"Kettle"',
  );
});

test('what is kept in one of several ways is looked for in all of them', () => {
  const asked = rule({ 'debugContext.debugData.logOnlySecurityData|contains': 'HIGH' });
  const { text, fidelity } = ask('lucene', OKTA, asked);
  expect(text).toBe(
    'event.dataset:okta.system AND okta.debug_context.debug_data.\\*:/.*[Hh][Ii][Gg][Hh].*/',
  );
  expect(fidelity).toBe('approximate');
  const whole = rule({ 'debugContext.debugData.logOnlySecurityData|contains': '"level":"HIGH"' });
  expect(errors('lucene', OKTA, whole)[0]!.code).toBe('value-not-in-source');
});

test.each([
  ['POSITIVE', '_exists_:okta.debug_context.debug_data.risk_behaviors', 'exact'],
  [
    'New IP=POSITIVE',
    'okta.debug_context.debug_data.risk_behaviors:/.*[Nn][eE][wW] [Ii][Pp]/',
    'exact',
  ],
  ['New IP=NEGATIVE', null, 'refused'],
])('of what is new to Okta, Elastic lists the names: %s', (text, written, fidelity) => {
  const converted = ask(
    'lucene',
    OKTA,
    rule({ 'debugContext.debugData.behaviors|contains': text }),
  );
  expect(converted.fidelity).toBe(fidelity);
  const whole = written === null ? null : `event.dataset:okta.system AND ${written}`;
  expect(converted.text).toBe(whole);
});

test('scopes in one text are a list in Elastic', () => {
  const github = { product: 'github', service: 'audit' };
  const one = ask('lucene', github, rule({ 'token_scopes|contains': 'admin:org' }));
  expect(one.fidelity).toBe('approximate');
  const two = rule({ 'token_scopes|contains': 'repo,admin:org' });
  expect(errors('lucene', github, two)[0]!.code).toBe('value-not-in-source');
});

describe('what Google Cloud asks and answers', () => {
  test.each(['protoPayload.request', 'data.protoPayload.request'])('%s', (start) => {
    const asked = rule({ [`${start}.spec.kettle`]: 'Full' });
    expect(query('kql', GCP, asked)).toBe(
      'GCPAuditLogs | where tostring(Request.spec.kettle) =~ "Full"',
    );
    expect(query('lucene', GCP, asked)).toBe(
      'event.dataset:gcp.audit AND gcp.audit.request.spec.kettle:"Full"',
    );
  });

  test('but no path in KQL leads into a list', () => {
    const asked = rule({ 'protoPayload.serviceData.policyDelta.bindingDeltas.role': 'roles/tea' });
    const [error] = errors('kql', GCP, asked);
    expect(error!.code).toBe('kql-list-in-path');
    expect(error!.message).toContain('Search all of `ServiceData` for the string');
  });

  test('and all of it can be searched', () => {
    const asked = rule({ 'protoPayload.serviceData|contains': 'roles/tea' });
    const { text, fidelity } = ask('kql', GCP, asked);
    expect(text).toContain('tostring(ServiceData)');
    expect(fidelity).toBe('exact');
  });
});

describe('Suricata', () => {
  test.each(EVERY.filter((t) => t !== 'kql'))('has names that a client asks for: %s', (target) => {
    const { text } = ask(target, SURICATA, rule({ 'tls.sni|endswith': '.kettle.example' }));
    expect(text).toContain('tls.sni');
  });

  test('does not keep what it calls the protocol in Elastic, but the event has it', () => {
    const { text, fidelity } = ask('lucene', SURICATA, rule({ app_proto: 'TLS' }));
    expect(text).toContain('network.protocol:tls');
    expect(text).not.toContain('app_proto');
    expect(fidelity).toBe('approximate');
  });
});

describe('FortiGate keeps its kinds of logs apart', () => {
  test.each([
    ['kql', 'event', 'DeviceEventCategory startswith_cs "event:"'],
    ['kql', 'traffic', 'DeviceEventCategory startswith_cs "traffic:"'],
    ['splunk', 'utm', 'sourcetype IN (fgt_utm, fortigate_utm)'],
    ['lucene', 'event', 'fortinet.firewall.type:event'],
    ['lucene', 'utm', 'fortinet.firewall.type:utm'],
  ] as const)('%s %s', (target, service, condition) => {
    const logsource = { product: 'fortigate', service };
    expect(query(target, logsource, rule({ subtype: 'kettle' }))).toContain(condition);
  });
});

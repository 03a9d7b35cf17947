import { describe, expect, test } from 'vitest';
import { ask, errors, query } from './ask.js';
import type { TargetName } from './ask.js';

/* Whether a store tells the events of a log source from others, and by what. */

const rule = (s: object) => ({ s, condition: 's' });

describe('what nothing tells from other events is searched with them, and said so', () => {
  test.each<[TargetName, object, object]>([
    ['splunk', { category: 'webserver' }, { 'cs-method': 'BREW' }],
    ['lucene', { category: 'webserver' }, { 'cs-method': 'BREW' }],
    ['lucene', { category: 'proxy' }, { 'cs-method': 'BREW' }],
    ['lucene', { category: 'firewall' }, { dst_port: 22 }],
    ['kql', { category: 'firewall' }, { dst_port: 22 }],
    ['kql', { category: 'proxy' }, { 'cs-method': 'BREW' }],
  ])('%s %j', (target, logsource, asked) => {
    const { fidelity, diagnostics } = ask(target, logsource, rule(asked));
    const found = diagnostics.filter((d) => d.severity === 'warning').map((d) => d.code);
    expect([fidelity, found]).toEqual(['approximate', ['source-blurs']]);
  });

  test.each<[TargetName, object, object]>([
    ['kql', { product: 'windows', category: 'process_creation' }, { 'CommandLine|contains': 'a' }],
    // A row that does not say of which system it is may be of any.
    ['kql', { product: 'linux', category: 'process_creation' }, { 'CommandLine|contains': 'a' }],
    ['lucene', { product: 'linux', category: 'process_creation' }, { 'CommandLine|contains': 'a' }],
    ['lucene', { product: 'nginx', category: 'webserver' }, { 'cs-method': 'BREW' }],
    ['kql', { product: 'paloalto', category: 'firewall' }, { dst_port: 22 }],
  ])('but not %s %j', (target, logsource, asked) => {
    expect(ask(target, logsource, rule(asked)).fidelity).toBe('exact');
  });
});

describe('Elastic has what a firewall did where its vendor says it', () => {
  const did = (product: string | null, action: string) =>
    query(
      'lucene',
      { category: 'firewall', ...(product === null ? {} : { product }) },
      rule({ action }),
    );

  test.each([
    ['paloalto', 'deny', 'panw.panos.action:/[dD][eE][nN][yY]/'],
    ['cisco', 'deny', 'event.type:denied'],
    ['cisco', 'permitted', 'event.type:allowed'],
    ['juniper', 'drop', 'event.type:denied'],
    ['checkpoint', 'Drop', 'event.action:/[Dd][rR][oO][pP]/'],
    ['fortinet', 'accept', 'fortinet.firewall.action:/[aA][cC][cC][eE][pP][tT]/'],
    [null, 'blocked', 'event.type:denied'],
    [null, 'forward', 'event.type:allowed'],
    [null, 'teardown', 'event.action:/[tT][eE][aA][rR][dD][oO][wW][nN]/'],
  ])('%s: %s', (product, action, written) => {
    expect(did(product, action)).toContain(`event.category:network AND ${written}`);
  });
});

describe('KQL reads what columns of Azure hold', () => {
  test.each([
    ['signinlogs', 'MfaDetail.authMethod', 'SigninLogs | where tostring(MfaDetail.authMethod)'],
    ['riskdetection', 'location.state', 'AADUserRiskEvents | where tostring(Location.state)'],
    ['activitylogs', 'claims.appid', 'AzureActivity | where tostring(Claims_d.appid)'],
    [
      'activitylogs',
      'properties.statusCode',
      'AzureActivity | where tostring(Properties_d.statusCode)',
    ],
    ['activitylogs', 'resultType', 'AzureActivity | where ActivityStatusValue'],
  ])('%s: %s', (service, field, written) => {
    expect(query('kql', { product: 'azure', service }, rule({ [field]: 'tea' }))).toBe(
      `${written} =~ "tea"`,
    );
  });

  test('and no name of an activity of Entra ID', () => {
    const asked = rule({ 'properties.message': 'Delete device' });
    expect(errors('kql', { product: 'azure', service: 'activitylogs' }, asked)).toHaveLength(1);
  });
});

test('parameters of Google Workspace have columns of their own', () => {
  const logsource = { product: 'gcp', service: 'google_workspace.admin' };
  expect(query('kql', logsource, rule({ ROLE_NAME: '_SEED_ADMIN_ROLE' }))).toContain(
    'RoleName =~ "_SEED_ADMIN_ROLE"',
  );
});

describe('what sudo logs', () => {
  const SUDO = { product: 'linux', service: 'sudo' };

  test('is read to its end, spaces and all', () => {
    const asked = rule({ USER: 'root', 'COMMAND|contains': '/bin/bash -i' });
    expect(query('splunk', SUDO, asked)).toBe(
      'sourcetype IN (syslog, linux_messages_syslog, linux_secure) process="sudo" USER="root" "*/bin/bash -i*" | rex field=_raw max_match=0 "[:;] COMMAND=(?<COMMAND>.*)" | search COMMAND="*/bin/bash -i*"',
    );
    expect(query('kql', SUDO, asked)).toBe(
      'Syslog | where ProcessName == "sudo" and SyslogMessage has "bash" and SyslogMessage contains "/bin/bash -i" | extend USER = extract("[:;] USER=(.*?) ; ", 1, SyslogMessage), COMMAND = extract("[:;] COMMAND=(.*)", 1, SyslogMessage) | where USER =~ "root" and COMMAND contains "/bin/bash -i"',
    );
  });
});

describe('a log source that leaves out a name', () => {
  test.each<[TargetName, object, string]>([
    ['kql', { product: 'okta' }, 'If these are meant, name its service `okta`.'],
    ['splunk', { product: 'aws' }, 'name its service, such as `cloudfront`, `cloudtrail`'],
    ['lucene', { service: 'cloudtrail' }, 'If these are meant, name its product `aws`.'],
    ['kql', { category: 'application' }, 'name its product, such as `django`'],
    ['kql', { product: 'azure' }, 'name its service, such as `activitylogs`, `auditlogs`'],
  ])('is told it by %s: %j', (target, logsource, message) => {
    const { diagnostics } = ask(target, logsource, rule({ eventName: 'tea' }));
    expect(diagnostics.map((d) => d.message).join('\n')).toContain(message);
  });

  test.each<[TargetName]>([['kql'], ['splunk'], ['lucene']])('or reads a category, in %s', (t) => {
    const { text, diagnostics } = ask(
      t,
      { product: 'checkpoint', service: 'firewall' },
      rule({ dst_port: 22 }),
    );
    expect(text).not.toContain('dst_port');
    expect(diagnostics.map((d) => d.code)).toContain('category-as-service');
  });
});

test('a table that was chosen has its columns in any letter case', () => {
  const { text } = ask(
    'kql',
    { product: 'aws', service: 'vpcflow' },
    rule({ dstport: 3389, 'srcaddr|startswith': '203.0.113.' }),
    { options: { table: 'AWSVPCFlow' } },
  );
  expect(text).toBe('AWSVPCFlow | where DstPort == 3389 and SrcAddr startswith "203.0.113."');
});

import { describe, expect, test } from 'vitest';
import { ALL, ask, errors, query } from './ask.js';

test('a product rules out the table of another', () => {
  const logsource = { category: 'webserver', product: 'caddy' };
  const [error] = errors('kql', logsource, { s: { 'cs-method': 'BREW' }, condition: 's' });
  expect(error!.code).toBe('source-table-unknown');
  const iis = { category: 'webserver', product: 'iis' };
  expect(query('kql', iis, { s: { 'cs-method': 'BREW' }, condition: 's' })).toContain('W3CIISLog');
});

test('a category that is written as a service is read as one', () => {
  const logsource = { product: 'windows', service: 'process_creation' };
  const { text, diagnostics } = ask('splunk', logsource, { s: { Image: 'x' }, condition: 's' });
  expect(text).toContain('EventCode=1');
  expect(diagnostics.map((d) => d.code)).toContain('category-as-service');
});

test('a service that is written as a category is read as one', () => {
  const logsource = { product: 'windows', category: 'security' };
  for (const target of ALL) {
    const detection = { s: { EventID: 5142 }, condition: 's' };
    const { text, diagnostics } = ask(target, logsource, detection);
    expect(text).toMatch(/Security/);
    expect(diagnostics.map((d) => d.code)).toContain('service-as-category');
  }
});

test.each([
  ['printservice', 'the service printservice-admin or printservice-operational'],
  ['bits', 'the service bits-client'],
  ['defender', 'the service windefend'],
  ['Windows-Defender', 'the service windefend'],
  ['scheduled_tasks', 'the service taskscheduler'],
  ['kerberos', 'the service security'],
])('the service %s is suggested as %s', (service, like) => {
  for (const target of ['kql', 'splunk'] as const) {
    const { diagnostics } = ask(
      target,
      { product: 'windows', service },
      { s: { EventID: 1 }, condition: 's' },
    );
    expect(diagnostics.map((d) => d.message).join()).toContain(`Did you mean ${like}?`);
  }
});

test.each([
  ['windows', 'smbserver-security'],
  ['windows', 'terminalservices-remoteconnectionmanager'],
  ['gcp', 'google_workspace.drive'],
  ['paloalto', 'threat'],
])('for %s, %s is no misspelling of another service', (product, service) => {
  for (const target of ['kql', 'splunk'] as const) {
    const asked = ask(target, { product, service }, { s: { EventID: 1 }, condition: 's' });
    expect(asked.diagnostics.map((d) => d.message).join()).not.toContain('Did you mean');
  }
});

test.each([
  ['file_creation', 'file_event'],
  ['file-created', 'file_event'],
  ['process_started', 'process_creation'],
  ['registry_value_set', 'registry_set'],
  ['powershell_script', 'ps_script'],
  ['module_load', 'image_load'],
])('the category %s is suggested as %s', (category, like) => {
  const logsource = { product: 'windows', category };
  const [error] = errors('kql', logsource, { s: { A: 1 }, condition: 's' });
  expect(error!.message).toContain(`Did you mean the category ${like}?`);
});

test.each([
  [{ product: 'okta', category: 'iam' }, 'Known for product okta: service `okta`.'],
  [{ product: 'azure', category: 'audit_logs' }, 'Did you mean the service auditlogs?'],
  [{ product: 'macos', service: 'process' }, 'Did you mean the category process_creation?'],
  [{ product: 'linux', category: 'syslog_' }, 'Did you mean the service syslog?'],
  [
    { product: 'checkpoint', service: 'smartconsole' },
    'Known for product checkpoint: category `firewall`.',
  ],
])('what is known near %j is said', (logsource, said) => {
  const [error] = errors('kql', logsource, { s: { A: 1 }, condition: 's' });
  expect(error!.message).toContain(said);
});

test.each([
  ['product', { product: 'window', category: 'process_creation' }, 'the product windows'],
  [
    'category',
    { product: 'windows', category: 'process_creaton' },
    'the category process_creation',
  ],
])('a misspelt %s is warned of where the query searches everything', (key, logsource, like) => {
  for (const target of ['splunk', 'lucene'] as const) {
    const { diagnostics } = ask(target, logsource, { s: { Image: 'a' }, condition: 's' });
    const [warning] = diagnostics.filter((d) => d.severity === 'warning');
    expect(warning?.code).toBe('source-name-misspelt');
    expect(warning?.message).toContain(`the ${key} \``);
    expect(warning?.message).toContain(`Did you mean ${like}?`);
  }
});

test('a service that does not name a channel is told that the channel will do', () => {
  const logsource = { product: 'windows', service: 'teapots' };
  const [error] = errors('kql', logsource, { s: { A: 1 }, condition: 's' });
  expect(error!.message).toContain('a rule can test the `Channel` of its events');
  const winrm = { s: { EventID: 91 }, condition: 's' };
  expect(query('kql', { product: 'windows', service: 'winrm' }, winrm)).toBe(
    'Event | where EventLog == "Microsoft-Windows-WinRM/Operational" and EventID == 91',
  );
});

describe('a log source', () => {
  test.each(ALL)('whose service has no event of its category is refused, in %s', (target) => {
    const [error] = errors(
      target,
      { product: 'windows', category: 'ps_script', service: 'powershell-classic' },
      { s: { ScriptBlockText: 'tea' }, condition: 's' },
    );
    expect(error!.code).toBe('source-contradicts-itself');
  });

  test.each(ALL)('with other separators in a name is read, in %s', (target) => {
    const s = { ScriptBlockText: 'tea' };
    const made = ask(target, { product: 'windows', service: 'Power Shell' }, { s, condition: 's' });
    expect(made.text).toBe(
      query(target, { product: 'windows', service: 'powershell' }, { s, condition: 's' }),
    );
    expect(made.diagnostics.map((d) => d.code)).toContain('source-name-spelling');
  });

  test.each(ALL)('that is the error log of a web server is not its access log, in %s', (target) => {
    const detection = { k: ['tea'], condition: 'k' };
    for (const product of ['apache', 'nginx']) {
      const error = query(target, { product, service: 'error' }, detection);
      expect(error).toBe(query(target, { service: product }, detection));
      const both = { category: 'webserver', product, service: 'error' };
      expect(query(target, both, detection)).toBe(error);
    }
  });

  test.each(ALL)('of a web server has the names of proxies too, in %s', (target) => {
    const of = (field: string) =>
      query(
        target,
        { category: 'webserver' },
        {
          s: { [field]: '/tea' },
          condition: 's',
        },
      )?.replaceAll('cs_uri', 'c_uri');
    expect(of('c-uri-query')).toBe(of('cs-uri-query'));
    expect(of('c-uri')).toBe(of('cs-uri'));
  });
});

test("an antivirus product is not another vendor's", () => {
  const sophos = { category: 'antivirus', product: 'sophos' };
  const made = ask('lucene', sophos, { s: { Signature: 'tea' }, condition: 's' });
  expect([made.mapping, made.text?.includes('endpoint.alerts')]).toEqual(['unmapped', false]);
});

describe('a service with the name of its product, or without', () => {
  test.each([
    [{ product: 'azure', service: 'azure.auditlogs' }, ['auditlogs']],
    [{ product: 'aws', service: 'aws_cloudtrail' }, ['cloudtrail']],
    [{ product: 'gcp', service: 'audit' }, ['gcp.audit']],
    [{ product: 'google_workspace', service: 'google_workspace.admin' }, ['gcp']],
    [{ product: 'google_workspace', service: 'admin' }, ['google_workspace.admin', 'gcp']],
  ])('%j', (logsource, meant) => {
    for (const target of ALL) {
      const { diagnostics } = ask(target, logsource, { s: { kettle: 'boils' }, condition: 's' });
      const read = diagnostics.filter((d) => d.code === 'source-name-spelling');
      expect(read.map((d) => /as `(.*)`/.exec(d.message)![1])).toEqual(meant);
    }
  });

  test('but nothing is made of a service that several products have', () => {
    const { diagnostics } = ask(
      'lucene',
      { product: 'kettle', service: 'audit' },
      { s: { action: 'boil' }, condition: 's' },
    );
    expect(diagnostics.map((d) => d.code)).not.toContain('source-name-spelling');
  });
});

test.each(['gitlab', 'ios', 'MySQL'])('%s is a product of its own', (product) => {
  for (const target of ALL) {
    const { diagnostics } = ask(target, { product }, { s: { tea: 'x' }, condition: 's' });
    expect(diagnostics.map((d) => d.message).join()).not.toContain('Did you mean the product');
  }
});

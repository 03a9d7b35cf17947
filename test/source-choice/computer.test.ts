import { describe, expect, test } from 'vitest';
import { query } from './ask.js';

const SSHD = { product: 'linux', service: 'sshd' };
const STARTED = { product: 'linux', category: 'process_creation' };

describe('the computer of an event outside Windows', () => {
  test.each([
    ['kql', SSHD, 'Computer', /\bComputer =~ "pot"/],
    ['kql', SSHD, 'hostname', /\bHostName =~ "pot"/],
    ['kql', STARTED, 'ComputerName', /\bDeviceName =~ "pot"/],
    ['splunk', SSHD, 'Computer', /\bhost="pot"/],
    ['splunk', STARTED, 'hostname', /\bComputer="pot"/],
    ['lucene', SSHD, 'ComputerName', /\bhost\.name:/],
    ['lucene', STARTED, 'Computer', /\bhost\.name:/],
    ['lucene', STARTED, 'hostname', /\bhost\.hostname:/],
  ] as const)('in %s, of %j by %s', (target, logsource, field, expected) => {
    const detection = { s: { [field]: 'pot' }, condition: 's' };
    expect(query(target, logsource, detection)).toMatch(expected);
  });

  test('is not the remote host of a record of auditd', () => {
    const auditd = { product: 'linux', service: 'auditd' };
    const detection = { s: { hostname: 'pot' }, condition: 's' };
    expect(query('splunk', auditd, detection)).toMatch(/\bhostname="pot"/);
    expect(query('lucene', auditd, detection)).toMatch(/\bauditd\.log\.hostname:/);
  });
});

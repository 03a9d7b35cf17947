import { describe, expect, test } from 'vitest';
import { query } from './ask.js';

/* What Elastic's agents make of events of Windows before they store them. */

const MD5 = 'a'.repeat(32);
const asked = (logsource: object, fields: object): string | null =>
  query('lucene', { product: 'windows', ...logsource }, { s: fields, condition: 's' });
const SECURITY = { service: 'security' };

describe('an event of Sysmon', () => {
  const hashes = { 'Hashes|contains': `MD5=${MD5}` };
  const either = `(process.hash.md5:${MD5} OR file.hash.md5:${MD5})`;

  test.each([
    [{ category: 'file_delete' }, hashes, either],
    [{ service: 'sysmon' }, { EventID: 26, ...hashes }, either],
    [{ service: 'sysmon' }, { EventID: 7, ...hashes }, `file.hash.md5:${MD5}`],
    [{ category: 'clipboard_capture' }, hashes, `process.hash.md5:${MD5}`],
    [
      { category: 'network_connection' },
      { DestinationHostname: '-' },
      'NOT _exists_:destination.domain',
    ],
    [
      { category: 'process_creation' },
      { ParentProcessGuid: '{00000000-0000-0000-0000-000000000000}' },
      'NOT _exists_:process.parent.entity_id',
    ],
  ])('%j %j', (logsource, fields, expected) => {
    expect(asked(logsource, fields)).toContain(` AND ${expected}`);
  });

  test('has no digests of a blocked file', () => {
    for (const category of ['file_block_executable', 'file_block_shredding'])
      expect(asked({ category }, hashes)).toBeNull();
  });
});

describe('an event of the Security log', () => {
  test.each([
    [{ EventID: 1102, SubjectUserName: '1' }, 'winlog.user_data.SubjectUserName:1'],
    [{ EventID: 4719, SubjectUserName: '1' }, 'winlog.event_data.SubjectUserName:1'],
    [{ 'AccessList|contains': '%%4417' }, 'winlog.event_data.AccessList:(*%%4417* OR 4417*)'],
    [{ UserAccountControl: '%%2089' }, 'winlog.event_data.UserAccountControl:("%%2089" OR 2089)'],
    [{ Level: 0 }, 'log.level:information'],
    [{ 'IpAddress|startswith': '::ffff:10.' }, 'source.ip:"10.0.0.0/8"'],
  ])('%j', (fields, expected) => {
    expect(asked(SECURITY, fields)).toContain(` AND ${expected}`);
  });

  test('has a list of privileges, which ES|QL asks of the index', () => {
    const logsource = { product: 'windows', ...SECURITY };
    const detection = { s: { PrivilegeList: 'SeTcbPrivilege' }, condition: 's' };
    expect(query('esql', logsource, detection)).toContain('QSTR("winlog.event_data.PrivilegeList:');
  });
});

import { describe, expect, test } from 'vitest';
import { dsl } from '../backends/dsl/index.js';
import { eql } from '../backends/eql/index.js';
import { esql } from '../backends/esql/index.js';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import type { Query } from '../src/convert/index.js';
import { NATIVE_FIELDS } from '../src/schemas/cloud/native-fields.js';
import { defaultsOf, firstQuery } from './support/defaults.js';

/* Names of fields: those of the events themselves, in whatever case, and those that are misspelt. */

const backends = [kql, splunk, lucene, dsl, eql, esql];
const settings = await defaultsOf(backends);

function ask(target: string, logsource: object, selection: object, rest = {}): Query {
  const rule = { logsource, detection: { s: selection, condition: 's' } };
  return firstQuery(rule, { ...settings.get(target)!, ...rest });
}

const windows = (service: string) => ({ product: 'windows', service });
const category = (name: string) => ({ product: 'windows', category: name });
const security = windows('security');
const auditd = { product: 'linux', service: 'auditd' };

/** What is looked up in columns of XML, and of records. */
function keysIn(query: string | null): readonly string[] {
  return [...(query ?? '').matchAll(/(?:Name=\.|'\]\))(\w+)[.=]/g)].map(([, key = '']) => key);
}

describe.each(backends.map((b) => b.name))("a name of the events' own, in %s", (target) => {
  test.each([
    [auditd, { Type: 'Execve', A0: 'kettle' }, { type: 'Execve', a0: 'kettle' }],
    [auditd, { TYPE: 'PATH', Nametype: 'CREATE' }, { type: 'PATH', nametype: 'CREATE' }],
    [auditd, { EXE: '/a', Comm: 'b', KEY: 'c' }, { exe: '/a', comm: 'b', key: 'c' }],
    [auditd, { Unit: 'kettle', Cwd: 'b' }, { unit: 'kettle', cwd: 'b' }],
    [
      security,
      { EventID: 4624, subjectusername: 'a', LOGONTYPE: 3 },
      { EventID: 4624, SubjectUserName: 'a', LogonType: 3 },
    ],
    [
      security,
      { EventID: 4688, newprocessname: 'a', commandline: 'b' },
      { EventID: 4688, NewProcessName: 'a', CommandLine: 'b' },
    ],
    [
      security,
      { EventID: 4663, objectname: 'a', accessmask: '0x2' },
      { EventID: 4663, ObjectName: 'a', AccessMask: '0x2' },
    ],
    [
      security,
      { EventID: 5145, sharename: 'a', RelativetargetName: 'b' },
      { EventID: 5145, ShareName: 'a', RelativeTargetName: 'b' },
    ],
    [
      security,
      { EventID: 4698, taskname: 'a', Taskcontent: 'b' },
      { EventID: 4698, TaskName: 'a', TaskContent: 'b' },
    ],
    [category('process_creation'), { newProcessname: 'a' }, { NewProcessName: 'a' }],
    [
      category('process_creation'),
      { image: 'a', PARENTIMAGE: 'b' },
      { Image: 'a', ParentImage: 'b' },
    ],
    [category('process_access'), { calltrace: 'a' }, { CallTrace: 'a' }],
    [category('ps_script'), { scriptblocktext: 'a' }, { ScriptBlockText: 'a' }],
    [windows('powershell'), { scriptBlockText: 'a' }, { ScriptBlockText: 'a' }],
    [
      windows('system'),
      { EventID: 7045, imagepath: 'a', servicename: 'b' },
      { EventID: 7045, ImagePath: 'a', ServiceName: 'b' },
    ],
    [
      windows('taskscheduler'),
      { taskname: 'a', UserCONTEXT: 'b' },
      { TaskName: 'a', UserContext: 'b' },
    ],
    [
      windows('bits-client'),
      { remotename: 'a', PROCESSPATH: 'b' },
      { RemoteName: 'a', processPath: 'b' },
    ],
    [windows('dns-client'), { queryname: 'a' }, { QueryName: 'a' }],
    [windows('firewall-as'), { modifyingapplication: 'a' }, { ModifyingApplication: 'a' }],
    [windows('codeintegrity-operational'), { filenamebuffer: 'a' }, { FileNameBuffer: 'a' }],
    [windows('ntlm'), { workstationname: 'a' }, { WorkstationName: 'a' }],
    [
      windows('sysmon'),
      { commandline: 'a', grantedaccess: 'b' },
      { CommandLine: 'a', GrantedAccess: 'b' },
    ],
  ])('%j %j', (logsource, written, meant) => {
    const [found, asked] = [ask(target, logsource, written), ask(target, logsource, meant)];
    // What KQL reads out of a column is called as the rule calls it.
    expect(found.text?.toLowerCase()).toBe(asked.text?.toLowerCase());
    expect(keysIn(found.text)).toEqual(keysIn(asked.text));
    if (!found.text?.includes('extend')) expect(found.text).toBe(asked.text);
    expect(found.mapping).toBe(asked.mapping);
    // EQL searches no field of words.
    const isText = 'ScriptBlockText' in meant && target === 'eql';
    expect(found.text !== null || isText).toBe(true);
  });
});

describe.each(backends.map((b) => b.name))('a misspelt name, in %s', (target) => {
  test.each([
    [category('process_creation'), 'ComandLine', 'CommandLine'],
    [category('process_creation'), 'Imgae', 'Image'],
    [category('process_creation'), 'ParentImag', 'ParentImage'],
    [category('process_creation'), 'ParentComandLine', 'ParentCommandLine'],
    [category('process_creation'), 'OriginalFilename1', 'OriginalFileName'],
    [category('process_creation'), 'IntegrityLevl', 'IntegrityLevel'],
    [category('process_creation'), 'CurentDirectory', 'CurrentDirectory'],
    [category('process_creation'), 'Hashs', 'Hashes'],
    [category('network_connection'), 'DestinationPrt', 'DestinationPort'],
    [category('network_connection'), 'DestinatonIp', 'DestinationIp'],
    [category('network_connection'), 'Initated', 'Initiated'],
    [category('network_connection'), 'DestinationHostnam', 'DestinationHostname'],
    [category('registry_set'), 'TargetObjct', 'TargetObject'],
    [category('registry_set'), 'Detials', 'Details'],
    [category('file_event'), 'TargetFileNme', 'TargetFilename'],
    [category('image_load'), 'ImageLoded', 'ImageLoaded'],
    [category('process_access'), 'GrantedAcces', 'GrantedAccess'],
    [category('process_access'), 'CallTraces', 'CallTrace'],
    [category('dns_query'), 'QuerryName', 'QueryName'],
    [category('pipe_created'), 'PipName', 'PipeName'],
    [category('create_remote_thread'), 'StartModul', 'StartModule'],
    [category('create_remote_thread'), 'SorceImage', 'SourceImage'],
    [category('driver_load'), 'ImageLoadd', 'ImageLoaded'],
    [category('ps_script'), 'ScriptBlokText', 'ScriptBlockText'],
    [security, 'SubjectUsrName', 'SubjectUserName'],
    [security, 'TargetUserNam', 'TargetUserName'],
    [security, 'LogonTyp', 'LogonType'],
    [security, 'TicketEncryptonType', 'TicketEncryptionType'],
    [windows('system'), 'ImagPath', 'ImagePath'],
    [windows('system'), 'ServcieName', 'ServiceName'],
    [windows('taskscheduler'), 'TaskNam', 'TaskName'],
    [windows('sysmon'), 'Comandline', 'CommandLine'],
    [{ product: 'linux', category: 'process_creation' }, 'ComandLine', 'CommandLine'],
    [{ product: 'linux', category: 'file_event' }, 'TargetFilenam', 'TargetFilename'],
    [{ product: 'macos', category: 'process_creation' }, 'ParentImge', 'ParentImage'],
    [auditd, 'comn', 'comm'],
    [auditd, 'nametpe', 'nametype'],
    [{ product: 'aws', service: 'cloudtrail' }, 'eventNme', 'eventName'],
    [{ product: 'aws', service: 'cloudtrail' }, 'evntSource', 'eventSource'],
    [{ product: 'azure', service: 'activitylogs' }, 'operationNam', 'operationName'],
    [{ product: 'okta', service: 'okta' }, 'evntType', 'eventType'],
    [{ category: 'proxy' }, 'c-uuri', 'c-uri'],
    [{ category: 'webserver' }, 'cs-metod', 'cs-method'],
    [{ category: 'dns' }, 'qurey', 'query'],
    [{ category: 'firewall' }, 'dst_prt', 'dst_port'],
    [{ category: 'antivirus' }, 'Signatur', 'Signature'],
  ])('%j %s', (logsource, written, meant) => {
    const { text, diagnostics } = ask(target, logsource, { [written]: 'a' });
    const said = diagnostics.filter(({ code, span }) => {
      const at = span && span.file.text.slice(span.start, span.end).includes(written);
      return at && (text === null ? code === 'field-not-in-source' : code === 'field-assumed');
    });
    expect(said.map((d) => d.message).join()).toContain(`Did you mean \`${meant}\`?`);
    expect(ask(target, logsource, { [written]: 'a' }, { strict: true }).text).toBeNull();
  });
});

/* Splunk tells upper and lower case of names apart. */
test.each([...NATIVE_FIELDS])(
  'names of the JSON of %s are known to Splunk in any case',
  (of, names) => {
    const [product, service] = of.split('/');
    const arrays =
      of === 'okta/okta' ? ['target.id', 'target.alternateId', 'request.ipChain.ip'] : [];
    for (const name of [...names, ...arrays]) {
      const native = ask('splunk', { product, service }, { [name]: 'x' });
      expect([name, native.mapping]).toEqual([name, 'known']);
      expect(native.text).toContain(name.replace(/^(target|request\.ipChain)\./, '$1{}.'));
      for (const other of [name.toLowerCase(), name.toUpperCase()]) {
        expect(ask('splunk', { product, service }, { [other]: 'x' }).text).toBe(native.text);
      }
    }
  },
);

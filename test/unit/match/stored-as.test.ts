import { describe, expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { lucene } from '../../../backends/lucene/index.js';
import { splunk } from '../../../backends/splunk/index.js';
import { compile } from '../../../src/match/compile.js';
import { publishedTables, shippedPipelines } from '../../../src/pipeline/shipped.js';
import { readLibrary } from '../../support/read-library.js';

type Event = Readonly<Record<string, unknown>>;

const SYSMON = 'Microsoft-Windows-Sysmon/Operational';

async function found(
  target: typeof kql,
  pipeline: string,
  map: object,
  event: Event,
  logsource: object = { product: 'windows', category: 'process_creation' },
): Promise<boolean> {
  const detection = { s: map, condition: 's' };
  const library = readLibrary(JSON.stringify({ title: 't', logsource, detection }));
  const pipelines = await shippedPipelines(target, [pipeline]);
  const storedAs = { pipelines, target, tables: await publishedTables(target) };
  return compile(library, { storedAs }).match(event).length > 0;
}

describe('an event is taken under the names that a pipeline gives', () => {
  const elastic = {
    event: { code: '1' },
    winlog: { channel: SYSMON },
    process: { executable: 'C:\\kettle.exe', name: 'kettle.exe' },
    user: { name: 'kettle', domain: 'POT' },
  };
  const hunted = {
    Timestamp: 't',
    ActionType: 'RegistryValueSet',
    DeviceId: 'd',
    RegistryKey: 'HKEY_LOCAL_MACHINE\\SYSTEM\\ControlSet001\\Pot',
    RegistryValueName: 'Kettle',
    RegistryValueType: 'Dword',
    RegistryValueData: '10',
  };
  const registry = { product: 'windows', category: 'registry_set' };

  test('ecs-windows', async () => {
    const map = { 'Image|endswith': '\\kettle.exe', User: 'pot\\KETTLE' };
    expect(await found(lucene, 'ecs-windows', map, elastic)).toBe(true);
    expect(await found(lucene, 'ecs-windows', { ...map, User: 'x' }, elastic)).toBe(false);
    expect(await found(lucene, 'ecs-windows', map, { ...elastic, event: { code: '3' } })).toBe(
      false,
    );
    expect(
      await found(lucene, 'ecs-windows', map, { Image: 'C:\\kettle.exe', User: 'POT\\kettle' }),
    ).toBe(false);
  });

  test('ecs, which asks for a category that the event may not say', async () => {
    const map = { 'Image|endswith': '\\kettle.exe' };
    expect(await found(lucene, 'ecs', map, elastic)).toBe(true);
    const said = (category: string) => ({
      ...elastic,
      event: { code: '1', category: [category], type: ['start'] },
    });
    expect(await found(lucene, 'ecs', map, said('process'))).toBe(true);
    expect(await found(lucene, 'ecs', map, said('network'))).toBe(false);
  });

  test('microsoft-xdr, of which the end of a path is left', async () => {
    const made = {
      Timestamp: 't',
      DeviceId: 'd',
      ActionType: 'FileCreated',
      FileName: 'pot.kettle',
      FolderPath: 'C:\\pot.kettle',
      InitiatingProcessParentFileName: 'stove.exe',
    };
    const map = { 'TargetFilename|endswith': '.kettle', 'ParentImage|endswith': '\\stove.exe' };
    const files = { product: 'windows', category: 'file_event' };
    expect(await found(kql, 'microsoft-xdr', map, made, files)).toBe(true);
    const other = { ...made, InitiatingProcessParentFileName: 'pan.exe' };
    expect(await found(kql, 'microsoft-xdr', map, other, files)).toBe(false);
  });

  test('microsoft-xdr, of its own table alone', async () => {
    const map = {
      TargetObject: 'HKLM\\SYSTEM\\CurrentControlSet\\Pot\\Kettle',
      Details: 'DWORD (0x0000000a)',
    };
    expect(await found(kql, 'microsoft-xdr', map, hunted, registry)).toBe(true);
    expect(
      await found(kql, 'microsoft-xdr', map, { ...hunted, Type: 'DeviceRegistryEvents' }, registry),
    ).toBe(true);
    expect(
      await found(kql, 'microsoft-xdr', map, { ...hunted, Type: 'DeviceEvents' }, registry),
    ).toBe(false);
    expect(
      await found(kql, 'microsoft-xdr', map, { ...hunted, RegistryValueType: 'String' }, registry),
    ).toBe(false);
  });

  test('sentinel', async () => {
    const row = {
      Type: 'Event',
      TenantId: 't',
      EventLog: SYSMON,
      EventID: 1,
      EventData: '<EventData><Data Name="Image">C:\\a &amp; b.exe</Data></EventData>',
    };
    expect(await found(kql, 'sentinel', { Image: 'c:\\a & b.exe' }, row)).toBe(true);
    expect(await found(kql, 'sentinel', { Image: 'c:\\a & b' }, row)).toBe(false);
  });

  test('splunk, with values as they are in XML', async () => {
    const event = {
      sourcetype: 'XmlWinEventLog',
      source: `XmlWinEventLog:${SYSMON}`,
      EventCode: 1,
      Image: 'C:\\a &amp; b.exe',
    };
    expect(await found(splunk, 'splunk', { Image: 'c:\\a & b.exe' }, event)).toBe(true);
    expect(await found(splunk, 'splunk', { Image: 'c:\\a & b' }, event)).toBe(false);
  });

  test('splunk, with what an add-on writes where there is no value', async () => {
    const event = { sourcetype: 'aws:cloudtrail', eventName: 'Steep', errorCode: 'success' };
    const trail = { product: 'aws', service: 'cloudtrail' };
    const none = { eventName: 'Steep', errorCode: null };
    expect(await found(splunk, 'splunk', none, event, trail)).toBe(true);
    const denied = { ...event, errorCode: 'AccessDenied' };
    expect(await found(splunk, 'splunk', none, denied, trail)).toBe(false);
  });

  test('windows, which has names of its own for none', async () => {
    const event = { Event: { System: { Channel: SYSMON, EventID: 1 }, EventData: { Image: 'a' } } };
    expect(await found(kql, 'windows', { Image: 'a' }, event)).toBe(true);
    expect(await found(kql, 'windows', { Image: 'a' }, { Image: 'a' })).toBe(true);
    const other = { ...event.Event, System: { Channel: 'System', EventID: 1 } };
    expect(await found(kql, 'windows', { Image: 'a' }, { Event: other })).toBe(false);
  });
});

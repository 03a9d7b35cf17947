import { describe, expect, test } from 'vitest';
import { readEvents } from '../../support/read-events.js';
import { matchedShapes as shapes } from '../../support/matched-shapes.js';
import type { Event } from '../../support/matched-shapes.js';

const LOGON = { EventID: 4625, TargetUserName: 'ann', LogonType: 3 };
const SECURITY = { product: 'windows', service: 'security' };

describe('tables', () => {
  test("Hayabusa's details are fields", () => {
    const csv =
      'RuleTitle,Channel,EventID,Details\nx,Sec,4625,"TargetUserName: ann ¦ LogonType: 3 ¦ Path: C:\\a: b"\n';
    const [row] = readEvents('e.csv', csv) as readonly (readonly [number, Event])[];
    const details = { ...LOGON, Path: 'C:\\a: b' };
    expect(shapes(SECURITY, details, [row![1]])).toEqual(['Hayabusa']);
  });

  test("Event Viewer's rows have a message that its header does not name", () => {
    const csv =
      'Level,Date and Time,Source,Event ID,Task Category\nError,11/30/2026 10:00:00 AM,Microsoft-Windows-Security-Auditing,4625,Logon,"it\nboils"\n';
    const [row] = readEvents('e.csv', csv) as readonly (readonly [number, Event])[];
    const map = { EventID: 4625, 'Message|contains': 'boils' };
    expect(shapes(SECURITY, map, [row![1]])).toEqual(['Event Viewer']);
    expect(shapes({ product: 'windows', service: 'system' }, map, [row![1]])).toEqual([]);
  });
});

test('rows of the device timeline of Defender have the columns of advanced hunting, as words', () => {
  const csv =
    'Event Time,Machine Id,Computer Name,Action Type,File Name,Folder Path,Sha1,Process Command Line\n2026-11-30T10:00:00.000Z,1,pot,ProcessCreated,tea.exe,C:\\Pot,abc,tea --hot\n';
  const [row] = readEvents('e.csv', csv) as readonly (readonly [number, Event])[];
  const process = { product: 'windows', category: 'process_creation' };
  const map = {
    Image: 'C:\\Pot\\tea.exe',
    CommandLine: 'tea --hot',
    'Hashes|contains': 'SHA1=abc',
  };
  expect(shapes(process, map, [row![1]])).toEqual(['Microsoft']);
  expect(shapes({ product: 'windows', category: 'file_event' }, map, [row![1]])).toEqual([]);
});

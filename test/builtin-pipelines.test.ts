import { describe, expect, test } from 'vitest';
import { kql } from '../backends/kql/index.js';
import { lucene } from '../backends/lucene/index.js';
import { splunk } from '../backends/splunk/index.js';
import type { Backend } from '../src/backend/contract.js';
import { convert } from '../src/convert/index.js';
import { loadPipeline } from '../src/pipeline/load.js';
import { storeOf } from '../src/schemas/stores.js';
import type { Pipeline } from '../src/pipeline/pipeline.js';
import { readLibrary } from './support/read-library.js';

async function shipped(backend: Backend): Promise<readonly [string, Pipeline][]> {
  const texts = await storeOf(backend).pipelines();
  return Object.entries(texts).map(([name, text]) => {
    const { pipeline, diagnostics } = loadPipeline(text, { path: name });
    if (!pipeline) throw new Error(`${name}: ${diagnostics[0]!.message}`);
    return [name, pipeline];
  });
}

describe.each([kql, splunk, lucene])('the pipelines of $name', (backend) => {
  test('can be read, and are for its store alone', async () => {
    const all = await shipped(backend);
    expect(all.length).toBeGreaterThan(0);
    for (const [name, { name: own, targets, stores }] of all) {
      expect([own, targets, stores]).toEqual([name, [], [backend.store]]);
    }
  });
});

async function query(backend: Backend, name: string, rule: string): Promise<string | null> {
  const pipelines = (await shipped(backend)).flatMap(([n, p]) => (n === name ? [p] : []));
  const [converted] = convert(readLibrary(rule), { backend, pipelines });
  return converted!.text;
}

const TWO_SOURCES = `title: PSexec service installation
logsource:
    product: windows
    service: [system, security]
detection:
    selection_service_install:
        EventID: [4697, 7045]
        ServiceName|contains: PSEXESVC
    selection_service_privilege:
        EventID: 4674
        ObjectServer: SC Manager
    condition: selection_service_install or selection_service_privilege
`;

describe('a rule for two log sources', () => {
  test('is one search over both in Splunk', async () => {
    expect(await query(splunk, 'splunk-windows', TWO_SOURCES))
      .toBe(`source IN (WinEventLog:System, XmlWinEventLog:System, WinEventLog:Security, XmlWinEventLog:Security)
((EventCode IN (4697, 7045) ServiceName="*PSEXESVC*") OR (EventCode=4674 ObjectServer="SC Manager"))`);
  });

  test("asks each source for its own fields in Elastic's Common Schema", async () => {
    expect(await query(lucene, 'ecs-windows', TWO_SOURCES)).toBe(`(
  winlog.channel:System
  AND (
    (
      event.code:(4697 OR 7045)
      AND winlog.event_data.ServiceName:/.*[Pp][Ss][Ee][Xx][Ee][Ss][Vv][Cc].*/
    )
    OR (event.code:4674 AND winlog.event_data.ObjectServer:/[Ss][Cc] [Mm][aA][nN][aA][gG][eE][rR]/)
  )
)
OR (
  winlog.channel:Security
  AND (
    (
      event.code:(4697 OR 7045)
      AND winlog.event_data.ServiceName:/.*[Pp][Ss][Ee][Xx][Ee][Ss][Vv][Cc].*/
    )
    OR (event.code:4674 AND winlog.event_data.ObjectServer:/[Ss][Cc] [Mm][aA][nN][aA][gG][eE][rR]/)
  )
)`);
  });
});

test('a process rule is about Sysmon events in Splunk', async () => {
  const rule = `title: t
logsource: {category: process_creation, product: windows}
detection:
    s:
        Image|endswith: \\whoami.exe
    condition: s
`;
  expect(await query(splunk, 'splunk-windows', rule)).toBe(`source IN (
  WinEventLog:Microsoft-Windows-Sysmon/Operational,
  XmlWinEventLog:Microsoft-Windows-Sysmon/Operational
)
EventCode=1
Image="*\\\\whoami.exe"`);
});

const SEVERITY = `title: An error
logsource:
    product: gcp
    service: gcp.audit
detection:
    selection:
        severity: ERROR
        resource.labels.project_id: kettle
    condition: selection
`;

test('what one pipeline says of a field says nothing of the sources of another', async () => {
  const alone = await query(lucene, 'ecs-cloud', SEVERITY);
  expect(alone).toContain('log.level:/[Ee][Rr][Rr][Oo][Rr]/');
  expect(await query(lucene, 'ecs', SEVERITY)).toBe(alone);
});

import { describe, expect, test } from 'vitest';
import { buildCorpusIndex } from '../../../src/catalog/corpus/corpus-index.js';
import type {
  CorpusLanguage,
  CorpusPredicate,
  CorpusRule,
} from '../../../src/catalog/corpus/entry.js';
import { readSamples, sampleFiles } from './samples.js';

const { rules } = readSamples();
const index = buildCorpusIndex(rules);

const LANGUAGE_OF: Readonly<Record<string, CorpusLanguage>> = {
  sigma: 'sigma',
  kusto: 'kusto',
  sentinel: 'kusto',
  elastic: 'elastic',
  splunk: 'splunk',
};

function predicate(
  field: string,
  kind: CorpusPredicate['kind'],
  value: string,
): Omit<CorpusPredicate, 'line'> {
  return { field, context: null, kind, value, negated: false };
}

function ruleAt(path: string): CorpusRule {
  return index.rules.find((r) => r.path === path && r.position === 0)!;
}

describe('counts agree with plain ones', () => {
  // These texts stand in the samples for one thing only, so a search of the files counts them.
  test.each([
    ['ObjectServer', 'eq', 'SC Manager', '"?sc manager'],
    ['CommandLine', 'match', 'FromBase64String', 'FromBase64String'],
    ['CommandLine', 'match', ' -enc ', ' -enc '],
    ['OriginalFileName', 'eq', 'PowerShell.EXE', '[^\\\\]powershell\\.exe'],
    ['ScriptBlockText', 'match', 'SetWindowsHookEx', 'SetWindowsHookEx'],
    ['Image', 'ends_with', '\\pwsh.exe', 'pwsh\\.exe'],
  ] as const)('%s %s %s', (field, kind, value, pattern) => {
    const plain: Partial<Record<CorpusLanguage, number>> = {};
    for (const { path, content } of sampleFiles) {
      const text = new TextDecoder().decode(content as Uint8Array);
      const language = LANGUAGE_OF[path.split('/')[0]!];
      if (language && new RegExp(pattern, 'i').test(text)) {
        plain[language] = (plain[language] ?? 0) + 1;
      }
    }
    const total = Object.values(plain).reduce((sum, n) => sum + n, 0);
    expect(index.counts('sigma', predicate(field, kind, value))).toEqual({
      total,
      languages: plain,
    });
    expect(total).toBeGreaterThan(1);
  });

  test('a rule is not counted with the others', () => {
    const rule = ruleAt('sigma/service_manager_handle.yml');
    const asked = rule.predicates.find((p) => p.field === 'ObjectServer')!;
    expect(index.counts('sigma', asked, rule)).toEqual({
      total: 2,
      languages: { sigma: 1, kusto: 1 },
    });
    const alone = rule.predicates.find((p) => p.field === 'ProcessName')!;
    expect(index.counts('sigma', alone, rule)).toEqual({ total: 0, languages: {} });
  });

  test('every count is the number of rules that a look at each of them finds', () => {
    for (const rule of index.rules) {
      for (const asked of rule.predicates) {
        const found = index.rules.filter(
          (other) =>
            other !== rule &&
            other.predicates.some(
              (p) => plainly(other.language, p) === plainly(rule.language, asked),
            ),
        );
        const { total } = index.counts(rule.language, asked, rule);
        expect(total, `${rule.path}: ${JSON.stringify(asked)}`).toBe(found.length);
      }
    }
  });
});

/** What the samples' fields are called in one language, in the plainest words. */
const FIELDS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^kusto DeviceProcessEvents FileName$/, 'the program’s name'],
  [/^kusto DeviceNetworkEvents InitiatingProcessFileName$/, 'the program’s name'],
  [/^elastic \w* process\.name$/, 'the program’s name'],
  [/^splunk \w* Processes\.process_name$/, 'the program’s name'],
  [/^kusto DeviceNetworkEvents InitiatingProcessParentFileName$/, 'the parent’s name'],
  [/^elastic \w* process\.parent\.name$/, 'the parent’s name'],
  [/^elastic \w* dll\.name$/, 'the library’s name'],
  [/^sigma \w* Image$/, 'the program'],
  [/^kusto DeviceNetworkEvents InitiatingProcessFolderPath$/, 'the program'],
  [/^sigma \w* ParentImage$/, 'the parent'],
  [/^kusto DeviceProcessEvents InitiatingProcessFolderPath$/, 'the parent'],
  [/^elastic \w* process\.parent\.executable$/, 'the parent'],
  [/^splunk \w* Processes\.parent_process_path$/, 'the parent'],
  [/^elastic \w* dll\.path$/, 'the library'],
  [/ (?:CommandLine|ProcessCommandLine|process\.command_line|Processes\.process)$/, 'the command'],
  [/ (?:ProcessVersionInfoOriginalFileName|\S+\.original_file_name)$/, 'the first name'],
  [/ (?:EventID|EventCode|event\.code)$/, 'the event’s number'],
  [/ (?:ServiceName|Service_Name|winlog\.event_data\.ServiceName)$/, 'the service'],
  [/ (?:ServiceFileName|ImagePath|Service_File_Name)$/, 'the service’s program'],
  [/ (?:ScriptBlockText|powershell\.file\.script_block_text)$/, 'the script'],
  [/ (?:dest_port|destination\.port|RemotePort)$/, 'the port'],
  [/ (?:RemoteIP|destination\.ip)$/, 'the far address'],
  [/ (?:source\.ip|src_ip)$/, 'the near address'],
  [/ (?:RegistryValueData|EventData\.Details)$/, 'the registry’s data'],
  [/ (?:destination\.domain|RemoteUrl)$/, 'the far name'],
];

/** Written apart from the index, and for the samples alone. */
function plainly(language: CorpusLanguage, asked: CorpusPredicate): string {
  const { field, context, kind, negated } = asked;
  const value = asked.value.toLowerCase();
  const full = `${language} ${context ?? ''} ${field}`;
  const name = field === null ? 'anywhere' : (FIELDS.find(([p]) => p.test(full))?.[1] ?? field);
  const not = negated ? 'not ' : '';
  const isName = name.endsWith('’s name') && !name.startsWith('the far');
  if (kind === 'null') return `${name} ${negated ? '' : 'not '}exists`;
  if (kind === 'exists') return `${name} ${not}exists`;
  if (isName && kind === 'eq') return `${name.replace('’s name', '')} ${not}ends_with \\${value}`;
  if (name === 'the script' && kind === 'eq') return `${name} ${not}match ${value}`;
  return `${name} ${not}${kind} ${value}`;
}

// What users of other converters report, each as a test of what happens here. Left to others:
// one output file for each rule, progress and exit codes (test/cli), speed (bench), the meaning of
// every query over events (test/engines).
import { describe, expect, test } from 'vitest';
import { kql, plugin as kqlPlugin } from '../backends/kql/index.js';
import { lucene, plugin as lucenePlugin } from '../backends/lucene/index.js';
import { splunk, plugin as splunkPlugin } from '../backends/splunk/index.js';
import { codeFrame, convert, parse, toRecord } from '../src/index.js';
import type { Backend, ConvertOptions, Query } from '../src/index.js';
import { readLibrary } from './support/read-library.js';

interface Asked extends Partial<ConvertOptions> {
  readonly logsource?: string;
  readonly condition?: string;
}

/** The queries of a rule whose detection is the given lines. */
function queriesOf(backend: Backend, detection: string, asked: Asked = {}): Query[] {
  const { logsource = 'product: windows', condition = 'selection', ...options } = asked;
  const body = detection.trim().replace(/^/gm, '    ');
  const text = `title: A rule\nlogsource:\n    ${logsource}\ndetection:\n${body}\n    condition: ${condition}\n`;
  const library = readLibrary(text, { path: 'rule.yml' });
  return convert(library, { backend, compact: true, ...options });
}

function queryOf(backend: Backend, detection: string, asked: Asked = {}): string {
  const [query] = queriesOf(backend, detection, asked);
  const messages = query?.diagnostics.map((d) => d.message).join('\n');
  return query?.text ?? `no query: ${messages ?? ''}`;
}

/** One field with one value. */
function selection(key: string, value: string): string {
  return `selection:\n    ${key}: ${value}`;
}

describe('wrong queries, silently', () => {
  test('a literal * has no escape in the search of Splunk', () => {
    const query = queryOf(splunk, selection('CommandLine|contains', "'/tn \\*'"));
    const [search, where] = query.split(' | where ');
    expect(search).toBe('CommandLine="*/tn *"');
    expect(where).toContain(String.raw`"(?is)/tn \\*"`);
  });

  test('a trailing backslash does not escape the wildcard of a modifier', () => {
    const detection = selection('TargetFilename|contains', String.raw`'\Desktop\'`);
    expect(queryOf(splunk, detection)).toBe(String.raw`TargetFilename="*\\Desktop\\*"`);
    expect(queryOf(kql, detection)).toBe(String.raw`TargetFilename contains @"\Desktop\"`);
    expect(queryOf(lucene, detection)).toBe(String.raw`TargetFilename:*\\Desktop\\*`);
  });

  test('a written wildcard after a backslash stays one, at both ends', () => {
    const detection = selection('TargetFilename', String.raw`'*\\AppData\\*'`);
    expect(queryOf(kql, detection)).toBe(String.raw`TargetFilename contains @"\AppData\"`);
    expect(queryOf(splunk, detection)).toBe(String.raw`TargetFilename="*\\AppData\\*"`);
  });

  test('? and * in the middle are wildcards in KQL: for the whole value, whatever its case', () => {
    const query = queryOf(kql, selection('Image', String.raw`'C:\a?b*c'`));
    expect(query).toBe(String.raw`Image matches regex @"(?is)^C:\\a.b.*c$"`);
  });

  test('? is one character in Splunk, not any number', () => {
    const query = queryOf(splunk, selection('Image', String.raw`'C:\a?b'`));
    expect(query).toContain(String.raw`"(?is)^C:\\\\a.b\\z"`);
    expect(query).not.toContain('*b');
  });

  test('a field name with a space is a column in KQL, not a string', () => {
    expect(queryOf(kql, selection('field with space', 'y'))).toBe(`['field with space'] =~ "y"`);
    expect(queryOf(splunk, selection('field with space', 'y'))).toBe('"field with space"="y"');
    expect(queryOf(lucene, selection('field with space', 'y'))).toBe(
      String.raw`field\ with\ space:"y"`,
    );
  });

  test('null on a string column of KQL is no isnull, and its negation not true of all', () => {
    const query = queryOf(kql, selection('Image', 'null'));
    expect(query).toBe('isempty(Image)');
    expect(queryOf(kql, selection('Image', 'null'), { condition: 'not selection' })).toMatch(
      /^(?:isnotempty\(Image\)|not\(isempty\(Image\)\))$/,
    );
    expect(queryOf(kql, selection('Size', 'null'), { options: { columns: 'Size:long' } })).toBe(
      'isnull(Size)',
    );
  });

  test.each([kql, splunk, lucene])('a line break in a value stays in its quotes: $name', (b) => {
    const query = queryOf(b, selection('CommandLine|contains', '"first\\nsecond"'));
    expect(query).not.toMatch(/[\r\n]/);
    expect(query).toContain('second');
  });

  test('reserved words are values in Lucene', () => {
    for (const word of ['AND', 'OR', 'NOT', 'TO']) {
      expect(queryOf(lucene, selection('Image', `'${word}'`))).toBe(`Image:"${word}"`);
      expect(queryOf(lucene, selection('Image|startswith', `'${word} '`))).toBe(
        `Image:${word}\\ *`,
      );
    }
  });

  test('a regex is translated for Lucene, which has no classes, flags or anchors of PCRE', () => {
    const query = queryOf(lucene, selection('CommandLine|re', String.raw`'(?i)^net\s+\d+$'`));
    expect(query).not.toMatch(/\\s|\\d|\(\?|\^net|\$\//);
    expect(query).toContain('net');
    const [look] = queriesOf(lucene, selection('CommandLine|re', "'(?<=a)b'"));
    expect(look).toMatchObject({ text: null, fidelity: 'refused' });
    expect(look?.diagnostics.find((d) => d.severity === 'error')?.message).toContain('look-around');
  });

  test('keyword fields of Elasticsearch are case-sensitive: three ways to live with it', () => {
    const detection = selection('Image|endswith', String.raw`'\cmd.exe'`);
    const [normalized] = queriesOf(lucene, detection);
    expect(normalized?.diagnostics.map((d) => d.code)).toContain('lucene-normalized');
    const inMode = (mode: string): string =>
      queryOf(lucene, detection, { options: { case: mode } });
    expect(inMode('caseless')).toBe(String.raw`Image.caseless:*\\cmd.exe`);
    expect(inMode('regex')).toMatch(/^Image:\/\.\*\\\\\[[cC]{2}\]\[[mM]{2}\]\[[dD]{2}\]/);
  });

  test('a keyword is found anywhere in the event, so its wildcards stay', () => {
    const detection = "selection:\n    - 'a b'\n    - 'c'";
    expect(queryOf(lucene, detection)).toBe(String.raw`*a\ b* OR *c*`);
    expect(queryOf(lucene, detection, { options: { keyword_field: 'message' } })).toBe(
      String.raw`message:(*a\ b* OR *c*)`,
    );
    expect(queryOf(kql, detection)).toBe('* contains "a b" or * contains "c"');
    expect(queryOf(splunk, detection)).toBe('"*a b*" OR "*c*"');
  });

  test('a regex under OR in Splunk keeps the other side of the OR', () => {
    const detection = "selection:\n    - Image|re: 'a+'\n    - User: root";
    const query = queryOf(splunk, detection);
    expect(query).toMatch(/^\* \| where .+ OR .+$/);
    expect(query).not.toMatch(/\| (?:rex|regex|eval)/);
    expect(query).toContain('User');
  });

  test('a query of Splunk never begins with a pipe', () => {
    expect(queryOf(splunk, selection('Image|re', "'a+'"))).toMatch(/^\* \| where /);
    expect(queryOf(splunk, selection('Image', 'x'), { options: { search: 'where' } })).toMatch(
      /^\* \| where /,
    );
  });

  test('cased is kept', () => {
    const detection = selection('Image|cased|contains', 'Abc');
    expect(queryOf(kql, detection)).toBe('Image contains_cs "Abc"');
    expect(queryOf(splunk, detection)).toContain('"(?s)Abc"');
    expect(queryOf(lucene, detection, { options: { case: 'caseless' } })).toBe('Image:*Abc*');
    expect(queriesOf(lucene, detection)[0]?.fidelity).toBe('approximate');
  });

  test('fieldref is kept where the target can, else left open with a warning', () => {
    const detection = selection('Image|fieldref', 'ParentImage');
    expect(queryOf(kql, detection)).toContain('tolower(Image) == tolower(ParentImage)');
    expect(queryOf(splunk, detection)).toContain('"=".lower(Image) == "=".lower(ParentImage)');
    const [query] = queriesOf(lucene, detection);
    expect(query?.text).not.toBeNull();
    expect(query?.fidelity).toBe('approximate');
    expect(query?.diagnostics.find((d) => d.direction === 'wider')?.span).not.toBeNull();
  });
});

describe('refused for no good reason', () => {
  test.each([
    'product: linux\n    service: auditd',
    'product: macos\n    category: file_event',
    'service: sshd',
    'category: proxy',
  ])('rules for more than Windows become KQL: %s', (logsource) => {
    const detection = selection('Anything', 'x');
    expect(queryOf(kql, detection, { logsource })).toContain('Anything =~ "x"');
    expect(queryOf(kql, detection, { logsource, options: { table: 'Events' } })).toBe(
      'Events | where Anything =~ "x"',
    );
  });

  test('a query of KQL without a table says so', () => {
    const [query] = queriesOf(kql, selection('Image', 'x'));
    expect(query?.diagnostics.map((d) => d.code)).toContain('kql-no-table');
  });

  test.each([kql, splunk, lucene])('a field that nobody knows is kept: $name', (backend) => {
    const detection = 'selection:\n    Image: a.exe\n    FieldOfMine: b';
    expect(queryOf(backend, detection)).toContain('FieldOfMine');
  });

  test.each([
    [kql, { table: 'SecurityEvent' }, 'exact'],
    [splunk, {}, 'exact'],
    [lucene, {}, 'refused'],
  ] as const)(
    'a correlation converts, or is refused aloud: $0.name',
    (backend, options, fidelity) => {
      const text = `title: A rule
name: failed
logsource:
    product: windows
detection:
    selection:
        EventID: 4625
    condition: selection
---
title: Many
correlation:
    type: event_count
    rules: [failed]
    group-by: [User]
    timespan: 5m
    condition:
        gte: 10
`;
      const library = readLibrary(text);
      // The rule only serves the correlation, so it gives no query of its own.
      const [query, ...others] = convert(library, { backend, options });
      expect(others).toEqual([]);
      expect(query!.fidelity).toBe(fidelity);
      expect(query!.diagnostics.some((d) => d.severity === 'error')).toBe(fidelity === 'refused');
    },
  );

  test('real catalogues are read: lists of services, bare tags, tabs, unknown statuses', () => {
    const text = [
      'title: Loose',
      'status: in production',
      'tags:',
      '    - t1059',
      'logsource:',
      '    product: windows',
      '    service: [system, security]',
      'detection:',
      '    selection:',
      '\t\tEventID: 7045',
      '    condition: selection',
      '',
    ].join('\n');
    const library = readLibrary(text);
    const { diagnostics } = library;
    expect(diagnostics.every((d) => d.severity !== 'error')).toBe(true);
    expect(diagnostics.map((d) => d.code)).toEqual(
      expect.arrayContaining(['unknown-status', 'tag-namespace', 'logsource-list']),
    );
    const [query] = convert(library, { backend: splunk });
    expect(query?.text).toBe('EventID=7045');
  });

  test('the old aggregation is a correlation; without a timeframe that is said', () => {
    const condition = 'selection | count(User) by Computer > 10';
    const detection = selection('EventID', '4625');
    const [query] = queriesOf(splunk, `${detection}\ntimeframe: 5m`, { condition });
    expect(query).toMatchObject({ fidelity: 'exact' });
    const [without] = queriesOf(splunk, detection, { condition });
    expect(without).toMatchObject({ text: null, fidelity: 'refused' });
    expect(without!.document.diagnostics.map((d) => d.code)).toEqual([
      'aggregation-without-timeframe',
    ]);
  });
});

describe('errors and runs', () => {
  const good =
    'title: Good\nlogsource:\n    product: windows\ndetection:\n    s:\n        a: b\n    condition: s\n';

  test('one bad rule does not end the run', () => {
    const bad = good.replace('condition: s', 'condition: s and').replace('Good', 'Bad');
    const library = readLibrary([good, bad, good].join('---\n'), { path: 'rules.yml' });
    const queries = convert(library, { backend: kql });
    expect(queries.map((q) => q.text !== null)).toEqual([true, false, true]);
  });

  test('an error names the file, the line and what to do', () => {
    const { diagnostics } = parse(good.replace('a: b', 'a|contain: b'), { path: 'rules/x.yml' });
    expect(diagnostics.map(toRecord)).toMatchObject([
      { code: 'unknown-modifier', severity: 'error', path: 'rules/x.yml', line: 6, column: 11 },
    ]);
    const frame = codeFrame(diagnostics[0]!, { colour: false });
    expect(frame).toContain('rules/x.yml:6:11');
    expect(frame).toContain('Did you mean `contains`?');
  });

  test('a condition with the wrong indentation is explained', () => {
    const outside = good.replace('    condition', 'condition');
    const inside = good.replace('    condition', '        condition');
    expect(parse(outside).diagnostics.map((d) => d.code)).toEqual(['condition-outside']);
    expect(parse(inside).diagnostics.map((d) => d.code)).toEqual(['condition-indented']);
  });

  test('a rule that gives no query says why, in the words of its query', () => {
    const [query] = queriesOf(kql, selection('User|expand', "'%Administrators%'"));
    expect(query?.text).toBeNull();
    expect(query?.diagnostics).toMatchObject([{ severity: 'error', path: 'rule.yml' }]);
    expect(query?.diagnostics[0]?.message).toContain('%Administrators%');
  });

  test('a query is tied to its rule, in bulk too', () => {
    const library = readLibrary(`id: 0a6e5f9e-8f6b-4f60-9b0e-1f2d3c4b5a69\n${good}`, {
      path: 'rules/x.yml',
    });
    const [query] = convert(library, { backend: splunk, format: 'savedsearches' });
    expect(query?.document.heading).toMatchObject({
      id: '0a6e5f9e-8f6b-4f60-9b0e-1f2d3c4b5a69',
      title: 'Good',
    });
    expect(query?.document.span.file.path).toBe('rules/x.yml');
    expect(query?.text).toContain('[Good - b1c08d77]');
    expect(query?.segments.every((s) => s.span.file.path === 'rules/x.yml')).toBe(true);
  });

  test('a backend states the version of the contract that it keeps', () => {
    for (const plugin of [kqlPlugin, splunkPlugin, lucenePlugin]) {
      expect(plugin.apiVersion).toBe(1);
      expect(plugin.backends).toHaveLength(1);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { applyPipelines } from '../../../src/pipeline/apply.js';
import { describeRule } from '../../../src/pipeline/describe.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { columnsIn } from './placed.js';
import { readLibrary } from '../../support/read-library.js';

/** What a rule of one identifier becomes for one source, and what is said of it. */
function read(source: string, detection: string, logsource = 'product: windows') {
  const { pipeline, diagnostics } = loadPipeline(
    `name: p\nsources:\n  - name: the log\n    ${source.replaceAll('\n', '\n    ')}\n`,
    { path: 'p.yml' },
  );
  if (!pipeline) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  const library = readLibrary(
    `title: t\nlogsource: {${logsource}}\ndetection:\n  s:\n    ${detection.replaceAll('\n', '\n    ')}\n  condition: s\n`,
  );
  const [item] = library.documents;
  if (item?.content?.kind !== 'rule') throw new Error('no rule');
  const [processed] = applyPipelines(item.content, [pipeline], { target: { name: 'splunk' } });
  return {
    items: describeRule(processed.rule).filter((l) => !/^(logsource|condition)/.test(l)),
    names: processed.rule.detection.identifiers.map((i) =>
      i.body.kind === 'detection-group'
        ? i.body.items.map((n) => n.kind === 'detection-item' && n.field)
        : [],
    ),
    columns: columnsIn(processed.placement),
    errors: processed.diagnostics.filter((d) => d.severity === 'error').map((d) => d.message),
  };
}

describe('what stands around each value', () => {
  const provider = `logsource: {}
fields: { Provider_Name: { to: Name, prefix: ["'", ''], suffix: ["'", ''] } }`;

  test('a prefix goes with the suffix at its place', () => {
    expect(read(provider, 'Provider_Name: [ESENT, MsiInstaller]').items).toEqual([
      `s: Name = "'ESENT'", "ESENT", "'MsiInstaller'", "MsiInstaller"`,
    ]);
  });

  test('quotation marks are covered by wildcards of the rule', () => {
    expect(read(provider, 'Provider_Name|contains: SQL').items).toEqual([
      `s: Name = "*SQL*", "*SQL*"`,
    ]);
    expect(read(provider, 'Provider_Name|startswith: SQL').items).toEqual([
      `s: Name = "'SQL*", "SQL*"`,
    ]);
  });

  test('a mark is not part of the value', () => {
    expect(read(provider, 'Provider_Name|endswith: "?s"').items).toEqual([
      `s: Name = "'*?s'", "*?s"`,
    ]);
    expect(read(provider, `Provider_Name|endswith: "'s"`).items).toEqual([
      `s: Name = "'*'s'", "*'s"`,
    ]);
  });

  test('is around no missing value: the field is missing if some events have it as it is', () => {
    expect(read(provider, 'Provider_Name: [null, ESENT]').items).toEqual([
      `s: Name = null, "'ESENT'", "ESENT"`,
    ]);
    const always = `logsource: {}\nfields: { Channel: { to: source, prefix: 'WinEventLog:' } }`;
    expect(read(always, 'Channel: null').errors).toHaveLength(1);
  });

  test('is around the values of one field only where they are paired', () => {
    const paired = `logsource: {}
fields: { Provider_Name: { to: [Name, Source], prefix: ["'", ''], suffix: ["'", ''], paired: true } }`;
    expect(read(paired, 'Provider_Name: [a, b]').items).toEqual([
      `s or 1: Name = "'a'", "'b'"`,
      's or 2: Source = "a", "b"',
    ]);
    expect(read(paired, 'Provider_Name|re: ^E').errors).toHaveLength(1);
  });

  test('may have wildcards', () => {
    const source = "logsource: {}\nfields: { extension: { to: path, prefix: '*.' } }";
    expect(read(source, 'extension: [exe, 7]').items).toEqual(['s: path = "*.exe", "*.7"']);
  });

  test('is nothing that a regular expression could be asked of', () => {
    const { errors } = read(provider, 'Provider_Name|re: ^E');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('only strings can be searched for');
  });
});

describe('fields that some events have elsewhere', () => {
  const source = `logsource: {}
fields: { User: { to: [data.user, own.user], events: { own.user: [7, 8] } } }
others: keep`;

  test.each([
    ['the event has it there', 'EventID: 7', ['own.user']],
    ['the event has it where most do', 'EventID: 1', ['data.user']],
    ['the events have it in either', 'EventID: [1, 7]', ['data.user', 'own.user']],
    ['the rule may select any event', 'Other: 1', ['data.user', 'own.user']],
  ])('are asked where %s', (_where, selection, fields) => {
    const { items } = read(source, `${selection}\nUser: kettle`);
    const asked = items.flatMap((line) => /(\w+\.user) = "kettle"/.exec(line)?.[1] ?? []);
    expect(asked).toEqual(fields);
  });
});

describe('what is stored as a number', () => {
  const source = `logsource: {}
fields: { Pid: { to: [pid, data.pid], decimal: pid, events: { pid: 1, data.pid: 2 } } }
others: keep`;

  test.each([
    ['in decimal', 'EventID: 1', ['pid = 500']],
    ['as it is in events that keep it', 'EventID: 2', ['data.pid = "0x1f4"']],
    [
      'either way in events of which nothing is known',
      'EventID: 3',
      ['pid = 500', 'data.pid = "0x1f4"'],
    ],
  ])('is asked for %s', (_how, selection, asked) => {
    const { items } = read(source, `${selection}\nPid: '0x1f4'`);
    expect(items.flatMap((line) => /((?:data\.)?pid = .*)/.exec(line)?.[1] ?? [])).toEqual(asked);
  });

  test.each([
    ['EventID: 1', 'Pid|startswith: 0x', 'it is stored as a number'],
    ['EventID: 1', 'Pid: 500', 'it is stored as a number'],
    ['EventID: [1, 2]', "Pid: '0x1f4'", 'must ask for one `EventID`'],
    ['Other: 1', "Pid: '0x1f4'", 'must ask for one `EventID`'],
  ])('is not asked for with %s and %s', (selection, item, reason) => {
    expect(read(source, `${selection}\n${item}`).errors.join()).toContain(reason);
  });
});

describe('a field that holds JSON', () => {
  const source = 'logsource: {}\nfields: { A: { as: json-text, of: J } }';

  test.each(["A: 'x'", "A|startswith: 'x'", "A|endswith: 'x'", 'A: 7', "A: ''"])(
    'is never %s',
    (item) => {
      expect(read(source, item).errors.join()).toContain('(it holds JSON, in which');
    },
  );

  test.each(["A|contains: 'x'", "A|startswith: '{\"x'", "A: '[*]'", 'A|re: x', 'A: null'])(
    'may be %s',
    (item) => {
      expect(read(source, item).errors).toEqual([]);
    },
  );
});

describe('a source that keeps values as XML has them', () => {
  const xml = 'logsource: {}\nescapes: xml\nothers: keep';

  test('is asked for entities too, and only where there are any', () => {
    expect(read(xml, "CommandLine|contains: ['2>&1', plain]").items).toEqual([
      's: CommandLine = "*2>&1*", "*2&gt;&amp;1*", "*plain*"',
    ]);
  });

  test('is asked for either of each of several that must all be there', () => {
    expect(read(xml, "CommandLine|contains|all: ['&&', 'set']").items).toEqual([
      's: CommandLine = ("*&&*" or "*&amp;&amp;*") and "*set*"',
    ]);
  });

  test('is asked for them in regular expressions and keywords', () => {
    expect(read(xml, "CommandLine|re: 'a&[<|]\\s(?<!>)[^&]'").items).toEqual([
      's: CommandLine = /a(?:&|&amp;)(?:[<|]|&lt;)\\s(?<!>)[^&]/',
    ]);
    expect(read(xml, "'|all': ['<x>']").items).toEqual(['s: keyword = ("<x>" or "&lt;x&gt;")']);
  });

  test('of JSON are looked for in the text of the event only', () => {
    const json = 'logsource: {}\ntext: json\nothers: keep';
    expect(read(json, `'|all': ['"a"', 'C:\\b', plain]`).items).toEqual([
      String.raw`s: keyword = ("\"a\"" or "\\\"a\\\"") and ("C:\\b" or "C:\\\\\\b") and "plain"`,
    ]);
    expect(read(json, `'|re': 'a"\\\\[\\\\b]'`).items).toEqual([
      String.raw`s: keyword = /a(?:"|\\")(?:\\|\\\\)(?:[\\b]|\\\\)/`,
    ]);
    expect(read(json, `CommandLine: '"a"'`).items).toEqual([String.raw`s: CommandLine = "\"a\""`]);
  });
});

describe('a name', () => {
  test('that is kept is still the rule’s, and one that is given is the target’s', () => {
    const { names } = read('logsource: {}\nfields: { a: host }\nothers: keep', 'a: 1\nhost: 2');
    expect(names[0]).toMatchObject([{ text: 'host', mapped: true }, { text: 'host' }]);
    expect(names[0]![1]).not.toHaveProperty('mapped');
  });

  test('of several fields is missing where all of them are', () => {
    const source = 'logsource: {}\nfields: { referer: [referer, http_referrer] }';
    expect(read(source, 'referer: null').items).toEqual([
      's: referer = null',
      's: http_referrer = null',
    ]);
    expect(read(source, "referer: ['-', null]").items).toEqual([
      's or 1 or 1: referer = "-"',
      's or 1 or 2: http_referrer = "-"',
      's or 2: referer = null',
      's or 2: http_referrer = null',
    ]);
  });

  test('of what is read out of another field can be chosen', () => {
    const source =
      'logsource: {}\nfields: { host: { as: json, of: _raw, key: host, to: http_host } }';
    const { items, columns } = read(source, 'host: a');
    expect(items).toEqual(['s: http_host = "a"']);
    expect(columns).toEqual({
      http_host: { type: 'string', as: 'json', of: '_raw', key: 'host' },
    });
  });
});

describe('the log sources of Sysmon', () => {
  const sysmon = 'logsources: sysmon\nothers: keep';

  test('know the fields of their events, in any case', () => {
    expect(
      read(sysmon, 'targetfilename: a', 'product: windows, category: file_event').items,
    ).toEqual([
      's: TargetFilename = "a"',
      '_sigmaql_1: Channel = "Microsoft-Windows-Sysmon/Operational"',
      '_sigmaql_1: EventID = 11',
    ]);
  });

  test('do not have those of others', () => {
    const { errors } = read(sysmon, 'CommandLine: a', 'product: windows, category: file_event');
    expect(errors).toEqual([expect.stringContaining('has the field `CommandLine`')]);
  });
});

test('a space is what the source stores for it, and a name is found without its spaces', () => {
  const source = "logsource: {}\nfields: { AgentName: { to: agent, space: '+' } }";
  expect(read(source, "Agent Name|contains: 'tea pot'").items).toEqual(['s: agent = "*tea+pot*"']);
  expect(read(source.replace("'+'", "[' ', '+']"), 'AgentName: [tea pot, cup]').items).toEqual([
    's: agent = "tea pot", "tea+pot", "cup"',
  ]);
});

describe('a field that holds only what follows the last of some character', () => {
  const parent = `logsource: {}
fields: { ParentImage: { to: parent_name, tail: '\\' } }`;

  test('is asked for that', () => {
    const { items, errors } = read(parent, `ParentImage|endswith: ['\\kettle.exe', .scr]`);
    expect(errors).toEqual([]);
    expect(items).toEqual(['s: parent_name = "kettle.exe", "*.scr"']);
  });

  test('is missing where all of the value is', () => {
    expect(read(parent, 'ParentImage: null').items).toEqual(['s: parent_name = null']);
  });

  test.each([
    String.raw`ParentImage: C:\Kettle\kettle.exe`,
    String.raw`ParentImage|endswith: \Kettle\kettle.exe`,
    'ParentImage|contains: kettle',
    'ParentImage|re: kettle',
  ])('does not decide %s', (detection) => {
    expect(read(parent, detection).errors).toEqual([
      expect.stringContaining('it only holds what follows the last `\\`'),
    ]);
  });
});

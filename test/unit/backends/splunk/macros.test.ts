import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterMacro, sourceMacro } from '../../../../backends/splunk/macros.js';
import { splunk } from '../../../../backends/splunk/index.js';
import { convert } from '../../../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { filesUnder } from '../../../support/golden-files.js';
import { readLibrary } from '../../../support/read-library.js';
import { name, span } from '../../predicate/build.js';
import type { Expression } from '../../../../src/backend/index.js';

const rules = join(import.meta.dirname, '../../../../rules');
const pipelines = await shippedPipelines(splunk);
const tables = await publishedTables(splunk);

function queriesOf(text: string, options: Readonly<Record<string, string>>) {
  const library = readLibrary(text, { path: 'rule.yml' });
  return convert(library, { backend: splunk, pipelines, tables, options, compact: true });
}

/** The search with every macro replaced by what macros.conf is told to define. */
function expanded(search: string, notes: readonly string[]): string {
  const told = notes.find((n) => n.includes('macros.conf')) ?? '';
  const defined = new Map(
    [...told.matchAll(/\[(\w+)\] definition = (.*?)(?=; \[\w+\] definition|$)/g)].map(
      ([, macro, code]) => [macro!, code!],
    ),
  );
  return search
    .replace(/ \| `\w+_filter`/, '')
    .replace(/^`(\w+)`(?=( [^|])?)/, (_, macro: string, more?: string) => {
      const code = defined.get(macro)!;
      const isList = !/ OR /.test(code) || code.startsWith('(index=') || more === undefined;
      return isList ? code.replace(/^\((.*)\)$/, '$1') : code;
    })
    .replace(/`(\w+)`/g, (_, macro: string) => defined.get(macro)!.replace(/^\((.*)\)$/, '$1'));
}

describe('macros', () => {
  test('stand for just what a search has without them', () => {
    let named = 0;
    for (const { text } of filesUnder(rules).filter((f) => f.path.endsWith('.yml'))) {
      for (const index of ['', 'prod']) {
        const without = queriesOf(text, { index });
        queriesOf(text, { macros: 'both', index }).forEach((query, i) => {
          if (query.queryText === null) return;
          const messages = query.diagnostics.map((d) => d.message);
          if (/^`\w+` /.test(query.queryText)) named++;
          expect(query.queryText).toMatch(/ \| `[a-z0-9_]+_filter`(?: \| table .*)?$/);
          expect(expanded(query.queryText, messages)).toBe(without[i]!.queryText);
        });
      }
    }
    expect(named).toBeGreaterThan(100);
  });

  test('are in the first search where only `where` is wanted', () => {
    const text = readFileSync(join(rules, 'windows/lsass_handle_with_read_rights.yml'), 'utf8');
    const [query] = queriesOf(text, { macros: 'source', search: 'where' });
    expect(query!.queryText).toMatch(/^`sysmon` \| where EventCode==10 AND /);
    expect(query!.queryText).not.toContain('source');
  });

  test('are none unless they are wanted', () => {
    const query = { rule: { title: 'T' }, id: ID };
    expect(filterMacro({ ...query, options: {} })).toBeNull();
    expect(filterMacro({ ...query, options: { macros: 'source' } })).toBeNull();
    expect(sourceMacro([asked('source', ['WinEventLog:System'])], { macros: 'filter' })).toBeNull();
  });
});

function asked(field: string, values: readonly string[]): Expression {
  const options = values.map((value) => ({
    kind: 'string' as const,
    field: { ...name(field), mapped: true as const },
    pattern: [value],
    cased: false,
    span,
  }));
  const [first] = options;
  return options.length === 1 ? first! : { kind: 'one-of', field: first!.field, options, span };
}

function sourceName(field: string, ...values: readonly string[]): string | undefined {
  return sourceMacro([asked(field, values)], { macros: 'both' })?.name;
}

describe('the name of a source', () => {
  test.each([
    [
      'sysmon',
      'source',
      'WinEventLog:Microsoft-Windows-Sysmon/Operational',
      'XmlWinEventLog:Microsoft-Windows-Sysmon/Operational',
    ],
    ['wineventlog_security', 'source', 'WinEventLog:Security', 'XmlWinEventLog:Security'],
    ['linux_auditd', 'sourcetype', 'auditd', 'linux_audit', 'linux:audit'],
    ['kube_apiserver_audit', 'sourcetype', 'kube:apiserver-audit'],
    ['tag_web', 'tag', 'web'],
  ] as const)('%s', (expected, field, ...values) => {
    expect(sourceName(field, ...values)).toBe(expected);
  });
});

const ID = '2b0c9a54-0d1f-4c8e-9d35-5a1d7f0a1b2c';

function filterName(title: string): string | undefined {
  return filterMacro({ rule: { title }, id: ID, options: { macros: 'filter' } })?.name;
}

describe('the name of a filter', () => {
  test.each([
    ['Odd Process: "cmd" | delete', 'odd_process_cmd_delete_188b77a7_filter'],
    ['`makeresults` $x$ (1)', 'makeresults_x_1_188b77a7_filter'],
    ['Émile Zölä', 'emile_zola_188b77a7_filter'],
    ['x'.repeat(200), `${'x'.repeat(100)}_188b77a7_filter`],
    ['プロセス', '188b77a7_filter'],
    ['', '188b77a7_filter'],
  ])('of %j', (title, expected) => {
    expect(filterName(title)).toBe(expected);
  });

  const rule = (id: string, condition: string): string => `title: Odd Process
id: ${id}
logsource: {category: process_creation, product: windows}
detection:
  a: {CommandLine: x}
  b: {CommandLine: y}
  condition: ${condition}
`;
  const filtersOf = (text: string): readonly (string | undefined)[] =>
    queriesOf(text, { macros: 'filter' }).map((q) => /`(\w+_filter)`/.exec(q.queryText ?? '')?.[1]);

  test('is of one query, whatever its rule shares with others', () => {
    const first = rule(ID, '[a, b]');
    const both = `${first}---\n${rule('7d3f0a1b-2c4e-4b6a-8f10-93c5d7e9f1a2', 'a')}`;
    const names = filtersOf(both);
    expect(new Set(names).size).toBe(3);
    expect(names).not.toContain(undefined);
    expect(filtersOf(first)).toEqual(names.slice(0, 2));
  });
});

test('no title and no value gets out of the backticks', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(filterName(text)).toMatch(/^[a-z0-9_]+$/);
      const named = sourceName('sourcetype', text);
      if (named !== undefined) expect(named).toMatch(/^[a-z0-9_]+$/);
    }),
  );
});

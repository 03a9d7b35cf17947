import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterMacro, sourceMacro } from '../../../../backends/splunk/macros.js';
import { splunk } from '../../../../backends/splunk/index.js';
import { convert } from '../../../../src/convert/index.js';
import { publishedTables, shippedPipelines } from '../../../../src/pipeline/shipped.js';
import { filesUnder } from '../../../golden-files.js';
import { readLibrary } from '../../../read-library.js';
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
    expect(query!.queryText).toMatch(/^`sysmon` \| where match\(EventCode, /);
    expect(query!.queryText).not.toContain('source');
  });

  test('are none unless they are wanted', () => {
    expect(filterMacro({ title: 'T' }, {})).toBeNull();
    expect(filterMacro({ title: 'T' }, { macros: 'source' })).toBeNull();
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

describe('the name of a filter', () => {
  test.each([
    ['Odd Process: "cmd" | delete', 'odd_process_cmd_delete_filter'],
    ['`makeresults` $x$ (1)', 'makeresults_x_1_filter'],
    ['Émile Zölä', 'emile_zola_filter'],
    ['x'.repeat(200), /^x{100}_[0-9a-f]{8}_filter$/],
    ['プロセス', /^[0-9a-f]{8}_filter$/],
    ['', /^[0-9a-f]{8}_filter$/],
  ])('of %j', (title, expected) => {
    const { name: found } = filterMacro({ title }, { macros: 'filter' })!;
    if (typeof expected === 'string') expect(found).toBe(expected);
    else expect(found).toMatch(expected);
  });

  test('tells titles apart that have no plain letters', () => {
    const [a, b] = ['プロセス', 'レジストリ'].map(
      (title) => filterMacro({ title }, { macros: 'filter' })!.name,
    );
    expect(a).not.toBe(b);
  });
});

test('no title and no value gets out of the backticks', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(filterMacro({ title: text }, { macros: 'both' })!.name).toMatch(/^[a-z0-9_]+$/);
      const named = sourceName('sourcetype', text);
      if (named !== undefined) expect(named).toMatch(/^[a-z0-9_]+$/);
    }),
  );
});

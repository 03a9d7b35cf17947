import { describe, expect, test } from 'vitest';
import type { Expression } from '../../../../src/backend/index.js';
import { parseRegex } from '../../../../src/model/regex/parse.js';
import { and, is, not, or, span } from '../../predicate/build.js';
import { ask, network, number, write } from './write.js';

const model = { name: 'Endpoint.Processes', by: ['Processes.dest', 'Processes.user'] };

function cim(rule: Expression, options: Readonly<Record<string, string>> = {}) {
  return write(rule, options, 100, { model });
}

const COUNT =
  '| tstats summariesonly=false fillnull_value="unknown" count min(_time) as firstTime max(_time) as lastTime\n  from datamodel=Endpoint.Processes';

function regex(source: string) {
  const flags = { ignoreCase: false, multiLine: false, dotAll: false };
  const parsed = parseRegex(source, flags);
  if ('error' in parsed) throw new Error('not a regular expression');
  return { source, flags, ast: parsed.ast };
}

describe('a search in a data model', () => {
  test('says in tstats what search can say, by every field that the rule asks for', () => {
    const rule = and(
      or(is('Processes.process', '*a*'), is('Processes.process', 'b*')),
      not(is('Processes.process_path', '*\\\\c.exe')),
      ask('number', 'Processes.process_id', { number: number('4') }),
    );
    expect(cim(rule)).toEqual({
      text: `${COUNT}
  where Processes.process_id=4
    Processes.process IN ("*a*", "b*")
    NOT Processes.process_path="*\\\\c.exe"
  by Processes.dest Processes.user Processes.process_id Processes.process Processes.process_path`,
      said: [],
    });
  });

  test('leaves the rest to where, over the same fields', () => {
    const rule = and(
      is('Processes.process_path', 'a'),
      ask('regex', 'Processes.process', { regex: regex('b+') }),
      not(is('Processes.process', '*c?d*')),
    );
    expect(cim(rule).text).toBe(`${COUNT}
  where Processes.process_path="a"
  by Processes.dest Processes.user Processes.process_path Processes.process
| where isnotnull(mvfind('Processes.process', "b+"))
  AND isnull(mvfind('Processes.process', "(?is)c.d"))`);
  });

  test('asks for networks where no wildcard is mistaken for one', () => {
    const rule = ask('cidr', 'Processes.dest', { network: network('10.0.0.0/8') });
    expect(cim(rule).text).toBe(`${COUNT}
  by Processes.dest Processes.user
| where isnotnull(mvfilter(cidrmatch("10.0.0.0/8", 'Processes.dest')))`);
  });

  test('with search=where asks for nothing but the index and the node before', () => {
    const rule = and(is('nodename', 'Processes.Child'), is('Processes.process', 'a'));
    expect(cim(rule, { search: 'where', index: 'main' }).text).toBe(`${COUNT}
  where index="main" nodename="Processes.Child"
  by Processes.dest Processes.user Processes.process
| where isnotnull(mvfind('Processes.process', "(?is)^a\\\\z"))`);
  });

  test('may ask for everything', () => {
    expect(cim({ kind: 'constant', value: true, span }).text).toBe(
      `${COUNT}\n  by Processes.dest Processes.user`,
    );
  });
});

describe('what a data model cannot answer is refused', () => {
  const any: Expression = {
    kind: 'keyword',
    search: { kind: 'string', pattern: ['a'], cased: false },
    span,
  } as never;

  test.each<[string, string, Expression]>([
    ['splunk-presence-in-data-model', 'null', ask('null', 'Processes.process', {})],
    ['splunk-presence-in-data-model', 'exists', ask('exists', 'Processes.process', {})],
    ['splunk-presence-in-data-model', 'any text', is('Processes.process', '*')],
    ['splunk-presence-in-data-model', 'the empty text', is('Processes.process', '')],
    ['splunk-keyword-in-data-model', 'a keyword', any],
    ['splunk-not-in-data-model', 'a field of another model', is('Registry.process', 'a')],
    ['splunk-not-in-data-model', 'a field of none', is('Image', 'a')],
    ['splunk-not-in-data-model', 'a name that ends the clause', is('Processes.a by x', 'a')],
  ])('%s: %s', (code, _, rule) => {
    expect(cim(not(rule)).said).toContain(`refused ${code}`);
  });
});

describe('a data model says `unknown` where an event says nothing', () => {
  const said = (rule: Expression) => cim(rule).said;
  const matches = (source: string) => ask('regex', 'Processes.process', { regex: regex(source) });

  test.each<[string, Expression]>([
    ['a text within', is('Processes.process', '*NOW*')],
    ['the text itself', is('Processes.process', 'unknown')],
    ['as many letters', is('Processes.process', '???????')],
    ['a pattern of its letters', matches('^[a-z]{7}$')],
    ['a pattern of one of them', matches('abc|u')],
    ['a pattern of nothing', matches('x*')],
    [
      'what another field says',
      ask('field-ref', 'Processes.process', {
        other: { text: 'Processes.process_path', span },
        match: 'equals',
        cased: false,
      }),
    ],
  ])('%s may find it, which is said', (_, rule) => {
    const code = 'splunk-unknown-in-data-model';
    expect(said(rule)).toEqual([`${code} wider positive`]);
    expect(said(not(rule))).toEqual([`${code} wider negative`]);
  });

  test.each<[string, Expression]>([
    ['a text that is not within', is('Processes.process', '*-now*')],
    ['more letters', is('Processes.process', '????????')],
    ['a pattern of more letters', matches('[a-z]{8}')],
    ['a pattern of other characters', matches('(?:\\d|n[-.])+')],
    ['a number', ask('number', 'Processes.process_id', { number: number('4') })],
  ])('%s does not', (_, rule) => {
    expect(said(rule)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { applyPipelines } from '../../../../src/pipeline/apply.js';
import { loadPipeline } from '../../../../src/pipeline/load.js';
import { ruleOf, tablesOf, through } from '../build.js';

const RULE = ruleOf('{ category: c, product: p }', '  s: { A: x }\n  condition: s');

describe('log sources', () => {
  test('a key that is null is for rules that do not have it', () => {
    const sources = '  - { table: T, logsource: { product: p, category: null }, others: keep }';
    expect(through(sources, RULE).refused).toBe(true);
    const plain = ruleOf('{ product: p }', '  s: { A: x }\n  condition: s');
    expect(through(sources, plain).tables).toEqual(['T']);
  });

  test('may say which fields their events have, and how these are spelt', () => {
    const sources = `
  - table: T
    logsource: { category: c, fields: [CommandLine] }
    others: { as: xml-data, of: EventData }`;
    const rule = ruleOf('{ category: c }', '  s: { commandline: x }\n  condition: s');
    expect(through(sources, rule).columns).toEqual({
      CommandLine: { type: 'string', as: 'xml-data', of: 'EventData', key: 'CommandLine' },
    });
    expect(through(sources, RULE).messages).toEqual([
      'No source for this log source has the field `A`. Tried: T. Map it to an existing field in your own pipeline: `mapping: {A: …}`.',
    ]);
  });

  test('of Sysmon have the fields that its events have', () => {
    const sources =
      '  - { table: T, logsources: sysmon, fields: { EventID: I, Channel: C }, others: keep }';
    const of = (field: string) =>
      through(
        sources,
        ruleOf('{ product: windows, category: dns_query }', `  s: { ${field}: x }\n  condition: s`),
      );
    expect(of('queryname').parts).toEqual([
      'logsource category: dns_query',
      'logsource product: windows',
      's: QueryName = "x"',
      '_sigmaql_1: C = "Microsoft-Windows-Sysmon/Operational"',
      '_sigmaql_1: I = 22',
      'condition: _sigmaql_1 and s',
    ]);
    expect(of('CommandLine').refused).toBe(true);
  });

  test('that no table holds say why, and what helps', () => {
    const sources = `
  - { table: T, logsource: { category: other }, others: keep }
  - { logsource: { category: c }, refuse: Nothing keeps it. }`;
    expect(through(sources, RULE).messages).toEqual([
      'The pipeline has no table for category c, product p. Nothing keeps it. Choose the table that stores these events, or add one under `sources` in your own pipeline.',
    ]);
    const chosen = through(sources, RULE, { tablesChosen: ['Mine_CL'] });
    expect([chosen.refused, chosen.tables]).toEqual([false, ['Mine_CL']]);
  });
});

describe('a source', () => {
  const TWO = `
  - { table: T, logsource: { category: c }, NEEDS, fields: { A: a } }
  - { table: U, logsource: { category: c }, others: keep }`;

  test('that has all parts of a rule goes before a part that does not, and one is tried once', () => {
    const halves = ['x', 'y']
      .map(
        (v, i) => `
  - table: T${i + 1}
    logsource: { category: c }
    split: s
    holds: { A: ${v} }
    fields: { A: A, ${i === 0 ? 'B' : 'C'}: B }`,
      )
      .join('');
    const whole = '\n  - { table: U, logsource: { category: c }, others: keep }';
    const rule = ruleOf('{ category: c }', '  s: [{ A: x, C: 1 }, { A: y, C: 2 }]\n  condition: s');
    expect(through(halves, rule).messages).toEqual([
      'Another part of the rule selects events of T1, where there is no field `C`. Split the rule.',
    ]);
    expect(through(`${halves}${whole}`, rule)).toMatchObject({
      tables: ['U'],
      messages: ['Reads U for category c: no `C` (line 4) in T1.'],
    });
  });

  test('that has the events of one value of a list is asked beside the one that has the others', () => {
    const sources = (fields: string): string => `
  - { table: T, logsource: { category: c, where: { Id: [1, 2] } }, fields: { Id: Id, A: A } }
  - { table: U, logsource: { category: c, where: { Id: 3 } }, fields: ${fields} }`;
    const variants = (fields: string, ids: string) => {
      const { pipeline } = loadPipeline(`name: p\nsources:${sources(fields)}`, { path: 'p.yml' });
      const rule = ruleOf('{ category: c }', `  s: { Id: ${ids}, A: x }\n  condition: s`);
      return applyPipelines(rule, [pipeline!], { target: { name: 'kql' } });
    };
    const places = (fields: string, ids: string) =>
      variants(fields, ids).map((v) => v.placement.tables.join());
    expect(places('{ Id: Id, A: a }', '[1, 3]')).toEqual(['T', 'U']);
    expect(places('{ Id: Id, A: a }', '[1, 2]')).toEqual(['T']);
    expect(places('{ Id: Id, A: a }', '[1, 4]')).toEqual(['T']);
    const [only, ...others] = variants('{ Id: Id }', '[1, 3]');
    expect(others).toEqual([]);
    expect(only.diagnostics.filter((d) => d.direction).map((d) => [d.code, d.direction])).toEqual([
      ['source-value-left-out', 'narrower'],
    ]);
  });

  test('that needs a field is for rules that always ask for it', () => {
    const sources = TWO.replace('NEEDS', 'needs: A');
    expect(through(sources, RULE).tables).toEqual(['T']);
    const or = ruleOf('{ category: c }', '  s: { A: x }\n  t: { B: x }\n  condition: s or t');
    const { tables, messages } = through(sources, or);
    expect(tables).toEqual(['U']);
    expect(messages).toEqual(['Reads U for category c: no `B` (line 5) in T.']);
    // A source that is not for such rules is not the nearest one, as few fields as it may lack.
    const c = ruleOf('{ category: c }', '  s: { C: x }\n  t: { D: x }\n  condition: s or t');
    const both = `
  - { table: T, logsource: { category: c }, needs: A, fields: { C: C, D: D } }
  - { table: U, logsource: { category: c }, fields: { A: A } }`;
    expect(through(both, c).messages).toEqual(
      ['C', 'D'].map(
        (f) =>
          `No source for this log source has the field \`${f}\`. Tried: T (only for rules that always test \`A\`), U. Map it to an existing field in your own pipeline: \`mapping: {${f}: …}\`.`,
      ),
    );
    expect(
      through('  - { table: T, logsource: { category: c }, needs: A, others: keep }', c).messages,
    ).toEqual([
      'The sources for this log source require a condition on `A` in every alternative of the rule. Tried: T (only for rules that always test it). Add one to each alternative.',
    ]);
  });

  test('that is the last one lets no other be tried', () => {
    const rule = ruleOf('{ category: c }', '  s: { B: x }\n  condition: s');
    expect(through(TWO.replace('NEEDS', 'last: false'), rule).tables).toEqual(['U']);
    expect(through(TWO.replace('NEEDS', 'last: true'), rule).refused).toBe(true);
  });

  test('of several tables has the columns that all of them have', () => {
    const sources = '  - { table: [T, U], logsource: { category: c }, others: column }';
    const tables = tablesOf({ T: 'A:string B:int C:int', U: 'A:string B:string' });
    const both = through(sources, RULE, { tables });
    expect([both.tables, both.columns]).toEqual([['T', 'U'], { A: 'string' }]);
    expect(both.messages[0]).toBe('Reads T and U for category c, product p.');
    const b = ruleOf('{ category: c }', '  s: { B: 1 }\n  condition: s');
    expect(through(sources, b, { tables }).refused).toBe(true);
    const one = through(sources, b, { tables, tablesChosen: ['U'] });
    expect([one.tables, one.columns]).toEqual([['U'], { B: 'string' }]);
    expect(one.messages).toEqual(['Reads U for category c.']);
  });

  test('that is a function is chosen by its name', () => {
    const sources =
      '  - { table: _Im_Dns(), schema: D, logsource: { category: c }, others: column }';
    const tables = tablesOf({ D: 'A:string' });
    for (const tablesChosen of [['_Im_Dns'], ['_Im_Dns()']]) {
      const chosen = through(sources, RULE, { tables, tablesChosen });
      expect(chosen.tables).toEqual(['_Im_Dns()']);
    }
  });
});

describe('what a rule names and stored events do not show', () => {
  const tables = tablesOf({ T: 'A:string' });
  const messages = (sources: string, logsource: string): readonly string[] =>
    through(sources, ruleOf(logsource, '  s: { A: x }\n  condition: s'), { tables })
      .messages.filter((m) => m.startsWith('May match more'))
      .map((m) => /events of (.+?) from/.exec(m)![1]!);

  test('is reported where a category is all that a source asks for', () => {
    const sources = '  - { table: T, logsource: { category: c }, others: keep }';
    expect(messages(sources, '{ category: c }')).toEqual([]);
    expect(messages(sources, '{ category: c, product: p }')).toEqual(['product p']);
    expect(messages(sources, '{ category: c, product: p, service: s }')).toEqual([
      'product p',
      'service s',
    ]);
  });

  test('is not where the source is for it, or has a condition for it', () => {
    const listed = '  - { table: T, logsource: { category: c, product: [p, q] }, others: keep }';
    expect(messages(listed, '{ category: c, product: p }')).toEqual([]);
    const channel = `
  - { table: T, logsources: sysmon, others: keep }`;
    expect(
      messages(channel, '{ category: file_event, product: windows, service: sysmon }'),
    ).toEqual([]);
  });

  test('is reported where the source says so', () => {
    const sources =
      '  - { table: T, logsource: { product: [p, q], service: s, blurs: product }, others: keep }';
    expect(messages(sources, '{ product: p, service: s }')).toEqual(['product p']);
  });
});

describe('what a source does not hold of a field', () => {
  const of = (field: string, detection: string) =>
    through(
      `  - { table: T, logsource: { category: c }, fields: { A: ${field} } }`,
      ruleOf('{ category: c }', `  s:\n    ${detection}\n  condition: s`),
    );

  test.each([
    ['{ to: B, cased: false }', 'A|re: x', true],
    ['{ to: B, cased: false }', 'A|re|i: x', false],
    ['{ to: B, cased: false }', 'A|cased: x', true],
    ['{ to: B, cased: false }', 'A: x', false],
    ['{ to: B, never: "*:Zone" }', 'A|endswith: ":ZONE"', true],
    ['{ to: B, never: "*:Zone" }', 'A|contains: ":Zone"', false],
    ['{ to: B, never: "/*" }', 'A|startswith: /x', true],
    ['{ to: B, never: "/*" }', 'A|contains: /x', false],
    ['{ to: B, never: "* *" }', 'A|contains: "a b"', true],
    ['{ to: B, never: x }', 'A: X', true],
    ['{ to: B, never: x }', 'A: [xx, y]', false],
    ['{ as: json, of: J, never: x }', 'A: x', true],
    ['null', 'A: x', true],
  ])('%s, asked for %s', (field, detection, refused) => {
    expect(of(field, detection).refused).toBe(refused);
  });

  test('is said', () => {
    expect(of('{ to: B, never: "/*" }', 'A|startswith: /Up').messages[0]).toContain(
      'stores this value of `A`. Tried: T (a string such as `/Up*` is never there).',
    );
  });
});

describe('fields that are read out of a column', () => {
  const tables = tablesOf({ T: 'A:string Own:int J:string X:string' });

  test('may begin with what is no part of their key', () => {
    const sources = `
  - table: T
    logsource: { category: c }
    others:
      - { as: json, of: J, after: j. }
      - { as: json, of: X, after: x. }`;
    const rule = ruleOf('{ category: c }', '  s: { x.a.b: 1, j.c: 2 }\n  condition: s');
    expect(through(sources, rule, { tables }).columns).toEqual({
      x_a_b: { type: 'string', as: 'json', of: 'X', key: 'a.b' },
      j_c: { type: 'string', as: 'json', of: 'J', key: 'c' },
      J: 'string',
      X: 'string',
    });
    expect(through(sources, RULE, { tables }).refused).toBe(true);
  });

  test('are in any element of a list that their path goes through', () => {
    const sources = `
  - table: T
    logsource: { category: c }
    lists: [items]
    others: { as: json, of: J, after: j. }`;
    const rule = ruleOf('{ category: c }', '  s: { j.a.items.b: 1, j.items: 2 }\n  condition: s');
    expect(through(sources, rule, { tables }).columns).toEqual({
      j_a_items_b: { type: 'string', as: 'json', of: 'J', key: 'a.items{}.b' },
      j_items: { type: 'string', as: 'json', of: 'J', key: 'items' },
      J: 'string',
    });
  });

  test('may have a column of their own in some events, in their own case', () => {
    const sources = `
  - table: T
    logsource: { category: c }
    others: { as: xml-data, of: X, first: column }`;
    const rule = ruleOf('{ category: c }', '  s: { Own: 1, OWN: 2, Other: 3 }\n  condition: s');
    expect(through(sources, rule, { tables }).columns).toEqual({
      Own: { type: 'string', as: 'xml-data', of: 'X', key: 'Own', first: 'Own' },
      OWN: { type: 'string', as: 'xml-data', of: 'X', key: 'OWN' },
      Other: { type: 'string', as: 'xml-data', of: 'X', key: 'Other' },
      X: 'string',
    });
  });

  describe('in columns of some events alone', () => {
    const sources = `
  - table: T
    logsource: { category: c }
    others:
      as: xml-data
      of: X
      first: column
      events: { column: [1, 2], read: [3, 4] }`;
    const read = { type: 'string', as: 'xml-data', of: 'X', key: 'Own' };
    const first = { ...read, first: 'Own' };
    test.each([
      ['those of events that have them', '{ EventID: [1, 2], Own: 1 }', 'int'],
      ['what is read of events that do not', '{ EventID: [3, 4], Own: 1 }', read],
      ['both for events of both kinds', '{ EventID: [2, 3], Own: 1 }', first],
      ['both for an event that nothing is known of', '{ EventID: [1, 5], Own: 1 }', first],
      ['both for a rule that may select any event', '{ Own: 1 }', first],
      ['both where the event is an excluded one', '{ Own: 1 }\n  t: { EventID: 1 }', first],
    ])('asks %s', (_what, selection, own) => {
      const condition = selection.includes('t:') ? 's and not t' : 's';
      const rule = ruleOf('{ category: c }', `  s: ${selection}\n  condition: ${condition}`);
      expect(through(sources, rule, { tables }).columns!['Own']).toEqual(own);
    });

    test.each([
      ['what is read of an event alone', '{ EventID: 5, Own: 1 }', {}],
      ['both beside events that have it', '{ EventID: [1, 5], Own: 1 }', { first: 'Own' }],
      ['both for a rule that may select any event', '{ Own: 1 }', { first: 'Own' }],
    ])('reads elements of events that have those: %s', (_what, selection, more) => {
      const withElements = sources.replace('read: [3, 4]', 'read: [3, 4], element: [5]');
      const rule = ruleOf('{ category: c }', `  s: ${selection}\n  condition: s`);
      const own = { type: 'string', as: 'xml-field', of: 'X', key: 'Own', ...more };
      expect(through(withElements, rule, { tables }).columns!['Own']).toEqual(own);
    });

    test('asks what is read where the table has no such column', () => {
      const rule = ruleOf('{ category: c }', '  s: { EventID: 1, Other: 1 }\n  condition: s');
      const other = { as: 'xml-data', of: 'X', key: 'Other' };
      expect(through(sources, rule, { tables }).columns).toMatchObject({ Other: other });
    });
  });

  test('may have something before their values, or instead of none', () => {
    const sources = `
  - table: T
    logsource: { category: c }
    fields: { A: { as: column, of: X, without: 'x:', empty: '-' } }`;
    expect(through(sources, RULE, { tables }).columns).toEqual({
      X: 'string',
      X_A: { type: 'string', as: 'column', of: 'X', key: 'A', without: 'x:', empty: '-' },
    });
  });
});

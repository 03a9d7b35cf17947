import { describe, expect, test } from 'vitest';
import type { Query } from '../../src/convert/index.js';
import { ask, errors, EVERY, PROCESS, query } from './ask.js';
import type { TargetName } from './ask.js';

/* What an alternative asks for and the chosen events never have is left out, and told at its line. */

const AUDITED = { EventID: 4688, Channel: 'Security' };

/** What was left out: on which line, and which way that is off. */
function leftOut({ diagnostics }: Query): readonly (readonly [string, string])[] {
  return diagnostics.flatMap(({ code, direction, span }) =>
    code.endsWith('-left-out')
      ? [[span!.file.text.slice(span!.start, span!.end), direction!] as const]
      : [],
  );
}

describe('a field that the chosen events never have', () => {
  const image = { Image: 'tea.exe' };
  const original = { OriginalFileName: 'tea.exe' };
  const NARROWER = [['"OriginalFileName"', 'narrower']];
  const WIDER = [['"OriginalFileName"', 'wider']];
  const parent = { ParentImage: 'pot.exe' };

  const kinds: readonly (readonly [string, object, object, readonly (readonly string[])[]])[] = [
    [
      'in a list of maps',
      { s: AUDITED, a: [image, original], condition: 's and a' },
      { s: AUDITED, a: image, condition: 's and a' },
      NARROWER,
    ],
    [
      'in one of several selections',
      { s: AUDITED, a: image, b: original, condition: 's and (a or b)' },
      { s: AUDITED, a: image, condition: 's and a' },
      NARROWER,
    ],
    [
      'in one of a pattern',
      {
        s: AUDITED,
        sel_a: image,
        sel_b: { ...parent, ...original },
        condition: 's and 1 of sel_*',
      },
      { s: AUDITED, sel_a: image, condition: 's and sel_a' },
      NARROWER,
    ],
    [
      'in two of three',
      { s: AUDITED, sel_a: image, sel_b: original, sel_c: parent, condition: 's and 2 of sel_*' },
      { s: AUDITED, sel_a: image, sel_c: parent, condition: 's and sel_a and sel_c' },
      NARROWER,
    ],
    [
      'in an alternative of a filter',
      { s: { ...AUDITED, ...image }, f: [parent, original], condition: 's and not f' },
      { s: { ...AUDITED, ...image }, f: parent, condition: 's and not f' },
      WIDER,
    ],
    [
      'in a filter',
      { s: { ...AUDITED, ...image }, f: original, condition: 's and not f' },
      { s: { ...AUDITED, ...image }, condition: 's' },
      WIDER,
    ],
    [
      'in a filter of what the events decide',
      { s: AUDITED, f: original, condition: 's and not f' },
      { s: AUDITED, condition: 's' },
      WIDER,
    ],
    [
      'in one of several filters',
      { s: { ...AUDITED, ...image }, f: parent, g: original, condition: 's and not f and not g' },
      { s: { ...AUDITED, ...image }, f: parent, condition: 's and not f' },
      WIDER,
    ],
    [
      'in a negated alternative of a negation',
      { s: AUDITED, a: image, b: original, condition: 's and not (not a and not b)' },
      { s: AUDITED, a: image, condition: 's and not (not a)' },
      NARROWER,
    ],
    [
      'under two negations',
      { s: AUDITED, a: image, b: original, condition: 's and not (not (a or b))' },
      { s: AUDITED, a: image, condition: 's and a' },
      NARROWER,
    ],
  ];

  test.each(EVERY)('is left out of alternatives, in %s', (target) => {
    for (const [kind, detection, without, expected] of kinds) {
      const made = ask(target, PROCESS, detection);
      expect([kind, made.text]).toEqual([kind, query(target, PROCESS, without)]);
      expect([kind, made.fidelity, made.mapping, leftOut(made)]).toEqual([
        kind,
        'approximate',
        'known',
        expected,
      ]);
    }
  });

  test.each(EVERY)('refuses the rule if that is strict, in %s', (target) => {
    const { text, diagnostics } = ask(target, PROCESS, kinds[0]![1], { strict: true });
    expect(text).toBeNull();
    const found = diagnostics.find((d) => d.code === 'source-field-left-out')!;
    expect(found.severity).toBe('error');
  });

  test.each(EVERY)('refuses the rule that requires it, in %s', (target) => {
    const required = [
      { s: { ...AUDITED, ...image, ...original }, condition: 's' },
      { s: AUDITED, sel_a: image, sel_b: original, condition: 's and all of sel_*' },
      { s: AUDITED, a: [original, { Company: 'Tea' }], condition: 's and a' },
      { s: AUDITED, a: [image, { OriginalFileName: null }], condition: 's and a' },
      { s: AUDITED, a: [image, { 'OriginalFileName|exists': false }], condition: 's and a' },
      { s: AUDITED, sel_a: image, sel_b: original, condition: 's and 2 of sel_*' },
    ];
    for (const detection of required) {
      const found = errors(target, PROCESS, detection).map((d) => d.code);
      expect(new Set(found)).toEqual(new Set(['field-not-in-source']));
    }
  });

  test.each(EVERY)('refuses the rule that its absence satisfies, in %s', (target) => {
    const negated = { 'OriginalFileName|neq': 'tea.exe' };
    const absent = [
      { s: AUDITED, a: image, b: original, condition: 's and (a or not b)' },
      { s: AUDITED, a: [image, negated], condition: 's and a' },
      { s: AUDITED, a: [image, { ...parent, ...negated }], condition: 's and a' },
      {
        s: AUDITED,
        a: image,
        b: original,
        c: parent,
        condition: 's and (a or not (b or c and b))',
      },
      { s: AUDITED, sel_a: image, sel_b: negated, condition: 's and 1 of sel_*' },
      { s: { ...AUDITED, ...image }, f: parent, g: negated, condition: 's and not f and not g' },
    ];
    for (const detection of absent) {
      const found = errors(target, PROCESS, detection).map((d) => d.code);
      expect(new Set(found)).toEqual(new Set(['field-not-in-source']));
    }
  });

  test.each(EVERY)('refuses the rule if it is misspelt, or nothing has it, in %s', (target) => {
    for (const [field, like] of [
      ['ParentImag', 'ParentImage'],
      ['CommandLin', 'CommandLine'],
    ] as const) {
      const detection = { s: AUDITED, a: [image, { [field]: 'pot' }], condition: 's and a' };
      const [error] = errors(target, PROCESS, detection);
      expect(error!.message).toContain(`Did you mean \`${like}\`?`);
    }
    const [error] = errors(target, PROCESS, {
      s: AUDITED,
      a: [image, { TeapotSerialNumber: 7 }],
      condition: 's and a',
    });
    expect(error!.code).toBe('field-not-in-source');
  });

  test.each(EVERY)('is asked of a source that has all fields, if there is one, in %s', (target) => {
    const detection = { a: [{ CurrentDirectory: 'pot' }, { Description: 'tea' }], condition: 'a' };
    const made = ask(target, PROCESS, detection);
    expect([made.text !== null, leftOut(made)]).toEqual([true, []]);
  });
});

test('names the events that have the field', () => {
  const detection = {
    s: AUDITED,
    a: [{ Image: 'tea.exe' }, { Company: 'Tea' }],
    condition: 's and a',
  };
  const { diagnostics } = ask('splunk', PROCESS, detection);
  expect(diagnostics.find((d) => d.code === 'source-field-left-out')!.message).toBe(
    'May miss what the rule matches: this alternative is left out, since `Company` is not a field of events with EventID 4688 in Windows event logs, but of events with EventID 1 in Sysmon. Write another rule for those.',
  );
});

test('says how to exclude events that do not have the field', () => {
  const detection = {
    s: AUDITED,
    f: { Company: 'Tea' },
    condition: 's and not f',
  };
  const { diagnostics } = ask('splunk', PROCESS, detection);
  expect(diagnostics.find((d) => d.code === 'source-exclusion-left-out')!.message).toBe(
    'May match more than the rule: this exclusion is left out, since `Company` is not a field of events with EventID 4688 in Windows event logs, but of events with EventID 1 in Sysmon. Exclude these events by a field that they have.',
  );
});

describe('a part of another source', () => {
  const sysmon = { EventID: 1, Image: 'tea.exe' };

  test.each(EVERY)('refuses the rule if that source has not all of it, in %s', (target) => {
    const audited = { EventID: 4688, NewProcessName: 'tea.exe', ParentCommandLin: 'pot' };
    const detection = { a: sysmon, b: audited, condition: 'a or b' };
    const [error] = errors(target, PROCESS, detection);
    expect([error!.code, error!.message.includes('`ParentCommandLin`')]).toEqual([
      'source-not-for-part',
      true,
    ]);
  });

  test.each(EVERY)('is told if the log source has no such events, in %s', (target) => {
    for (const detection of [
      { a: sysmon, b: { EventID: 4689, ProcessName: 'pot.exe' }, condition: 'a or b' },
      { a: { ...sysmon, EventID: [1, 4689] }, condition: 'a' },
    ]) {
      const { text, fidelity, diagnostics } = ask(target, PROCESS, detection);
      expect([text, fidelity]).toEqual([
        query(target, PROCESS, { a: sysmon, condition: 'a' }),
        'exact',
      ]);
      expect(diagnostics.map((d) => d.code)).toContain('source-never-holds');
    }
  });

  test.each(EVERY)('is no loss where another log source has them, in %s', (target) => {
    const listed = { product: 'windows', category: ['process_creation', 'process_termination'] };
    const detection = { a: sysmon, b: { EventID: 5, Image: 'pot.exe' }, condition: 'a or b' };
    const found = ask(target, listed, detection).diagnostics.map((d) => d.code);
    expect(found).not.toContain('source-never-holds');
  });
});

describe('a value that the chosen events never have', () => {
  const connection = { product: 'windows', category: 'network_connection' };
  const s = { EventID: 5156, Channel: 'Security' };

  test.each<TargetName>(['kql', 'splunk', 'lucene'])('is left out of a list, in %s', (target) => {
    const ask5156 = (Protocol: readonly string[]): Query =>
      ask(target, connection, { s: { ...s, DestinationPort: 4444, Protocol }, condition: 's' });
    const made = ask5156(['tcp', 'teapot']);
    expect(made.text).toBe(ask5156(['tcp']).text);
    expect([made.fidelity, leftOut(made)]).toEqual(['approximate', [['"teapot"', 'narrower']]]);
    expect(ask5156(['teapot']).text).toBeNull();
  });
});

test.each([
  ['process_creation', 'ImageLoaded', 'image_load'],
  ['process_creation', 'TargetFilename', 'file_event'],
  ['image_load', 'DestinationIp', 'network_connection'],
  ['file_event', 'QueryName', 'dns_query'],
  ['dns_query', 'TargetObject', 'registry_set'],
])('%s has no %s, which is a field of %s', (category, field, holder) => {
  for (const target of EVERY) {
    const logsource = { product: 'windows', category };
    const [error] = errors(target, logsource, { s: { [field]: 'tea' }, condition: 's' });
    expect(error!.message).toContain(`It is a field of events of category`);
    expect(error!.message).toContain(holder);
  }
});

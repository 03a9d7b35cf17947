import { expect, test } from 'vitest';
import { kql } from '../../../backends/kql/index.js';
import { convert } from '../../../src/convert/index.js';
import type { ConvertOptions } from '../../../src/convert/index.js';
import { readLibrary } from '../../support/read-library.js';

const library = readLibrary(`title: t
logsource: { product: windows, category: process_creation }
detection: { s: { User: null, Name|expand: '%a%' }, condition: s }
`);

type Changeable = { -readonly [K in keyof ConvertOptions]: ConvertOptions[K] };

test('a call takes the options as they are then', () => {
  const placeholders = { a: ['one'] };
  const options: Changeable = { backend: kql, placeholders };
  const first = convert(library, options)[0]!;
  expect(first).toMatchObject({ fidelity: 'approximate', format: 'query' });

  options.strict = true;
  expect(convert(library, options)[0]!.fidelity).toBe('refused');
  options.strict = false;
  options.format = 'predicate';
  expect(convert(library, options)[0]!.format).toBe('predicate');
  options.format = 'query';
  placeholders.a[0] = 'two';
  expect(convert(library, options)[0]!.text).toBe(first.text!.replace('one', 'two'));
});

test('an option that is undefined is one that is not given', () => {
  const given = {
    documents: undefined,
    format: undefined,
    options: undefined,
    placeholders: undefined,
    pipelines: undefined,
    tables: undefined,
    attack: undefined,
    placeOf: undefined,
    deploy: undefined,
    strict: undefined,
    compact: undefined,
    width: undefined,
    costs: undefined,
  } satisfies Required<Omit<ConvertOptions, 'backend'>>;
  const [own] = convert(library, { backend: kql, ...given });
  expect(own).toEqual(convert(library, { backend: kql })[0]);
});

import { expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { convert } from '../../../src/convert/index.js';
import { link } from '../../../src/model/linking/library.js';
import { parse } from '../../../src/model/parse.js';
import { isUuid } from '../../../src/source/uuid.js';

const ID = '2b0c9a54-0d1f-4c8e-9d35-5a1d7f0a1b2c';

function rule(title: string, id: string | null, condition = 's'): string {
  return `title: ${title}
${id === null ? '' : `id: ${id}\n`}logsource: {category: c}
detection:
  s: {a: b}
  t: {a: c}
  condition: ${condition}
`;
}

/** The ids and names of queries, as `id name`, of files by their paths. */
function identities(files: Readonly<Record<string, string>>): string[] {
  const documents = Object.entries(files).flatMap(
    ([path, text]) => parse(text, { path }).documents,
  );
  const queries = convert(link(documents), { backend: splunk });
  return queries.map(({ id, name }) => `${id} ${name}`);
}

test('a query that is all of its rule has the id of the rule', () => {
  expect(identities({ 'a.yml': rule('T', ID.toUpperCase()) })).toEqual([`${ID} T`]);
});

test('several queries of a rule have ids and names of their own, the same on every run', () => {
  const first = identities({ 'a.yml': rule('T', ID, '[s, t]') });
  expect(new Set(first.map((i) => i.slice(0, 36))).size).toBe(2);
  expect(first.map((i) => i.slice(37))).toEqual(['T (1)', 'T (2)']);
  expect(identities({ 'elsewhere/b.yml': rule('T', ID, '[s, t]') })).toEqual(first);
});

test('neither the order nor the number of rules counts', () => {
  const alone = identities({ 'a.yml': rule('T', null) });
  const files = { 'b.yml': rule('T', null), 'a.yml': rule('T', null), 'c.yml': rule('T', ID) };
  const together = identities(files);
  expect(together).toContain(alone[0]);
  expect(new Set(together).size).toBe(3);
  expect(identities({ './a.yml': rule('T', null) })).toEqual(alone);
});

test('rules of one id are told apart, whichever comes first', () => {
  const a = { 'a.yml': rule('T', ID) };
  const b = { 'b.yml': rule('T', ID) };
  const both = identities({ ...a, ...b });
  expect(new Set(both).size).toBe(2);
  expect(identities({ ...b, ...a }).sort()).toEqual([...both].sort());
});

test('rules without an id in one file, of one title, are told apart', () => {
  const text = `${rule('T', null)}---\n${rule('T', null)}`;
  expect(new Set(identities({ 'a.yml': text })).size).toBe(2);
});

test('what is no UUID becomes one', () => {
  const [made] = identities({ 'a.yml': rule('T', 'rule-17') });
  expect(isUuid(made!.slice(0, 36))).toBe(true);
});

import { expect, test } from 'vitest';
import { lucene } from '../../../../backends/lucene/index.js';
import { defaultsOf, firstQuery } from '../../../support/defaults.js';

const [[, settings] = []] = await defaultsOf([lucene]);

test.each([
  [{ 'Message|contains': 'Failed password' }, 's', ['narrower']],
  [{ 'Message|contains': 'Failed password' }, 'not s and p', ['wider']],
  [{ Message: null }, 's', ['wider']],
  [{ Message: null }, 'not s and p', ['narrower']],
  [{ Program: 'sshd' }, 's', []],
])('%j under %j is %j', (s, condition, expected) => {
  const rule = {
    logsource: { product: 'linux', service: 'sshd' },
    detection: { s, p: { 'user.name': 'root' }, condition },
  };
  const { diagnostics } = firstQuery(rule, settings!);
  const told = diagnostics.filter((d) => d.code === 'source-parts-left-out');
  expect(told.map((d) => d.direction)).toEqual(expected);
});

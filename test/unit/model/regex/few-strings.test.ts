import { expect, test } from 'vitest';
import { fewStrings } from '../../../../src/model/regex/few-strings.js';
import { printPattern } from '../../../../src/model/patterns/pattern.js';
import { regex } from './build.js';

test.each([
  ['^(80|443)$', ['80', '443']],
  ['^10\\.[12]\\.', ['10.1.*', '10.2.*']],
  ['^8{2,3}\\z|^1$', ['88', '888', '1']],
  ['\\.1$', ['*.1']],
  ['^808?0$', ['8080', '800']],
])('%s', (source, patterns) => {
  expect(fewStrings(regex(source))?.map(printPattern).sort()).toEqual([...patterns].sort());
});

test.each(['^\\d+$', '^[0-9]{2}$', '8.', '(?i)a', '^$', '(?=8)80', '^8*$', '8\\b'])(
  '%s is not a few',
  (source) => {
    expect(fewStrings(regex(source))).toBeNull();
  },
);

import { describe, expect, test } from 'vitest';
import type { Regex } from '../../../../src/model/regex/ast.js';
import { everySpellingMatches } from '../../../../src/model/regex/literal.js';
import { splitAccountRegex } from '../../../../src/model/regex/split-account.js';
import { regex as parsed } from './build.js';

const SIDES = ['', 'CORP', 'corp', 'svc_1', 'svc_', 'a', 'aa', 'b', 'NT AUTHORITY', 'x.y', 'CORPa'];

function finds(regex: Regex, text: string): boolean {
  return everySpellingMatches(regex, text, true);
}

describe('a pattern is found in a name where it is found in a side', () => {
  test.each([
    '^CORP\\\\svc_[0-9]+$',
    'CORP\\\\',
    '\\\\svc',
    '\\\\.*a$',
    '^.*\\\\a',
    '[A-Z]+\\\\\\w+',
    '(?i)corp\\\\(a|b)$',
    '^(NT AUTHORITY|CORP)\\\\',
    'a{2}',
    '^CORP$',
    '^CORP',
    'a$',
    'svc_[0-9]',
    '\\bsvc',
    'P\\b',
    'CORP\\b\\\\\\ba',
  ])('%s', (source) => {
    const regex = parsed(source);
    const ways = splitAccountRegex(regex)!;
    for (const domain of SIDES) {
      for (const user of SIDES) {
        const found = ways.some(([d, u]) => (!d || finds(d, domain)) && (!u || finds(u, user)));
        expect([domain, user, found]).toEqual([domain, user, finds(regex, `${domain}\\${user}`)]);
      }
    }
  });
});

test.each([
  'a.c',
  '^[^a]+$',
  '(CORP\\\\a|b)',
  '(?=a)\\\\b',
  'a\\\\b\\\\c',
  '(?m)^a',
  '\\\\',
  'a|^b',
  '(^a)b',
])('it is not clear of %s', (source) => {
  expect(splitAccountRegex(parsed(source))).toBeNull();
});

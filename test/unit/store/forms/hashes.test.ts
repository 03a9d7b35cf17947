import { expect, test } from 'vitest';
import type { DetectionNode } from '../../../../src/model/detection.js';
import { parse } from '../../../../src/model/parse.js';
import { plainText } from '../../../../src/model/patterns/plain-text.js';
import { usableRule } from '../../../../src/model/document.js';
import { itemsOf } from '../../../../src/model/rewrite.js';
import { isDigestField, listedIn, readHashes } from '../../../../src/store/forms/hashes.js';
import type { Algorithms } from '../../../../src/store/forms/hashes.js';

const FIELDS = new Map([
  ['MD5', ['md5']],
  ['SHA256', ['sha256']],
  ['IMPHASH', ['imphash']],
]);

/** Of which some events have the digest in one, and some in another. */
const EITHER = new Map([['MD5', ['a', 'b']]]);

const MD5 = '0123456789abcdef'.repeat(2);
const SHA256 = MD5 + MD5;

function read(detection: string, fields: Algorithms = FIELDS): string {
  const text = `title: t\nlogsource: {product: p}\ndetection:\n  sel: ${detection}\n  condition: sel`;
  const rule = usableRule(parse(text).documents[0]!)!;
  const found = readHashes(itemsOf(rule)[0]!, fields);
  return typeof found === 'string' ? `unknown ${found}` : written(found);
}

function written(node: DetectionNode): string {
  if (node.kind === 'detection-group') {
    return `(${node.items.map(written).join(node.linking === 'all' ? ' and ' : ' or ')})`;
  }
  const values = node.values.map((v) => (v.kind === 'string' ? plainText(v.pattern) : v.kind));
  return `${node.field!.text} ${node.negated ? '!= ' : ''}${values.join('|')}`;
}

test.each([
  ['a digest', `{Hashes|contains: 'MD5=${MD5}'}`, `md5 ${MD5}`],
  ['a sign between that no list has', `{Hashes|contains: 'MD5:${MD5}'}`, `unknown MD5:${MD5}`],
  ['no digest', "{Hashes: '-'}", 'unknown -'],
  ['the beginning of one', "{Hashes|contains: 'MD5=ABC'}", 'md5 ABC*'],
  ['any of an algorithm', "{Hashes|contains: 'SHA256='}", 'sha256 *'],
  ['a whole list', `{Hashes: 'MD5=${MD5},SHA256=${SHA256}'}`, `(md5 ${MD5} and sha256 ${SHA256})`],
  [
    'none of a whole list',
    `{Hashes|neq: 'MD5=${MD5},SHA256=${SHA256}'}`,
    `(md5 != ${MD5} or sha256 != ${SHA256})`,
  ],
  ['digits of two algorithms', `{Hashes|contains: '${MD5}'}`, `(md5 ${MD5} or imphash ${MD5})`],
  [
    'some digits of any',
    "{Hashes|contains: 'ABC'}",
    '(md5 *ABC* or sha256 *ABC* or imphash *ABC*)',
  ],
  ['several of one', "{Hashes|contains: ['MD5=A', 'MD5=B']}", 'md5 A*|B*'],
  ['any list', "{Hashes: '*'}", '(md5 * or sha256 * or imphash *)'],
  ['no list', '{Hashes: null}', '(md5 null and sha256 null and imphash null)'],
  [
    'a list that is there',
    '{Hashes|exists: yes}',
    '(md5 exists or sha256 exists or imphash exists)',
  ],
  ['a regular expression', "{Hashes|re: 'MD5=A'}", 'unknown values of another kind'],
  ['an algorithm without a field', "{Hashes|contains: 'SHA1=A'}", 'unknown SHA1=A'],
])('%s', (_, detection, expected) => {
  expect(read(detection)).toBe(expected);
});

/** A field for one digest, asked of the list of all. */
function listed(detection: string): string {
  const text = `title: t\nlogsource: {product: p}\ndetection:\n  sel: ${detection}\n  condition: sel`;
  const [item] = itemsOf(usableRule(parse(text).documents[0]!)!);
  const { field } = item!;
  if (!isDigestField(field!.text)) return 'no digest';
  const found = listedIn(item!, field!, 'Hashes');
  return found ? written(found) : 'not in a list';
}

test.each([
  ['a whole digest', `{md5: ${MD5}}`, `Hashes *MD5=${MD5}*`],
  ['in any letter case', `{ImpHash: '${MD5}'}`, `Hashes *IMPHASH=${MD5}*`],
  ['several', `{sha256|startswith: [ab, cd]}`, 'Hashes *SHA256=ab*|*SHA256=cd*'],
  ['none of them', `{md5|neq: '${MD5}'}`, `Hashes != *MD5=${MD5}*`],
  ['digits that may be those of the next digest', '{md5|contains: abc}', 'not in a list'],
  ['less than a digest', '{md5: abc}', 'not in a list'],
  ['a regular expression', "{md5|re: '^ab'}", 'not in a list'],
  ['no digest at all', '{md5: null}', 'not in a list'],
  ['another field', `{Image: '${MD5}'}`, 'no digest'],
])('a field for one digest: %s', (_, detection, expected) => {
  expect(listed(detection)).toBe(expected);
});

test.each([
  ['a digest', `{Hashes|contains: 'MD5=${MD5}'}`, `(a ${MD5} or b ${MD5})`],
  ['no such digest', `{Hashes|neq: 'MD5=${MD5}'}`, `(a != ${MD5} and b != ${MD5})`],
  ['no digest', '{Hashes: null}', '(a null and b null)'],
])('%s in either field', (_name, detection, expected) => {
  expect(read(detection, EITHER)).toBe(expected);
});

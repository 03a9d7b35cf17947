import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

/** What breaks readers and writers: quotes, escapes, controls, words that JavaScript's objects have. */
export const NASTY = [
  ...[
    '"',
    "'",
    '\\',
    '\\\\',
    '*',
    '?',
    '|',
    '`',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    ':',
    ',',
    '#',
    '&a',
  ],
  ...['*a', '!!x', '%a%', '- ', '? ', '<<: *a', '---', '...', '\n', '\r\n', '\t', '\0', '\u0085'],
  ...[
    '\u2028',
    '\u202e',
    '\ufeff',
    '\u00a0',
    '\ud800',
    '😀',
    'ß',
    'İ',
    '{{',
    '}}',
    '{%',
    '%}',
    '$1',
  ],
  ...['__proto__', 'constructor', 'toString', 'null', '~', 'true', '1e400', '0x10', '-0', '.nan'],
  ...['AND', 'or', 'not', '1 of them', 'all of', '::error::', '##[x]', '<script>', '//', '/*'],
] as const;

/** A short string with something nasty in it, often. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom<string>(...NASTY),
  fc
    .array(fc.oneof(fc.constantFrom<string>(...NASTY), fc.string({ maxLength: 3 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** One change to a file: some of it is taken out, and something else put there. */
interface Change {
  readonly at: number;
  readonly out: number;
  readonly put: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  out: fc.constantFrom(0, 0, 1, 2, 5, 40),
  put: fc.oneof(hostile, fc.constantFrom('', ' ', '  ', '\n', '\n  ', ': ', '|', '|all', '|re')),
});

/** Files of the project's, changed in a few places. */
export function changed(files: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([text, changes]) =>
      changes.reduce((now, { at, out, put }) => {
        const from = Math.floor(at * now.length);
        return now.slice(0, from) + put + now.slice(from + out);
      }, text),
    );
}

/** The texts of the YAML files below a folder of the project. */
export function filesBelow(folder: string): string[] {
  const home = fileURLToPath(new URL(`../../${folder}`, import.meta.url));
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => readFileSync(join(home, name), 'utf8'));
}

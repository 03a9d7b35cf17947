import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { readConfig } from '../../src/cli/config/config.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { property } from './property.js';

const home = mkdtempSync(join(tmpdir(), 'sigmaql-fuzz-'));
const path = join(home, 'sigmaql.config.yml');

const word = fc.oneof(
  fc.constantFrom('kql', 'true', 'True', 'yes', '~', '../x', '/etc/passwd', 'constructor', '5'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const key = fc.oneof(
  fc.constantFrom('targets', 'backends', 'pipelines', 'format', 'options', 'placeholders'),
  fc.constantFrom('strict', 'compact', 'profiles', '$schema', '__proto__', 'constructor'),
  word,
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.constantFrom(null, true, 1, 1e400, -0),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3 }),
  ),
}));
const text = fc.oneof(
  fc.dictionary(key, value, { maxKeys: 4 }).map((v) => JSON.stringify(v)),
  fc
    .array(fc.tuple(key, word), { maxLength: 5 })
    .map((l) => l.map(([k, v]) => `${k}: ${v}`).join('\n')),
  fc.string({ unit: 'binary' }),
);

property(
  'a configuration is read, or refused with its mistakes; never trusted with code',
  300,
  text,
  (content) => {
    writeFileSync(path, content);
    for (const flags of [{ config: path }, { config: path, trustConfig: true }]) {
      try {
        const config = readConfig(flags);
        expect(typeof config.strict).toBe('boolean');
        expect(config.targets.every((t) => typeof t === 'string')).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
      }
    }
  },
);

// Generates a parser from each grammar, and a module of each target's pipelines.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import peggy from 'peggy';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the parser of a grammar goes, and the rules that it may start from. */
const grammars = {
  condition: { module: 'src/model/condition/parser', starts: ['Condition'] },
  eql: { module: 'src/catalog/corpus/eql-parser', starts: ['Query'] },
  kuery: { module: 'src/catalog/corpus/kuery-parser', starts: ['Query'] },
  lucene: { module: 'src/catalog/corpus/lucene-parser', starts: ['Query'] },
  spl: { module: 'src/catalog/corpus/spl-parser', starts: ['Search'] },
};

const types = `export interface PeggyLocation { source: unknown; start: { offset: number; line: number; column: number }; end: { offset: number; line: number; column: number } }
export class SyntaxError extends globalThis.SyntaxError { expected: { type: string; description?: string; text?: string }[] | null; found: string | null; location: PeggyLocation }
export function parse(input: string, options?: Record<string, unknown>): unknown;
`;

for (const [name, { module, starts }] of Object.entries(grammars)) {
  const file = `${name}.peggy`;
  const source = peggy.generate(readFileSync(join(root, 'grammar', file), 'utf8'), {
    output: 'source',
    format: 'es',
    grammarSource: file,
    allowedStartRules: starts,
  });
  writeFileSync(join(root, `${module}.generated.js`), source);
  writeFileSync(join(root, `${module}.generated.d.ts`), types);
}

// As texts, so that they load where there are no files, and only when they are asked for.
for (const target of readdirSync(join(root, 'backends'))) {
  const folder = join(root, 'backends', target, 'pipelines');
  if (!existsSync(folder)) continue;
  const texts = Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((f) => [f.replace(/\.yml$/, ''), readFileSync(join(folder, f), 'utf8')]),
  );
  const module = join(root, 'backends', target, 'pipelines.generated');
  writeFileSync(`${module}.js`, `export default ${JSON.stringify(texts, null, 1)};\n`);
  writeFileSync(
    `${module}.d.ts`,
    'declare const pipelines: Readonly<Record<string, string>>;\nexport default pipelines;\n',
  );
}

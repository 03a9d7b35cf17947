// Generates the condition parser from its grammar, and a module of each target's pipelines.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import peggy from 'peggy';

const root = fileURLToPath(new URL('..', import.meta.url));
const grammar = readFileSync(join(root, 'grammar/condition.peggy'), 'utf8');
const target = join(root, 'src/model/condition');
mkdirSync(target, { recursive: true });
const source = peggy.generate(grammar, {
  output: 'source',
  format: 'es',
  grammarSource: 'condition.peggy',
  allowedStartRules: ['Condition'],
});
writeFileSync(join(target, 'parser.generated.js'), source);
writeFileSync(
  join(target, 'parser.generated.d.ts'),
  `export interface PeggyLocation { source: unknown; start: { offset: number; line: number; column: number }; end: { offset: number; line: number; column: number } }
export class SyntaxError extends globalThis.SyntaxError { expected: { type: string; description?: string; text?: string }[] | null; found: string | null; location: PeggyLocation }
export function parse(input: string, options?: Record<string, unknown>): unknown;
`,
);

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

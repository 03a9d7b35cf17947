// Generates the condition parser from its grammar, and a module of each target's pipelines.
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import peggy from 'peggy';
import { parseDocument, visit } from 'yaml';

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

// As JSON, so that they load where there are no files, fast, and only when they are asked for.
for (const target of readdirSync(join(root, 'backends'))) {
  writeShipped(join(root, 'backends', target, 'pipelines'));
}
writeShipped(join(root, 'src/pipeline/builtin'));

function writeShipped(folder) {
  if (!existsSync(folder)) return;
  const texts = Object.fromEntries(
    readdirSync(folder)
      .filter((f) => f.endsWith('.yml'))
      .sort()
      .map((f) => [f.replace(/\.yml$/, ''), JSON.stringify(pipelineOf(join(folder, f)))]),
  );
  if (Object.keys(texts).length === 0) return;
  const module = join(folder, '../pipelines.generated');
  writeFileSync(`${module}.js`, `export default ${JSON.stringify(texts, null, 1)};\n`);
  writeFileSync(
    `${module}.d.ts`,
    'declare const pipelines: Readonly<Record<string, string>>;\nexport default pipelines;\n',
  );
}

/**
 * A pipeline's YAML, with the sources and types of those that it includes before its own. What JSON
 * would change of it, and what two files say differently of one field, is an error.
 */
function pipelineOf(path) {
  const document = parseDocument(readFileSync(path, 'utf8'), { prettyErrors: true });
  if (document.errors.length > 0) throw new Error(`${path}: ${document.errors[0].message}`);
  visit(document, {
    Scalar(_, { value, source }) {
      if (typeof value === 'number' && String(value) !== source) {
        throw new Error(`${path}: put the number ${source} into quotes.`);
      }
    },
  });
  const { include = [], sources, types, ...pipeline } = document.toJS();
  const included = include.map((name) => pipelineOf(join(path, '..', `${name}.yml`)));
  const allTypes = [...included.map((p) => p.types), types].reduce((all, more) => {
    for (const [name, type] of Object.entries(more ?? {})) {
      if (all?.[name] !== undefined && JSON.stringify(all[name]) !== JSON.stringify(type)) {
        throw new Error(`${path}: ${name} is of two types. Put them into the sources.`);
      }
    }
    return more ? { ...all, ...more } : all;
  }, undefined);
  const allSources = [...included.flatMap((p) => p.sources ?? []), ...(sources ?? [])];
  return {
    ...pipeline,
    ...(allTypes ? { types: allTypes } : {}),
    ...(allSources.length > 0 ? { sources: allSources } : {}),
  };
}

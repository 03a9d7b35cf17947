// Generates a parser from each grammar, a module of each store's pipelines, and one of what the
// catalogue's pages run on.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basename, join } from 'node:path';
import peggy from 'peggy';
import { parseDocument, visit } from 'yaml';
import { schemaFields } from './schema-fields.mjs';
import { writeSiteAssets } from './site-assets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the parser of a grammar goes, and the rules that it may start from. */
const grammars = {
  condition: { module: 'src/model/condition/parser', starts: ['Condition'] },
  eql: { module: 'src/languages/eql/parser', starts: ['Query'] },
  kuery: { module: 'src/languages/kuery/parser', starts: ['Query'] },
  lucene: { module: 'src/languages/lucene/parser', starts: ['Query'] },
  spl: { module: 'src/languages/spl/parser', starts: ['Search'] },
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

await writeSiteAssets(root);

const shipped = {};

// As JSON, so that they load where there are no files, fast, and only when they are asked for.
for (const entry of readdirSync(join(root, 'src/schemas'), { withFileTypes: true })) {
  if (entry.isDirectory()) writeShipped(join(root, 'src/schemas', entry.name));
}

const fields = join(root, 'src/catalog/corpus/schema-fields.generated');
writeFileSync(
  `${fields}.js`,
  `export default ${JSON.stringify(schemaFields(shipped), null, 1)};\n`,
);
writeFileSync(
  `${fields}.d.ts`,
  "declare const fields: Readonly<Record<'kusto' | 'elastic' | 'splunk', Readonly<Record<string, string>>>>;\nexport default fields;\n",
);

function writeShipped(folder) {
  const texts = Object.fromEntries(
    readdirSync(folder)
      .filter((f) => f.endsWith('.yml'))
      .sort()
      .map((f) => [f.replace(/\.yml$/, ''), JSON.stringify(pipelineOf(join(folder, f)))]),
  );
  if (Object.keys(texts).length === 0) return;
  shipped[basename(folder)] = texts;
  const module = join(folder, 'pipelines.generated');
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
  const document = parseDocument(readFileSync(path, 'utf8'), {
    prettyErrors: true,
    merge: true,
  });
  if (document.errors.length > 0) throw new Error(`${path}: ${document.errors[0].message}`);
  visit(document, {
    Scalar(_, { value, source }) {
      if (typeof value === 'number' && String(value) !== source) {
        throw new Error(`${path}: put the number ${source} into quotes.`);
      }
    },
  });
  const { include = [], sources, types, ...pipeline } = document.toJS({ maxAliasCount: -1 });
  const included = include.map((name) => pipelineOf(join(path, '..', `${name}.yml`)));
  const allTypes = [...included.map((p) => p.types), types].reduce((all, more) => {
    for (const [name, type] of Object.entries(more ?? {})) {
      if (all?.[name] !== undefined && JSON.stringify(all[name]) !== JSON.stringify(type)) {
        throw new Error(`${path}: ${name} is of two types. Put them into the sources.`);
      }
    }
    return more ? { ...all, ...more } : all;
  }, undefined);
  const allSources = [
    ...included.flatMap((p) => (p.sources ?? []).map((s) => withOwnTypes(s, p.types, allTypes))),
    ...(sources ?? []),
  ];
  return {
    ...pipeline,
    ...(allTypes ? { types: allTypes } : {}),
    ...(allSources.length > 0 ? { sources: allSources } : {}),
  };
}

/** A source whose fields are of the types that its own pipeline gives them, and of no other's. */
function withOwnTypes(source, own = {}, all = {}) {
  const known = { ...own, ...source.types };
  const text = JSON.stringify(source);
  const others = Object.keys(all).filter(
    (name) => !name.includes('*') && !Object.hasOwn(known, name) && text.includes(`"${name}"`),
  );
  if (others.length === 0) return source;
  const types = others.map((name) => [name, typeByBeginning(name, known)]);
  return { ...source, types: { ...source.types, ...Object.fromEntries(types) } };
}

/** That of the longest of the names ending in `*` that it begins with. */
function typeByBeginning(name, types) {
  const [best] = Object.keys(types)
    .filter((pattern) => pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)))
    .sort((a, b) => b.length - a.length);
  return best === undefined ? null : types[best];
}

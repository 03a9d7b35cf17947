// Builds dist/: the library's modules, the command (with what it needs inside, so that it starts
// fast), and the types.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundledLicenses } from './bundled-licenses.mjs';
import { commonJs } from './common-js.mjs';
import { copyKusto } from './copy-kusto.mjs';
import './generate.mjs';
import { rarePackages, whenUsed } from './when-used.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  splitting: true,
  target: 'es2022',
  logLevel: 'warning',
  outdir: dist,
};
/** What threads start with. */
const THREADS = {
  worker: 'src/cli/convert/worker.ts',
  'match-worker': 'src/cli/match/worker.ts',
  'catalog-worker': 'src/cli/catalog/worker.ts',
};

const [, command, rare] = await Promise.all([
  build({
    ...common,
    platform: 'neutral',
    packages: 'external',
    chunkNames: 'shared/[name]-[hash]',
    entryPoints: {
      index: 'src/index.ts',
      backend: 'src/backend/index.ts',
      'backend-elastic': 'src/backend/elastic/index.ts',
      testing: 'src/testing.ts',
      kql: 'backends/kql/index.ts',
      splunk: 'backends/splunk/index.ts',
      lucene: 'backends/lucene/index.ts',
      dsl: 'backends/dsl/index.ts',
      eql: 'backends/eql/index.ts',
      esql: 'backends/esql/index.ts',
    },
  }),
  build({
    ...common,
    platform: 'node',
    minifySyntax: true,
    minify: true,
    metafile: true,
    legalComments: 'none',
    chunkNames: 'cli/[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    write: false,
    entryPoints: {
      'cli/main': 'src/cli/main.ts',
      'cli/loader': 'src/cli/loader.ts',
      ...Object.fromEntries(
        Object.entries(THREADS).map(([name, path]) => [`cli/${name}.main`, path]),
      ),
      // Beside its parser, wherever else it is used.
      'cli/kusto': 'src/cli/kusto.ts',
    },
    plugins: [whenUsed, commonJs],
  }),
  build({
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'es2022',
    minify: true,
    metafile: true,
    legalComments: 'none',
    logLevel: 'warning',
    outdir: join(dist, 'cli'),
    outExtension: { '.js': '.cjs' },
    entryPoints: rarePackages,
  }),
]);
const start = (loader, script, flags = '') =>
  `require('${loader}').loader('${flags}')('${script}');\n`;
writeFileSync(
  join(dist, 'cli.cjs'),
  `#!/usr/bin/env node\n${start('./cli/loader.cjs', 'main.cjs')}`,
  { mode: 0o755 },
);
// The path by which scripts outside this package run it.
writeFileSync(join(dist, 'cli.js'), "import './cli.cjs';\n");
for (const name of Object.keys(THREADS)) {
  writeFileSync(join(dist, `cli/${name}.cjs`), start('./loader.cjs', `${name}.main.cjs`, '-tuned'));
}
writeFileSync(
  join(dist, 'cli/LICENSES.txt'),
  bundledLicenses([command.metafile, rare.metafile], root),
);
copyKusto(join(dist, 'kusto'));
const flags = JSON.parse(readFileSync(join(root, 'src/cli/one-run-flags.json'), 'utf8'));
for (const args of [[], ['-tuned', ...flags]]) {
  execFileSync(process.execPath, [join(root, 'scripts/keep-code.mjs'), ...args], {
    cwd: root,
    stdio: 'ignore',
  });
}
writeFileSync(
  join(dist, 'config.schema.json'),
  execFileSync(process.execPath, [join(dist, 'cli.cjs'), 'config', 'schema']),
);

const require = createRequire(import.meta.url);
execFileSync(
  process.execPath,
  [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'],
  {
    cwd: root,
    stdio: 'inherit',
  },
);

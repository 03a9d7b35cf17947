// The scripts and styles of the catalogue's pages as a module of strings: whoever writes the pages,
// wherever it runs, has them at hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const SCRIPTS = ['theme', 'app', 'home', 'live'];

export async function writeSiteAssets(root) {
  const folder = join(root, 'src/catalog/site/browser');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [...SCRIPTS.map((name) => join(folder, `${name}.ts`)), join(folder, 'style.css')],
    outdir: join(root, 'assets'),
    bundle: true,
    minify: true,
    // Classic scripts: modules do not load from disk.
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  });
  const texts = Object.fromEntries([
    ...outputFiles.map(({ path, text }) => [path.replace(/^.*[/\\]/, ''), text]),
    ['icon.svg', readFileSync(join(folder, 'icon.svg'), 'utf8')],
  ]);
  const module = join(root, 'src/catalog/site/assets.generated');
  writeFileSync(`${module}.js`, `export const assets = ${JSON.stringify(texts, null, 1)};\n`);
  writeFileSync(
    `${module}.d.ts`,
    'export declare const assets: Readonly<Record<string, string>>;\n',
  );
}

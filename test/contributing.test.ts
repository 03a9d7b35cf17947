import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The blocks of TypeScript in a section, each as if it were a file of its own. */
function blocksOf(section: string): readonly string[] {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const body = text.split(`## ${section}\n`)[1]!.split('\n## ')[0]!;
  return [...body.matchAll(/^```ts\n(.*?)^```$/gms)].map((m) => m[1]!);
}

test('the example of a backend compiles', { timeout: 60_000 }, () => {
  const [source] = blocksOf('Add a backend');
  const path = join(root, 'test/example-of-contributing.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const settings = {
    ...options,
    incremental: false,
    paths: { 'sigmaql/backend': [join(root, 'src/backend/index.ts')] },
  };
  delete settings.tsBuildInfoFile;
  const host = ts.createCompilerHost(settings);
  const read = host.getSourceFile.bind(host);
  host.fileExists = (file) => file === path || ts.sys.fileExists(file);
  host.getSourceFile = (file, version) =>
    file === path ? ts.createSourceFile(file, source!, version) : read(file, version);
  const program = ts.createProgram([path], settings, host);
  const found = ts
    .getPreEmitDiagnostics(program, program.getSourceFile(path))
    .map((d) => ts.flattenDiagnosticMessageText(d.messageText, '\n'));
  expect(found).toEqual([]);
});

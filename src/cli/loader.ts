import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** Compiled once, whatever runs them. */
const scripts = new Map<string, Script>();

type Load = (name: string) => unknown;

/**
 * Runs the scripts beside this one, each once, as `require` would. Parsing and compiling them takes
 * longer than most runs, so they come with what V8 made of them when the command was built. It refuses
 * the code of another version of itself, or of a process with other flags.
 *
 * @param flags what the code was compiled with: nothing, or those of `tuneForOneRun`
 */
export function loader(flags: '' | '-tuned' = ''): Load {
  const folder = codeFolder(flags);
  const code = existsSync(folder) ? folder : null;
  const others = createRequire(join(import.meta.dirname, 'loader.cjs'));
  const loaded = new Map<string, { exports: unknown }>();
  const load: Load = (name) => {
    const known = loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(name, module);
    const run = compiled(name, code).runInThisContext() as Run;
    const require: Load = (id) => (id.startsWith('./') ? load(id.slice(2)) : others(id));
    run(module.exports, require, module, import.meta.dirname, importModule);
    module.exports = valuesOf(module.exports);
    return module.exports;
  };
  return load;
}

/**
 * esbuild exports each name through two getters, which cost a tenth of a long run where functions of
 * other scripts are called. No name of ours changes its value once its script has run.
 */
function valuesOf(exported: unknown): unknown {
  return { ...(exported as object) };
}

type Run = (
  exports: unknown,
  require: Load,
  module: { exports: unknown },
  dirname: string,
  importModule: (url: string) => Promise<unknown>,
) => void;

const PARAMETERS = 'exports,require,module,__dirname,importModule';

/** Scripts with code of their own can import nothing themselves. */
const importModule = (url: string): Promise<unknown> => import(url);

function compiled(name: string, folder: string | null): Script {
  const known = scripts.get(name);
  if (known) return known;
  const filename = join(import.meta.dirname, name);
  // The build writes ASCII alone (scripts/common-js.mjs), which V8 keeps a byte to a character.
  const source = readFileSync(filename, 'latin1');
  const code = folder === null ? undefined : codeOf(name, folder);
  const script = new Script(`(function(${PARAMETERS}){${source}\n})`, {
    filename,
    ...(code && { cachedData: code }),
  });
  scripts.set(name, script);
  return script;
}

/** Undefined for a script that no run of the build used. */
function codeOf(name: string, folder: string): Uint8Array | undefined {
  try {
    return readFileSync(join(folder, `${name}.bin`));
  } catch {
    return undefined;
  }
}

function codeFolder(flags: string): string {
  const { platform, arch, versions } = process;
  return join(import.meta.dirname, `code-${versions.v8}-${platform}-${arch}${flags}`);
}

/** For the build: where the code of each script belongs that has run, and what it is. */
export function codeOfAll(
  flags: '' | '-tuned',
): readonly { readonly path: string; readonly code: Uint8Array }[] {
  return [...scripts].map(([name, script]) => ({
    path: join(codeFolder(flags), `${name}.bin`),
    code: script.createCachedData(),
  }));
}

// What few runs of the command need is read when something of it is first used: packages stay out of
// the bundle, as scripts of their own, and Node's own modules take milliseconds too. A plugin of
// esbuild.
import { basename } from 'node:path';

const PACKAGES = ['@huggingface/jinja', 're2js', 'yaml'];

/** Commander starts programs for subcommands, of which there are none here. */
const BUILTIN = ['child_process', 'crypto', 'net', 'os', 'v8', 'worker_threads'];

/** The scripts, as esbuild's entry points. */
export const rarePackages = Object.fromEntries(PACKAGES.map((name) => [basename(name), name]));

const namespace = 'when-used';

export const whenUsed = {
  name: namespace,
  setup({ onResolve, onLoad }) {
    const names = [...PACKAGES, ...BUILTIN.map((name) => `node:${name}`)];
    onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path, namespace: from }) =>
      from === namespace ? { path, external: true } : { path, namespace },
    );
    onResolve({ filter: /\.cjs$/, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace }, async ({ path }) => {
      const script = PACKAGES.includes(path) ? `./${basename(path)}.cjs` : path;
      const members = Object.keys(await import(path))
        .filter((name) => name !== 'default')
        .map((name) => `get ${name}() { return load().${name}; }`);
      const contents = `
        let loaded;
        const load = () => (loaded ??= require('${script}'));
        module.exports = { ${members.join(', ')} };`;
      return { contents, loader: 'js' };
    });
  },
};

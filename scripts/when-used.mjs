// Packages that few runs of the command need stay out of its bundle: each is a script of its own,
// which is read when something of it is first used. A plugin of esbuild.
import { basename } from 'node:path';

const RARE = ['@huggingface/jinja', 're2js', 'yaml'];

/** The scripts, as esbuild's entry points. */
export const rarePackages = Object.fromEntries(RARE.map((name) => [basename(name), name]));

const namespace = 'when-used';

export const whenUsed = {
  name: namespace,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${RARE.join('|')})$`) }, ({ path }) => ({
      path,
      namespace,
    }));
    // Commander starts programs for subcommands, of which there are none here.
    onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes('/commander/') ? { path, namespace } : null,
    );
    onResolve({ filter: /./, namespace }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace }, async ({ path }) => {
      const script = RARE.includes(path) ? `./${basename(path)}.cjs` : path;
      const members = Object.keys(await import(path))
        .filter((name) => name !== 'default')
        .map((name) => `get ${name}() { return require('${script}').${name}; }`);
      return { contents: `module.exports = { ${members.join(',\n')} };`, loader: 'js' };
    });
  },
};

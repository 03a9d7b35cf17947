// The command's files as scripts of CommonJS, though esbuild divides modules alone: Node's loader of
// modules takes longer than a rule does. A plugin of esbuild, for a build that does not write.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { transform } from 'esbuild';

export const commonJs = {
  name: 'common-js',
  setup({ initialOptions, onEnd }) {
    const { platform, target, minify } = initialOptions;
    onEnd(async ({ outputFiles = [] }) => {
      await Promise.all(
        outputFiles.map(async ({ path, text }) => {
          const { code } = await transform(text, {
            format: 'cjs',
            platform,
            target,
            minify,
            define: { 'import.meta.dirname': '__dirname' },
          });
          await mkdir(dirname(path), { recursive: true });
          const own = inAscii(code).replace(OWN_IMPORT, OWN_REQUIRE);
          const isLoader = basename(path) === 'loader.cjs';
          await writeFile(path, isLoader ? own : own.replace(OTHER_IMPORT, 'importModule('));
        }),
      );
    });
  },
};

/** A backend of the user's may be a module: only scripts that Node itself loads can import one. */
const OWN_IMPORT = /\bimport\(("\.\/[^"]+\.cjs")\)/g;
const OWN_REQUIRE = 'Promise.resolve().then(()=>require($1))';
const OTHER_IMPORT = /\bimport\(/g;

/**
 * The loader reads a script a byte to a character. esbuild escapes what it may, which is all but the text
 * of tagged templates, whose tags might ask for it as it is written; ours do not.
 */
const inAscii = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

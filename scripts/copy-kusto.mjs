// Copies Microsoft's parser of Kusto into a folder, with its notice. Of the package's 31 MB it takes
// the two files that parsing needs. They are scripts, so in a package of modules they end in .cjs.
import { copyFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

export function copyKusto(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of ['bridge.min', 'Kusto.Language.Bridge.min']) {
    const from = require.resolve(`@kusto/language-service-next/${name}.js`);
    copyFileSync(from, join(folder, `${name}.cjs`));
  }
  copyFileSync(join(root, 'scripts/kusto-notice.txt'), join(folder, 'NOTICE.txt'));
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE-APACHE.txt'));
}

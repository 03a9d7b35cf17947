// The licences of the packages that bundles hold, as one text.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export function bundledLicenses(metafiles, root) {
  const found = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs))
    .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path));
  const names = new Set(found.filter((m) => m !== null).map((m) => m[1]));
  const texts = [...names].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((f) => /^licen[cs]e(?:\.|$)/i.test(f));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : license;
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

// Writes src/model/attack/attack.data.ts from MITRE's STIX bundle of Enterprise ATT&CK:
//   node scripts/attack.mjs enterprise-attack.json
// The bundle: https://github.com/mitre-attack/attack-stix-data
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const root = fileURLToPath(new URL('..', import.meta.url));
const [bundle, output = join(root, 'src/model/attack/attack.data.ts')] = process.argv.slice(2);
if (!bundle) {
  console.error('Usage: node scripts/attack.mjs enterprise-attack.json [output.ts]');
  process.exit(2);
}
const { objects } = JSON.parse(readFileSync(bundle, 'utf8'));

const KINDS = ['attack-pattern', 'intrusion-set', 'malware', 'tool', 'campaign'];
const byRef = new Map(objects.map((o) => [o.id, o]));
const idOf = (object) =>
  object.external_references?.find((r) => r.source_name === 'mitre-attack')?.external_id;
const byId = (a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const matrix = objects.find((o) => o.type === 'x-mitre-matrix' && !o.x_mitre_deprecated);
const tactics = matrix.tactic_refs.map((ref) => byRef.get(ref));
const order = new Map(tactics.map((t, index) => [t.x_mitre_shortname, index]));

const successors = new Map(
  objects
    .filter((o) => o.type === 'relationship' && o.relationship_type === 'revoked-by')
    .map((o) => [o.source_ref, o.target_ref]),
);

/** What has taken the place of an object, at the end of the chain; empty if nothing has. */
function successorOf(object) {
  const seen = new Set();
  let at = object;
  while (at?.revoked && !seen.has(at.id)) {
    seen.add(at.id);
    at = byRef.get(successors.get(at.id));
  }
  return at && !at.revoked && !at.x_mitre_deprecated ? idOf(at) : '';
}

function tacticsOf(object) {
  return (object.kill_chain_phases ?? [])
    .filter((p) => p.kill_chain_name === 'mitre-attack')
    .map((p) => p.phase_name)
    .sort((a, b) => order.get(a) - order.get(b))
    .join(',');
}

const current = new Map();
for (const object of objects.filter((o) => KINDS.includes(o.type))) {
  const id = idOf(object);
  const retired = object.revoked || object.x_mitre_deprecated;
  // An id may stand twice: once for what was revoked, once for what bears it now.
  if (!id || (retired && current.has(id))) continue;
  const middle = retired ? `>${successorOf(object)}` : tacticsOf(object);
  current.set(id, { id, line: `${id}|${middle}|${object.name}` });
}
const collection = objects.find((o) => o.type === 'x-mitre-collection');
const version = collection.x_mitre_version;
const year = collection.modified.slice(0, 4);
const lines = [
  ...tactics.map((t) => `${idOf(t)}|${t.x_mitre_shortname}|${t.name}`),
  ...[...current.values()].sort(byId).map((o) => o.line),
];
const text = lines.join('\n').replace(/[\\`]|\$\{/g, '\\$&');
writeFileSync(
  output,
  `/**
 * Enterprise ATT&CK, written by scripts/attack.mjs. A line is \`id|tactics|name\`: the tactics in the
 * order of the matrix, then the rest by id. \`>\` stands before what has taken the place of a retired
 * one, and alone if nothing has.
 */
export const attackVersion = '${version}';

/**
 * MITRE asks that this stands with every copy:
 * https://attack.mitre.org/resources/legal-and-branding/terms-of-use/
 */
export const attackNotice =
  '© ${year} The MITRE Corporation. This work is reproduced and distributed with the permission of ' +
  'The MITRE Corporation. The MITRE Corporation (MITRE) hereby grants you a non-exclusive, ' +
  'royalty-free license to use ATT&CK® for research, development, and commercial purposes. Any copy ' +
  "you make for such purposes is authorized provided that you reproduce MITRE's copyright " +
  'designation and this license in any such copy.';

export const attackText = \`
${text}
\`;
`,
);
console.log(`ATT&CK ${version}: ${tactics.length} tactics, ${current.size} other objects.`);

import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  writeOut
} from "./chunk-V2PW5UNZ.js";
import {
  allShipped,
  loadBackends
} from "./chunk-BFXIZFVL.js";
import "./chunk-PG4WC7ZB.js";
import {
  modifiers
} from "./chunk-PIXRQQOE.js";
import "./chunk-OYLZ7TWT.js";
import "./chunk-4DGM5UVP.js";
import {
  nearest
} from "./chunk-NSDVFCW7.js";
import "./chunk-W2LK6FW7.js";
import {
  UsageError
} from "./chunk-DRNPWZYJ.js";
import "./chunk-EGGDUQTL.js";

// src/cli/list.ts
var LISTS = {
  targets: (backends) => backends.flatMap((b) => [
    { name: b.name, description: b.title },
    ...b.options.map((o) => ({
      name: `  -O ${b.name}.${o.name}=${o.values?.join("|") ?? "TEXT"}`,
      description: o.description
    }))
  ]),
  formats: (backends) => backends.flatMap(
    (b) => b.formats.map((f) => ({ name: `${b.name} -f ${f.name}`, description: f.description }))
  ),
  pipelines: async (backends) => {
    let shipped = await allShipped(backends);
    return [
      { name: "none", description: "Sigma's own field names, as they stand." },
      ...shipped.map(({ name, backend }) => ({
        name,
        description: backend ? `for ${backend.name}${backend.defaultPipelines?.includes(name) ? ", where you name none" : ""}` : "for every target"
      })),
      {
        name: "FILE",
        description: "A pipeline in pySigma's YAML format, or a file with `mapping` alone."
      }
    ];
  },
  modifiers: () => modifiers.map((m) => ({ name: m.name, description: `${m.description} (${m.heading})` })),
  checks: () => [
    {
      name: "convert",
      description: "Everything that converting a rule brings up; there are no further checks yet."
    }
  ]
};
async function listCommand(what, flags) {
  let list = Object.hasOwn(LISTS, what) ? LISTS[what] : void 0;
  if (!list) {
    let names = Object.keys(LISTS), like = nearest(what, names), hint = like ? ` Did you mean '${like}'?` : "";
    throw new UsageError(`'${what}' cannot be listed.${hint} There are: ${names.join(", ")}.`);
  }
  let rows = await list(await loadBackends(flags.backend ?? []));
  if (flags.json)
    return await writeOut(rows.map((r) => `${JSON.stringify({ ...r, name: r.name.trim() })}
`).join("")), 0;
  let width = Math.max(...rows.map((r) => r.name.length));
  return await writeOut(rows.map((r) => `${r.name.padEnd(width)}  ${r.description}
`).join("")), 0;
}
export {
  listCommand
};

import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/pipeline/tables.ts
function columnsOfAll(names, tables) {
  let [first, ...others] = names.map((name) => tables.columns(name));
  if (!first || others.length === 0) return first;
  if (!others.includes(void 0))
    return new Map([...first].filter(([name, type]) => others.every((o) => o.get(name) === type)));
}

export {
  columnsOfAll
};

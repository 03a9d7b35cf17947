import {
  codeFrame,
  convert,
  parse
} from "./shared/chunk-6CHBYLQI.js";
import "./shared/chunk-JRTGEL3U.js";

// src/testing.ts
function goldenFiles(rule, mode) {
  const { collection } = parse(rule.text, { path: rule.path });
  const { name, omit = [], ...options } = mode;
  const queries = convert(collection, options);
  const stem = `${name}/${rule.path.replace(/\.ya?ml$/i, "")}`;
  const format = mode.backend.formats.find((f) => f.name === mode.format);
  const extension = (format ?? mode.backend.formats[0])?.extension ?? "txt";
  const files = [{ path: `${stem}.${extension}`, text: joinQueries(queries) }];
  const notes = notesOf(queries, omit);
  if (notes !== null) files.push({ path: `${stem}.notes.txt`, text: notes });
  return files;
}
function goldenDifferences(made, recorded) {
  const old = new Map(recorded.map((f) => [f.path, f.text]));
  const differences = [];
  for (const { path, text } of made) {
    const before = old.get(path);
    old.delete(path);
    if (before === void 0) {
      differences.push({ path, kind: "missing", made: text, recorded: null });
    } else if (before !== text) {
      differences.push({ path, kind: "changed", made: text, recorded: before });
    }
  }
  for (const [path, text] of old) {
    differences.push({ path, kind: "orphan", made: null, recorded: text });
  }
  return differences.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}
var REFUSED = "(refused: see the notes)";
function joinQueries(queries) {
  const texts = queries.map((q) => (q.text ?? REFUSED).replace(/\n+$/, ""));
  let out = texts[0] ?? "(no query)";
  for (let i = 1; i < texts.length; i++) {
    out += `

===== query ${i + 1} of ${texts.length} =====

${texts[i]}`;
  }
  return `${out}
`;
}
function notesOf(queries, omit) {
  const parts = [];
  queries.forEach((query, index) => {
    const said = query.text === null ? query.item.diagnostics : [];
    const all = [...said, ...query.diagnostics];
    const diagnostics = all.filter((d) => d.severity !== "note" || !omit.includes(d.code));
    if (query.fidelity === "exact" && diagnostics.length === 0) return;
    const which = queries.length > 1 ? `query ${index + 1} of ${queries.length}: ` : "";
    const frames = diagnostics.map((d) => codeFrame(d, { colour: false }));
    parts.push([`${which}${query.fidelity}`, ...frames].join("\n\n"));
  });
  return parts.length === 0 ? null : `${parts.join("\n\n")}
`;
}
export {
  goldenDifferences,
  goldenFiles
};

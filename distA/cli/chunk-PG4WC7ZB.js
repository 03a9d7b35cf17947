import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  fileTooLarge
} from "./chunk-PIXRQQOE.js";
import {
  fileDiagnostic,
  nearest
} from "./chunk-NSDVFCW7.js";

// src/cli/inputs.ts
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync
} from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
var RULES = { names: /\.ya?ml$/i, called: ".yml or .yaml file" };
async function findInputs(names, wanted = RULES) {
  let files = [], diagnostics = [], seen = /* @__PURE__ */ new Set(), add = (path, below, real = realpathSync(path)) => {
    seen.has(real) || (seen.add(real), files.push({ path, relative: below.split(sep).join("/") }));
  };
  for (let name of names)
    if (name === "-") add("-", "stdin.yml", "-");
    else if (existsSync(name))
      if (!statSync(name).isDirectory()) add(name, basename(name));
      else {
        let before = files.length;
        for (let { path, real } of walk(name, wanted.names, diagnostics))
          add(path, relative(name, path), real);
        files.length === before && diagnostics.push(empty(name, wanted));
      }
    else if (/[*?[\]{}]/.test(name)) {
      let { glob } = await import("./dist-LS6NQFPU.js"), found = (await glob([name.replace(/\\/g, "/")], { dot: !1 })).sort(byCodeUnit);
      found.length === 0 && diagnostics.push(problem("no-match", "No file matches this pattern.", name));
      let base = globBase(name);
      for (let path of found) add(path, relative(base, path));
    } else diagnostics.push(missing(name));
  return { files, diagnostics };
}
function readInput(path) {
  let file = null;
  try {
    if (path === "-") return readFileSync(0);
    let { size } = fstatSync(file = openSync(path, "r"));
    return size > 16777216 ? fileTooLarge(size, path) : readFileSync(file);
  } catch (error) {
    return unreadable(path, error);
  } finally {
    file !== null && closeSync(file);
  }
}
function byCodeUnit(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function problem(code, message, path) {
  return fileDiagnostic("error", code, message, path);
}
function empty(path, { called }) {
  return problem("empty-folder", `There is no ${called} in this folder.`, path);
}
function unreadable(path, error) {
  let reason = error.code ?? "unknown", hint = reason === "EACCES" ? "You may not read it; change its permissions." : `(${reason})`;
  return problem("unreadable", `This cannot be read. ${hint}`, path);
}
function missing(path) {
  let siblings = [];
  try {
    siblings = readdirSync(dirname(path));
  } catch {
  }
  let like = nearest(basename(path), siblings), hint = like ? ` Did you mean ${join(dirname(path), like)}?` : "";
  return problem("file-not-found", `There is no such file or folder.${hint}`, path);
}
function walk(folder, names, diagnostics, above = []) {
  let found = [], entries, home;
  try {
    home = realpathSync(folder), entries = readdirSync(folder, { withFileTypes: !0 });
  } catch (error) {
    return diagnostics.push(unreadable(folder, error)), found;
  }
  if (above.includes(home))
    return diagnostics.push(fileDiagnostic("warning", "folder-loop", "This link leads back to a folder that it is in; it was not followed.", folder)), found;
  for (let entry of entries.sort((a, b) => byCodeUnit(a.name, b.name))) {
    let { name } = entry;
    if (name.startsWith(".") || name === "node_modules") continue;
    let path = join(folder, name), directory = entry.isDirectory(), real = join(home, name);
    if (entry.isSymbolicLink())
      try {
        directory = statSync(path).isDirectory(), real = realpathSync(path);
      } catch (error) {
        names.test(name) && diagnostics.push(unreadable(path, error));
        continue;
      }
    if (directory)
      for (let inner of walk(path, names, diagnostics, [...above, home])) found.push(inner);
    else names.test(name) && found.push({ path, real });
  }
  return found;
}
function globBase(glob) {
  let parts = glob.replace(/\\/g, "/").split("/"), at = parts.findIndex((p) => /[*?[\]{}]/.test(p));
  return parts.slice(0, at).join("/") || ".";
}

export {
  findInputs,
  readInput,
  unreadable
};

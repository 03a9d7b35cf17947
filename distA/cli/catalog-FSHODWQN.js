import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  MANIFEST,
  catalogFrom,
  catalogPaths,
  readCatalog,
  readManifest,
  siteOf,
  siteOptions
} from "./chunk-K57QZFXT.js";
import {
  readJobs
} from "./chunk-U4Q4OLZY.js";
import "./chunk-EHCMFXI3.js";
import {
  readSettings
} from "./chunk-X6G3XE2U.js";
import {
  Diagnostics,
  thousands,
  wantsColour
} from "./chunk-V2PW5UNZ.js";
import "./chunk-OIZTUALQ.js";
import {
  loadCatalogTools
} from "./chunk-UZLTPEOG.js";
import "./chunk-GQ3J5MR5.js";
import "./chunk-RH5UFQMB.js";
import "./chunk-OYN5MF4I.js";
import "./chunk-GPZISDT3.js";
import "./chunk-CQJ4NSEH.js";
import "./chunk-VU7UZY2M.js";
import "./chunk-4ZOU64YT.js";
import "./chunk-SVNJ44EP.js";
import "./chunk-BFXIZFVL.js";
import "./chunk-PG4WC7ZB.js";
import "./chunk-HFOHLGDZ.js";
import "./chunk-PIXRQQOE.js";
import "./chunk-OYLZ7TWT.js";
import "./chunk-4PC5COSH.js";
import "./chunk-TFEGJOVY.js";
import "./chunk-4DGM5UVP.js";
import "./chunk-YDPUVWUD.js";
import "./chunk-EWLNTRLT.js";
import {
  fileDiagnostic
} from "./chunk-NSDVFCW7.js";
import "./chunk-W2LK6FW7.js";
import {
  UsageError
} from "./chunk-DRNPWZYJ.js";
import "./chunk-UZXH5WHX.js";
import "./chunk-EGGDUQTL.js";

// src/cli/catalog.ts
import { resolve } from "node:path";

// src/cli/catalog-output.ts
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeSync
} from "node:fs";
import { join, sep } from "node:path";
function manifestIn(folder) {
  let path = join(folder, MANIFEST);
  if (existsSync(path)) return manifestAt(path);
  if (existsSync(join(folder, "index.html")))
    throw new UsageError(
      `${folder} holds an index.html, but no ${MANIFEST} of a catalogue. Choose another folder.`
    );
  return null;
}
function manifestAt(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
  let manifest = readManifest(text);
  if (manifest) return manifest;
  throw new UsageError(`${path} is no manifest of a catalogue, or of another version. Remove it.`);
}
function writeSite(site, folder, before) {
  mkdirSync(folder, { recursive: !0 });
  let home = realpathSync(folder), folders = /* @__PURE__ */ new Set(), changed = 0, size = 0;
  for (let [path, text] of site) {
    enter(home, path, folders);
    let bytes = Buffer.from(text());
    size += bytes.length, !(before && isSame(join(home, path), bytes)) && (write(join(home, path), bytes), changed++);
  }
  for (let path of before?.files ?? [])
    !site.has(path) && isOwnPath(path) && remove(home, path);
  return { files: site.size, changed, size };
}
function enter(home, path, known) {
  let folder = path.slice(0, path.lastIndexOf("/") + 1);
  if (folder === "" || known.has(folder)) return;
  known.add(folder);
  let full = join(home, folder);
  if (mkdirSync(full, { recursive: !0 }), realpathSync(full) !== full.replace(/[\\/]$/, ""))
    throw new UsageError(`${full} is a link that leads elsewhere. Remove it.`);
}
function isSame(path, bytes) {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return !1;
  }
}
function write(path, bytes) {
  let { O_WRONLY, O_CREAT, O_TRUNC } = constants, noFollow = constants.O_NOFOLLOW ?? 0, file;
  try {
    file = openSync(path, O_WRONLY | O_CREAT | O_TRUNC | noFollow, 438);
  } catch (error) {
    let { code } = error;
    throw new UsageError(
      code === "ELOOP" ? `${path} is a link. Remove it.` : `${path} cannot be written (${code}).`
    );
  }
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
}
function isOwnPath(path) {
  return /^(?:[a-z]+\/)?[\w-][\w.-]*\.(?:html|css|js|json|svg)$/.test(path);
}
function remove(home, path) {
  let folder = join(home, path, "..");
  if (!existsSync(folder)) return;
  let real = realpathSync(folder);
  (real === home || real.startsWith(home + sep)) && rmSync(join(home, path), { force: !0 });
}

// src/cli/catalog.ts
async function catalogBuildCommand(rules, flags) {
  let jobs = readJobs(flags.jobs), settings = await readSettings(flags, !0), options = await siteOptions(flags, !1), before = manifestIn(flags.output), previous = flags.since === void 0 ? before : manifestAt(flags.since), { paths, own, diagnostics } = await catalogPaths(rules, flags.with ?? []), said = new Diagnostics(flags.verbose ?? !1, wantsColour(process.stderr));
  for (let d of diagnostics) said.addPlain(d);
  let files = await readCatalog(paths, await loadCatalogTools(settings), jobs), catalog = await catalogFrom(files, previous, options);
  sayUnread(catalog, said);
  let written = writeSite(siteOf(catalog), flags.output, before);
  return said.finish(), process.stderr.write(`${summary(catalog, written)}
`), process.stdout.write(`${resolve(flags.output, "index.html")}
`), [...catalog.index.unread, ...catalog.others].some(({ path }) => own.has(path)) || diagnostics.some((d) => d.severity === "error") ? 1 : 0;
}
function sayUnread({ index, others }, said) {
  for (let { path, problem } of index.unread)
    said.addPlain(fileDiagnostic("warning", "rule-not-read", problem, path));
  for (let { path, reason } of others)
    said.addPlain(fileDiagnostic("note", "no-rule", reason, path));
}
function summary({ index, others }, { files, changed, size }) {
  let { length: total } = index.rules, parts = [
    `${thousands(total)} ${total === 1 ? "rule" : "rules"}`,
    `${thousands(files)} files (${(size / 1e6).toFixed(1)} MB), ${thousands(changed)} of them written`
  ], unread = index.unread.length + others.length;
  return unread > 0 && parts.push(`${thousands(unread)} could not be read (see unread.html)`), `${parts.join("; ")}.`;
}
export {
  catalogBuildCommand,
  sayUnread
};

import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  catalogFrom,
  catalogPaths,
  readCatalog,
  securityHeaders,
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
  thousands,
  wantsColour
} from "./chunk-V2PW5UNZ.js";
import "./chunk-OIZTUALQ.js";
import {
  catalogFile,
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
import {
  codeFrame,
  visible
} from "./chunk-OYLZ7TWT.js";
import "./chunk-4PC5COSH.js";
import "./chunk-TFEGJOVY.js";
import "./chunk-4DGM5UVP.js";
import "./chunk-YDPUVWUD.js";
import "./chunk-EWLNTRLT.js";
import "./chunk-NSDVFCW7.js";
import "./chunk-W2LK6FW7.js";
import {
  UsageError
} from "./chunk-DRNPWZYJ.js";
import "./chunk-UZXH5WHX.js";
import "./chunk-EGGDUQTL.js";

// src/cli/catalog-serve.ts
import { createServer } from "node:http";
import { isIP } from "node:net";

// src/cli/catalog-live.ts
import { statSync, watch } from "node:fs";
import { dirname, join } from "node:path";
var SETTLED = 25, LiveCatalog = class _LiveCatalog {
  constructor(names, others, tools, options, diagnostics, paths, files, site) {
    this.names = names;
    this.others = others;
    this.tools = tools;
    this.options = options;
    this.diagnostics = diagnostics;
    this.paths = paths;
    this.files = files;
    this.site = site;
  }
  names;
  others;
  tools;
  options;
  diagnostics;
  paths;
  files;
  site;
  watchers = [];
  touched = /* @__PURE__ */ new Set();
  timer = null;
  rebuilding = Promise.resolve();
  made = /* @__PURE__ */ new Map();
  static async read(names, flags, settings, jobs) {
    let others = flags.with ?? [], [tools, options] = await Promise.all([
      loadCatalogTools(settings),
      siteOptions(flags, !0)
    ]), { paths, diagnostics } = await catalogPaths(names, others), read = await readCatalog(paths, tools, jobs), files = new Map(paths.map(({ path }, i) => [path, read[i]])), site = siteOf(await catalogFrom(read, null, options));
    return new _LiveCatalog(names, others, tools, options, diagnostics, paths, files, site);
  }
  get size() {
    return [...this.files.values()].reduce((n, f) => n + f.rules.length, 0);
  }
  /** Null where there is none. */
  page(path) {
    let text = this.made.get(path) ?? null;
    return text === null && (text = this.site.get(path)?.() ?? null, text !== null && this.made.set(path, text)), text;
  }
  watch(changed) {
    for (let name of [...this.names, ...this.others]) {
      let folder = folderOf(name);
      if (folder === null) continue;
      let watcher = watched(folder, (file) => {
        this.touched.add(file === null ? "" : join(folder, file)), this.timer ??= setTimeout(() => {
          this.timer = null, this.rebuilding = this.rebuilding.then(() => this.rebuild(changed));
        }, SETTLED);
      });
      watcher.on("error", () => watcher.close()), this.watchers.push(watcher);
    }
  }
  close() {
    for (let watcher of this.watchers) watcher.close();
    this.timer && clearTimeout(this.timer);
  }
  async rebuild(changed) {
    let start = performance.now(), touched = [...this.touched];
    this.touched.clear(), touched.every((path) => this.files.has(path) && exists(path)) || (this.paths = (await catalogPaths(this.names, this.others)).paths);
    let present = new Set(this.paths.map((p) => p.path)), shown = [];
    for (let [path, { shown: name }] of this.files)
      present.has(path) || (this.files.delete(path), shown.push(name));
    for (let path of this.paths)
      this.files.has(path.path) && !touched.includes(path.path) || (this.files.set(path.path, catalogFile(path, this.tools)), shown.push(path.shown));
    if (shown.length === 0) return;
    let files = this.paths.map(({ path }) => this.files.get(path));
    this.site = siteOf(await catalogFrom(files, null, this.options)), this.made = /* @__PURE__ */ new Map(), changed({ paths: shown, milliseconds: performance.now() - start });
  }
};
function watched(folder, touched) {
  try {
    return watch(folder, { recursive: !0 }, (_, file) => touched(file));
  } catch (error) {
    let { code } = error;
    throw new UsageError(`Changes in ${folder} cannot be followed (${code}).`);
  }
}
function exists(path) {
  return statSync(path, { throwIfNoEntry: !1 })?.isFile() ?? !1;
}
function folderOf(name) {
  if (name === "-") return null;
  let stat = statSync(name, { throwIfNoEntry: !1 });
  if (stat?.isDirectory()) return name;
  if (stat) return dirname(name);
  let parts = name.split("/"), glob = parts.findIndex((p) => /[*?[\]{}]/.test(p)), base = parts.slice(0, Math.max(glob, 0)).join("/") || ".";
  return statSync(base, { throwIfNoEntry: !1 })?.isDirectory() ? base : null;
}

// src/cli/catalog-serve.ts
async function catalogServeCommand(rules, flags) {
  let port = Number(flags.port);
  if (!/^\d+$/.test(flags.port) || port > 65535)
    throw new UsageError("--port takes a number from 0 to 65535.");
  let jobs = readJobs(flags.jobs), settings = await readSettings(flags, !0), catalog = await LiveCatalog.read(rules, flags, settings, jobs), colour = wantsColour(process.stderr);
  for (let d of catalog.diagnostics) process.stderr.write(`${codeFrame(d, { colour })}

`);
  let readers = /* @__PURE__ */ new Set(), server = createServer((request, response) => {
    answer(request, response, flags.host, catalog, readers);
  }), address = await listen(server, port, flags.host), host = address.family === "IPv6" ? `[${address.address}]` : address.address;
  process.stdout.write(`http://${host}:${address.port}/
`), process.stderr.write(`${thousands(catalog.size)} rules. Stop with Ctrl+C.
`);
  let stopped = untilStopped();
  catalog.watch(({ paths, milliseconds }) => {
    for (let reader of readers) reader.write(`data: changed

`);
    let [first = "", ...others] = paths.map(visible), more = others.length > 0 ? ` and ${others.length} more` : "";
    process.stderr.write(`${Math.round(milliseconds)} ms: ${first}${more}
`);
  }), await stopped, catalog.close();
  for (let reader of readers) reader.end();
  return await new Promise((resolve) => server.close(resolve).closeAllConnections()), 0;
}
var TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml"
};
function answer({ method, url = "/", headers }, response, host, catalog, readers) {
  let plain = { "content-type": "text/plain; charset=utf-8", ...securityHeaders(!0) }, refuse = (status, text2) => {
    response.writeHead(status, plain).end(`${text2}
`);
  };
  if (!isOwnHost(headers.host, host))
    return refuse(421, "This server answers to its address only, not to other names.");
  if (method !== "GET" && method !== "HEAD") return refuse(405, "There are only pages to read.");
  let path = url.replace(/[?#].*$/s, "").replace(/^\/$/, "/index.html").slice(1);
  if (path === "live") {
    response.writeHead(200, { ...plain, "content-type": "text/event-stream" }).flushHeaders(), readers.add(response), response.on("close", () => readers.delete(response));
    return;
  }
  let text = catalog.page(path);
  if (text === null) return refuse(404, "There is no such page.");
  let type = TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "text/plain; charset=utf-8";
  response.writeHead(200, { ...securityHeaders(!0), "content-type": type }), response.end(method === "HEAD" ? void 0 : text);
}
function isOwnHost(given, host) {
  let name = (given ?? "").replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === host.toLowerCase() || isIP(name.replace(/^\[(.*)\]$/, "$1")) > 0;
}
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      let reason = error.code === "EADDRINUSE" ? "something else listens there" : error.code ?? error.message;
      reject(new UsageError(`Cannot listen at ${host}:${port}: ${reason}. Choose another --port.`));
    }), server.listen(port, host, () => resolve(server.address()));
  });
}
function untilStopped() {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve()), process.once("SIGTERM", () => resolve());
  });
}
export {
  catalogServeCommand
};

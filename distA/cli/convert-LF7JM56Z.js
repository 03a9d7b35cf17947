import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  inBatches,
  readJobs
} from "./chunk-U4Q4OLZY.js";
import {
  readSettings
} from "./chunk-X6G3XE2U.js";
import {
  Diagnostics,
  Progress,
  flushOut,
  thousands,
  wantsColour,
  writeOut
} from "./chunk-V2PW5UNZ.js";
import {
  convertFile,
  noCounts
} from "./chunk-GPZISDT3.js";
import "./chunk-CQJ4NSEH.js";
import "./chunk-VU7UZY2M.js";
import {
  loadTargets
} from "./chunk-4ZOU64YT.js";
import "./chunk-SVNJ44EP.js";
import "./chunk-BFXIZFVL.js";
import {
  findInputs
} from "./chunk-PG4WC7ZB.js";
import "./chunk-HFOHLGDZ.js";
import "./chunk-PIXRQQOE.js";
import {
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
import "./chunk-EGGDUQTL.js";

// src/cli/output-tree.ts
import { existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve, sep } from "node:path";
var OutputTree = class {
  constructor(path, severalTargets) {
    this.path = path;
    this.severalTargets = severalTargets;
    let folder = existsSync(path) && statSync(path).isDirectory();
    this.asFile = !folder && !/[\\/]$/.test(path) && extname(path) !== "";
  }
  path;
  severalTargets;
  asFile;
  used = /* @__PURE__ */ new Set();
  pieces = [];
  /** @param below where the rule stands below its folder, with `/`. */
  write(below, target, extension, text) {
    if (this.asFile) {
      this.pieces.push(withLineEnd(text));
      return;
    }
    let parts = below.split("/").filter((p) => p !== "" && p !== "." && p !== ".."), stem = join(...this.severalTargets ? [target] : [], ...parts).replace(/\.ya?ml$/i, ""), file = this.free(stem, extension), full = resolve(this.path, file);
    mkdirSync(dirname(full), { recursive: !0 });
    let home = realpathSync(this.path), parent = realpathSync(dirname(full));
    if (parent !== home && !parent.startsWith(home + sep))
      throw new UsageError(
        `${full} would lie outside of ${this.path}, by a link. Remove the link.`
      );
    writeFileSync(join(parent, basename(file)), withLineEnd(text));
  }
  finish() {
    this.asFile && (mkdirSync(dirname(resolve(this.path)), { recursive: !0 }), writeFileSync(this.path, this.pieces.join(`
`)));
  }
  /** A second query of one rule file is `name.2.kql`. */
  free(stem, extension) {
    for (let n = 1; ; n++) {
      let name = n === 1 ? `${stem}.${extension}` : `${stem}.${n}.${extension}`;
      if (!this.used.has(name))
        return this.used.add(name), name;
    }
  }
};
function withLineEnd(text) {
  return text.endsWith(`
`) ? text : `${text}
`;
}

// src/cli/convert.ts
async function convertCommand(rules, flags) {
  let settings = await readSettings(flags), json = flags.json ?? !1, jobs = readJobs(flags.jobs), tree = flags.output === void 0 ? null : new OutputTree(flags.output, settings.targets.length > 1), colour = wantsColour(process.stderr), verbose = flags.verbose ?? !1, diagnostics = new Diagnostics(verbose, colour), inputs = await findInputs(rules);
  for (let d of inputs.diagnostics) diagnostics.addPlain(d);
  let job = { settings, json, colour, verbose }, targets = await loadTargets(settings), finalizes = !json && targets.some((t) => t.pipelines.some((p) => p.finalizers.length > 0));
  if (finalizes && tree)
    throw new UsageError(
      "A pipeline with finalizers makes one text of all queries, so -o cannot be used with it. Redirect the output to a file."
    );
  let finalized = /* @__PURE__ */ new Map(), progress = new Progress(inputs.files.length), counts = noCounts(), waiting = null, printed = 0, done = 0, failed = inputs.diagnostics.some((d) => d.severity === "error"), results = inBatches({
    items: inputs.files.map((f) => f.path),
    here: (path) => convertFile(path, targets, job),
    // The build gives this module and the thread's one folder.
    thread: { module: new URL("./worker.js", import.meta.url), data: job },
    jobs
  });
  for await (let result of results) {
    let { relative } = inputs.files[done++];
    progress.step(done), addCounts(counts, result.counts);
    for (let message of result.messages)
      message.severity === "error" && (failed = !0), !(json && message.frame === "") && (progress.clear(), diagnostics.add(message));
    await writeOut(tree ? "" : result.lines), tree && json && tree.write(relative, "json", "jsonl", result.lines);
    for (let query of result.queries) {
      if (finalizes) {
        finalized.set(query.target, [...finalized.get(query.target) ?? [], query.text]);
        continue;
      }
      if (tree) {
        tree.write(relative, query.target, query.extension, query.text);
        continue;
      }
      let next = { path: result.path, query };
      if (printed++ === 0) {
        waiting = next;
        continue;
      }
      waiting && await writeOut(headed(waiting)), waiting = null, await writeOut(headed(next));
    }
  }
  if (waiting && await writeOut(`${waiting.query.text}
`), finalizes) {
    let { finalize } = await import("./finalize-6PL445M4.js");
    for (let { backend, pipelines } of targets) {
      let texts = finalized.get(backend.name) ?? [];
      await writeOut(`${finalize(texts, pipelines) ?? texts.join(`
`)}
`);
    }
  }
  return tree?.finish(), await flushOut(), progress.clear(), json || (diagnostics.finish(), (counts.rules !== 1 || counts.unread > 0) && process.stderr.write(`${summary(counts)}
`)), failed || counts.refused > 0 || counts.unread > 0 ? 1 : 0;
}
function headed({ path, query }) {
  return `# ${visible(path)}: ${visible(query.title)} [${query.target}]
${query.text}

`;
}
function addCounts(sum, more) {
  for (let key of Object.keys(sum)) sum[key] += more[key];
}
function summary({ rules, exact, approximate, refused, unread }) {
  let total = exact + approximate + refused, parts = [
    `${thousands(rules)} ${rules === 1 ? "rule" : "rules"}`,
    `${thousands(total)} ${total === 1 ? "query" : "queries"}: ${thousands(exact)} exact, ${thousands(approximate)} approximate, ${thousands(refused)} refused`
  ];
  return unread > 0 && parts.push(`${thousands(unread)} files could not be read`), `${parts.join("; ")}.`;
}
export {
  convertCommand
};

import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  codeFrame
} from "./chunk-OYLZ7TWT.js";

// src/cli/terminal.ts
import { once } from "node:events";
function wantsColour(stream) {
  return process.env.NO_COLOR ? !1 : process.env.FORCE_COLOR ? process.env.FORCE_COLOR !== "0" : stream.isTTY === !0;
}
var pending = "", ENOUGH = 65536;
async function writeOut(text) {
  pending += text, pending.length >= ENOUGH && await flushOut();
}
async function flushOut() {
  let text = pending;
  pending = "", text !== "" && !process.stdout.write(text) && await once(process.stdout, "drain");
}
var Diagnostics = class _Diagnostics {
  constructor(verbose, colour) {
    this.verbose = verbose;
    this.colour = colour;
  }
  verbose;
  colour;
  shown = /* @__PURE__ */ new Map();
  folded = /* @__PURE__ */ new Map();
  static most = 10;
  add(message) {
    let { code, severity } = message, count = (this.shown.get(code) ?? 0) + 1;
    if (!this.verbose && (severity === "note" || count > _Diagnostics.most)) {
      let known = this.folded.get(`${severity}[${code}]`);
      known ? known.count++ : this.folded.set(`${severity}[${code}]`, { count: 1, message: message.message });
      return;
    }
    this.shown.set(code, count), process.stderr.write(`${message.frame}

`);
  }
  addPlain(d) {
    let { severity, code, message } = d;
    this.add({ severity, code, message, frame: codeFrame(d, { colour: this.colour }) });
  }
  /** What was not shown in full. */
  finish() {
    for (let [head, { count, message }] of this.folded) {
      let more = this.shown.has(head.replace(/^\w+\[|\]$/g, "")) ? "more " : "", text = count === 1 ? message : `${thousands(count)} ${more}times; the first: ${message}`;
      process.stderr.write(`${head}: ${text}
`);
    }
    this.folded.size > 0 && process.stderr.write(`(--verbose shows where)
`);
  }
};
function thousands(n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
var Progress = class {
  constructor(total) {
    this.total = total;
  }
  total;
  last = 0;
  step(done) {
    if (!process.stderr.isTTY || this.total < 200) return;
    let now = performance.now();
    now - this.last < 80 || (this.last = now, process.stderr.write(`\r${thousands(done)} of ${thousands(this.total)} files\u2026\x1B[K`));
  }
  clear() {
    this.last > 0 && process.stderr.write("\r\x1B[K");
  }
};

export {
  wantsColour,
  writeOut,
  flushOut,
  Diagnostics,
  thousands,
  Progress
};

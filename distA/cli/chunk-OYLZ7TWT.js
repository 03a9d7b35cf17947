import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  lineIndexAt,
  lineStarts,
  positionAt
} from "./chunk-W2LK6FW7.js";

// src/source/visible.ts
var INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]/gu;
function visible(text) {
  return text.replace(/\t/g, "    ").replace(INVISIBLE, (c) => `\\u{${c.codePointAt(0).toString(16)}}`);
}

// src/source/code-frame.ts
var MAX_COLUMNS = 120, COLOURS = { error: "31", warning: "33", note: "36" };
function codeFrame(d, options) {
  let paint = (codes, text) => options.colour ? `\x1B[${codes}m${text}\x1B[0m` : text, head = `${paint(`1;${COLOURS[d.severity]}`, `${d.severity}[${d.code}]`)}: ${visible(d.message)}`, path = visible(d.path);
  if (!d.span) return path === "" ? head : `${head}
  --> ${path}`;
  let { file } = d.span, start = positionAt(file, d.span.start), first = lineIndexAt(file, d.span.start), last = Math.max(first, lineIndexAt(file, Math.max(d.span.start, d.span.end - 1))), context = options.context ?? 1, total = lineStarts(file).length, from = Math.max(0, first - context), to = Math.min(total - 1, last + context), firstLine = file.firstLine ?? 1, gutter = String(to + firstLine).length, lines = [head, `${" ".repeat(gutter)}--> ${path}:${start.line}:${start.column}`];
  for (let index = from; index <= to; index++) {
    if (index > first + 2 && index < last - 1) {
      index === first + 3 && lines.push(paint("34", `${" ".repeat(gutter)} \u22EE`));
      continue;
    }
    let { text, caret } = frameLine(file, index, d.span.start, d.span.end), number = String(index + firstLine).padStart(gutter);
    lines.push(`${paint("34", `${number} |`)}${text === "" ? "" : ` ${text}`}`), caret && lines.push(`${paint("34", `${" ".repeat(gutter)} |`)} ${paint(COLOURS[d.severity], caret)}`);
  }
  return lines.join(`
`);
}
function frameLine(file, index, start, end) {
  let starts = lineStarts(file), lineStart = starts[index], line = file.text.slice(lineStart, starts[index + 1]).replace(/[\r\n]+$/, ""), cells = [], offset = lineStart, skip = Math.max(0, Math.min(start - lineStart, line.length) - 60);
  offset += skip;
  for (let c of line.slice(skip, skip + MAX_COLUMNS)) {
    let shown = visible(c);
    cells.push({
      shown,
      width: widthOf(shown),
      marked: offset >= start && offset < Math.max(end, start + 1)
    }), offset += c.length;
  }
  let before = skip > 0 ? "\u2026" : "", after = line.length > skip + MAX_COLUMNS ? "\u2026" : "", text = before + cells.map((c) => c.shown).join("") + after;
  if (!(start <= lineStart + line.length && Math.max(end, start + 1) > lineStart)) return { text, caret: null };
  let caret = " ".repeat(before.length);
  for (let cell of cells) caret += (cell.marked ? "^" : " ").repeat(cell.width);
  return caret = caret.trimEnd(), caret.includes("^") || (caret = `${" ".repeat(widthOf(text))}^`), { text: text.trimEnd(), caret };
}
function widthOf(text) {
  let width = 0;
  for (let c of text)
    /\p{M}/u.test(c) || (width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
      c
    ) ? 2 : 1);
  return width;
}

export {
  INVISIBLE,
  visible,
  codeFrame,
  widthOf
};

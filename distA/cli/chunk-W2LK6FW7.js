import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/source/span.ts
var lineStartsOf = /* @__PURE__ */ new WeakMap();
function lineStarts(file) {
  let known = lineStartsOf.get(file);
  if (known) return known;
  let starts = [0], { text } = file;
  for (let i = 0; i < text.length; i++) {
    let c = text.charCodeAt(i);
    (c === 10 || c === 13 && text.charCodeAt(i + 1) !== 10) && starts.push(i + 1);
  }
  return lineStartsOf.set(file, starts), starts;
}
function lineIndexAt(file, offset) {
  let starts = lineStarts(file), low = 0, high = starts.length - 1;
  for (; low < high; ) {
    let middle = low + high + 1 >> 1;
    starts[middle] <= offset ? low = middle : high = middle - 1;
  }
  return low;
}
function positionAt(file, offset) {
  let index = lineIndexAt(file, offset), column = 1;
  for (let i = lineStarts(file)[index]; i < offset; i++)
    (file.text.charCodeAt(i) & 64512) !== 56320 && column++;
  return { line: index + (file.firstLine ?? 1), column };
}
function cover(a, b) {
  return a.start <= b.start && a.end >= b.end ? a : { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

export {
  lineStarts,
  lineIndexAt,
  positionAt,
  cover
};

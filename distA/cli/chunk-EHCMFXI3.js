import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/model/fold.ts
function fold(text) {
  return NOT_ASCII.test(text) ? foldUnicode(text) : text.toLowerCase();
}
var NOT_ASCII = /[^\x00-\x7f]/;
function foldUnicode(text) {
  return text.replace(
    CAPITALS_OR_NOT_ASCII,
    (found) => found.charCodeAt(0) > 127 ? foldCodePoint(found) : found.toLowerCase()
  );
}
var CAPITALS_OR_NOT_ASCII = /[A-Z]+|[^\x00-\x7f]/gu, DOTLESS_I = "\u0131";
function foldCodePoint(c) {
  if (c === DOTLESS_I) return c;
  let upper = c.toUpperCase(), lower = (isOneCodePoint(upper) ? upper : c).toLowerCase();
  return isOneCodePoint(lower) ? lower : c;
}
function isOneCodePoint(text) {
  return text.length === 1 || text.length === 2 && text.codePointAt(0) > 65535;
}

export {
  fold
};

import { visit, YAMLParseError } from 'yaml';
import type { Document, Scalar, YAMLError } from 'yaml';
import { NO_BREAK_MESSAGE } from './yaml-errors.js';

type Range = readonly [start: number, end: number];

/** Errors in YAML that the parser lets pass. */
export function missedErrors(documents: readonly Document.Parsed[], text: string): YAMLError[] {
  const found: YAMLError[] = [];
  if (ESCAPED_CLOSING.test(text)) {
    eachOf(documents, 'QUOTE_DOUBLE', ([start, end]) => {
      let at = end - 1;
      while (at > start && text[at - 1] === '\\') at--;
      if (text[end - 1] !== '"' || (end - 1 - at) % 2 === 0) return;
      found.push(new YAMLParseError([end, end + 1], 'MISSING_CHAR', 'Missing closing "quote'));
    });
  }
  if (DOUBLED_CLOSING.test(text)) {
    eachOf(documents, 'QUOTE_SINGLE', ([start, end]) => {
      let at = end;
      while (at > start + 1 && text[at - 1] === "'") at--;
      if (at === end || (end - at) % 2 === 1) return;
      found.push(new YAMLParseError([end, end + 1], 'MISSING_CHAR', "Missing closing 'quote"));
    });
  }
  if (NO_BREAK_INDENT.test(text)) {
    eachOf(documents, 'PLAIN', ([at]) => {
      if (text[at] !== '\u00a0' && text[at] !== '\ufeff') return;
      if (text.slice(text.lastIndexOf('\n', at) + 1, at).trim() !== '') return;
      found.push(new YAMLParseError([at, at + 1], 'TAB_AS_INDENT', NO_BREAK_MESSAGE));
    });
  }
  return found;
}

/** A quote at the end of a line that is escaped, and closes a string for the parser. */
const ESCAPED_CLOSING = /\\"[ \t]*(?:#.*)?$/m;
const DOUBLED_CLOSING = /''\r?$/m;

/**
 * Begins a line, and is part of the key or value to the parser. A byte order mark is at the head of what
 * was a file of its own.
 */
const NO_BREAK_INDENT = /^ *[\u00a0\ufeff]/m;

function eachOf(
  documents: readonly Document.Parsed[],
  style: Scalar.Type,
  found: (range: Range) => void,
): void {
  for (const document of documents) {
    visit(document, {
      Scalar: (_key, { type, range }) => {
        if (type === style && range) found([range[0], range[1]]);
      },
    });
  }
}

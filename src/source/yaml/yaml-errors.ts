import { isCollection, isScalar, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { Finding } from '../codes.js';
import { codes } from './yaml-codes.js';

/** The codes whose only slot is the parser's message. */
type SyntaxCode = {
  [C in keyof typeof codes]: (typeof codes)[C] extends (slots: {
    readonly detail: string | number;
  }) => Finding<'error'>
    ? C
    : never;
}[keyof typeof codes];

/** The parser's errors as someone who writes rules understands them. */
const CODES: Readonly<Record<string, SyntaxCode>> = {
  TAB_AS_INDENT: 'yaml-tab-indent',
  BAD_INDENT: 'yaml-indent',
  MISSING_CHAR: 'yaml-missing-character',
  MULTILINE_IMPLICIT_KEY: 'yaml-multiline-key',
  BLOCK_AS_IMPLICIT_KEY: 'yaml-nested-key',
  UNEXPECTED_TOKEN: 'yaml-unexpected',
  BAD_SCALAR_START: 'yaml-unquoted-start',
  BAD_DQ_ESCAPE: 'yaml-escape',
  BAD_ALIAS: 'yaml-unquoted-alias',
};

/**
 * After one misplaced line the parser reports every line that follows it as well; those errors are
 * only consequences.
 */
export function isConsequence({ code, message }: YAMLError): boolean {
  return code === 'UNEXPECTED_TOKEN' && message.includes('in YAML stream');
}

export const NO_BREAK_MESSAGE = 'No-break spaces are not indentation';

/** What is wrong, and where, if the parser says neither. */
export interface Seen {
  readonly code: SyntaxCode;
  readonly pos: readonly [number, number];
}

/** What a person sees at an error, where the parser noticed something else. */
export function seenAt(error: YAMLError, text: string): Seen | null {
  const deeper = deeperKey(error, text);
  if (deeper) return { code: 'yaml-indent', pos: deeper };
  const { code, message, pos } = error;
  const rest = text.slice(pos[0], pos[0] + MAX_KEY);
  const foreign = foreignLine(rest);
  if (foreign) return { code: foreign, pos: [pos[0], pos[0] + /^[^\r\n]*/.exec(rest)![0].length] };
  if (message.startsWith('Alias cannot be an empty') && rest.startsWith('* ')) {
    return { code: 'yaml-bullet', pos };
  }
  const quoted = afterQuote(error, text);
  if (quoted) return quoted;
  if (code === 'MULTILINE_IMPLICIT_KEY' || message.startsWith('Implicit map keys')) {
    const [inQuotes] = /^(["'])[^"'\n]*:\1/.exec(rest) ?? [];
    if (inQuotes !== undefined) {
      return { code: 'yaml-colon-in-quotes', pos: [pos[0], pos[0] + inQuotes.length] };
    }
    if (/^-[^\s-]/.test(rest))
      return { code: 'yaml-item-without-space', pos: [pos[0], pos[0] + 1] };
    const [key] = KEY_WITHOUT_SPACE.exec(rest) ?? [];
    if (key === undefined) {
      // No key at all, but a line of the text above, or a key whose colon is missing.
      return code === 'MULTILINE_IMPLICIT_KEY' && /^[^:"'{[\n]+\n/.test(rest)
        ? { code: 'yaml-missing-colon', pos: [pos[0], pos[0] + rest.indexOf('\n')] }
        : null;
    }
    const end = pos[0] + key.length;
    return { code: 'yaml-colon-without-space', pos: [end - 1, end] };
  }
  const above = text.slice(Math.max(0, pos[0] - MAX_KEY), pos[0]).trimEnd();
  const [, shallow] = /^\r?\n( *)- /.exec(rest) ?? [];
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && above.endsWith(':') && shallow !== undefined) {
    const dash = pos[0] + rest.indexOf('\n') + 1 + shallow.length;
    return { code: 'yaml-list-indent', pos: [dash, dash + 1] };
  }
  const [, itemIndent] = /^( *)- /.exec(above.slice(above.lastIndexOf('\n') + 1)) ?? [];
  if (itemIndent === undefined) return null;
  const [, indent, word] = /^( *)([^\s:-][^:\n]*)(?:\n|$)/.exec(rest) ?? [];
  if (code === 'BAD_INDENT' && word !== undefined && indent === itemIndent) {
    const start = pos[0] + indent.length;
    return { code: 'yaml-missing-dash', pos: [start, start + word.length] };
  }
  if (message.startsWith('A block sequence may not')) return { code: 'yaml-item-indent', pos };
  const [dash] = /^ *-(?=[^\s-])/.exec(rest) ?? [];
  if (code !== 'BAD_INDENT' || dash === undefined) return null;
  const end = pos[0] + dash.length;
  return { code: 'yaml-item-without-space', pos: [end - 1, end] };
}

/** A line that belongs to Git or Markdown; null of others. */
function foreignLine(line: string): SyntaxCode | null {
  if (/^(?:<{7}|={7}|>{7}|\|{7})(?:[ \r\n]|$)/.test(line)) return 'yaml-conflict';
  if (line.startsWith('```')) return 'yaml-fence';
  return /^-{4,}[ \r]*(?:\n|$)/.test(line) ? 'yaml-long-marker' : null;
}

/** What follows a value or a key in quotes on its line, or another value in quotes below one. */
function afterQuote({ code, message, pos }: YAMLError, text: string): Seen | null {
  const [quoted, indent] = /^( *)["'][^"'\n]*["']/.exec(text.slice(pos[0], pos[0] + MAX_KEY)) ?? [];
  if (code === 'BAD_INDENT' && quoted !== undefined) {
    const above = text.slice(Math.max(0, pos[0] - MAX_KEY), pos[0]).trimEnd();
    const start = pos[0] + indent!.length;
    return /["'],?$/.test(above)
      ? { code: 'yaml-after-quote', pos: [start, pos[0] + quoted.length] }
      : null;
  }
  if (code !== 'UNEXPECTED_TOKEN' || !message.endsWith('at node end')) return null;
  const before = text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1, pos[0]).trimEnd();
  if (/:["']$/.test(before)) return { code: 'yaml-colon-in-quotes', pos };
  return /["']$/.test(before) ? { code: 'yaml-after-quote', pos } : null;
}

/** `Image:x`, and below it another key. */
const KEY_WITHOUT_SPACE = /^[A-Za-z_][\w.|-]*:(?=[^\s:/\\][^\n]*\n)/;

export function explain(error: YAMLError, code = codeOf(error)): Finding<'error'> {
  const detail = error.message.split('\n')[0]!.replace(/[.:]?\s*$/, '');
  return codes[code]({ detail });
}

/**
 * The key that is indented more than the one above it: the parser takes it for more of that one's value,
 * which then has a colon. Null for other errors.
 */
function deeperKey(
  { code, message, pos }: YAMLError,
  text: string,
): readonly [number, number] | null {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY' || !message.startsWith('Nested mappings')) return null;
  const end = text.indexOf('\n', pos[0]);
  if (end < 0 || /:(?:\s|$)/.test(text.slice(pos[0], end))) return null;
  const line = text.slice(end + 1, end + 1 + MAX_KEY);
  const [, indent, key] = /^( +)([^\s#-][^\n:]*):(?:\s|$)/.exec(line) ?? [];
  if (indent === undefined || key === undefined) return null;
  const start = end + 1 + indent.length;
  return [start, start + key.length];
}

/** Longer ones are not looked for. */
const MAX_KEY = 500;

function codeOf({ code, message }: YAMLError): SyntaxCode {
  if (isUnclosed(message)) {
    if (!message.includes('quote')) return 'yaml-unclosed-bracket';
    return message.includes('"quote') ? 'yaml-unclosed-double-quote' : 'yaml-unclosed-single-quote';
  }
  if (code === 'MISSING_CHAR') {
    const found = MISSING.find(([start]) => message.startsWith(start));
    if (found) return found[1];
  }
  if (message === NO_BREAK_MESSAGE) return 'yaml-no-break-indent';
  if (message.startsWith('A block sequence may not')) return 'yaml-list-after-value';
  return CODES[code] ?? 'yaml-syntax';
}

const MISSING: readonly (readonly [start: string, code: SyntaxCode])[] = [
  ['Implicit map keys', 'yaml-missing-colon'],
  ['Sequence item', 'yaml-missing-dash'],
  ['Tags and anchors', 'yaml-unquoted-alias'],
  ['Missing', 'yaml-missing-comma'],
  ['Comments', 'yaml-missing-space'],
  ['Block scalar', 'yaml-indent'],
];

function isUnclosed(message: string): boolean {
  return /^Missing closing|^(?:Flow|Block) (?:map|sequence).*end with a/.test(message);
}

/**
 * Where an unclosed quote or bracket opens: the parser notices only at the end of the text. Null for
 * other errors.
 */
export function opening(
  error: YAMLError,
  documents: readonly Document.Parsed[],
): readonly [number, number] | null {
  if (!isUnclosed(error.message)) return null;
  let found: readonly [number, number] | null = null;
  for (const document of documents) {
    visit(document, {
      Node: (_key, node) => {
        const range = node.range;
        if (!range || range[1] !== error.pos[0]) return;
        const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE');
        // The innermost of several that end here comes last.
        if (isQuoted || (isCollection(node) && node.flow)) found = [range[0], range[0] + 1];
      },
    });
  }
  return found;
}

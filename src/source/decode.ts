import { diagnostic, fileDiagnostic } from './diagnostic.js';
import type { Diagnostic } from './diagnostic.js';
import { MAX_FILE_SIZE, MAX_YAML_DIAGNOSTICS } from './limits.js';
import type { SourceFile } from './span.js';
import { codePointOf } from './visible.js';
import { codes } from './file-codes.js';

export interface Decoded {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

const REPLACEMENT = '\ufffd';

/**
 * Decodes bytes as UTF-8, or as UTF-16 if a byte order mark or the zero bytes of plain ASCII indicate
 * it. Invalid bytes become U+FFFD and are reported where they appear. A file over the size limit
 * gives an empty text and an error.
 */
export function decode(bytes: Uint8Array, path: string): Decoded {
  if (bytes.length > MAX_FILE_SIZE) return refuseSize(bytes.length, path);
  const encoding = encodingOf(bytes);
  // The decoder itself drops the byte order mark of the file.
  const text = decoderOf(encoding).decode(bytes);
  const checked = checkText({ path, text: withoutMarks(text) });
  if (!text.includes(REPLACEMENT)) return checked;
  const at = encoding === 'utf-8' ? firstInvalid(bytes, text) : text.indexOf(REPLACEMENT);
  if (at < 0) return checked;
  const { file } = checked;
  const finding = encoding === 'utf-8' ? codes['invalid-encoding']() : codes['invalid-utf16']();
  const start = withoutMarks(text.slice(0, at)).length;
  const invalid = diagnostic(finding, { file, start, end: start + 1 });
  return { file, diagnostics: [invalid, ...checked.diagnostics] };
}

/** Like `decode`, for a string that is already decoded. */
export function fromText(text: string, path: string): Decoded {
  if (text.length > MAX_FILE_SIZE) return refuseSize(text.length, path);
  return checkText({
    path,
    text: withoutMarks(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text),
  });
}

/** A byte order mark at the beginning of a document, before or after the line that separates it. */
const MARK = /^((?:---|\.\.\.)(?:[ \t].*)?(?:\r\n|[\r\n]))\ufeff|^\ufeff(?=---(?:\s|$))/gm;

/**
 * Files with byte order marks that were put together have one at the head of each document, as YAML
 * allows: https://yaml.org/spec/1.2.2/#52-character-encodings
 */
function withoutMarks(text: string): string {
  return text.includes('\ufeff') ? text.replace(MARK, '$1') : text;
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** Making a decoder costs more than decoding a rule. */
function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  let decoder = decoders.get(encoding);
  if (!decoder) decoders.set(encoding, (decoder = new TextDecoder(encoding)));
  return decoder;
}

function refuseSize(size: number, path: string): Decoded {
  return { file: { path, text: '' }, diagnostics: [fileTooLarge(size, path)] };
}

const MEBIBYTE = 1024 * 1024;

/** @param size in bytes, or in UTF-16 code units of a string. */
export function fileTooLarge(size: number, path: string): Diagnostic {
  // Rounded up, so that it is never the limit.
  const tenths = Math.ceil((size / MEBIBYTE) * 10);
  const slots = { size: tenths / 10, max: MAX_FILE_SIZE / MEBIBYTE };
  return fileDiagnostic(codes['file-too-large'](slots), path);
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // A rule starts with ASCII, and no rule starts with NUL.
  if (bytes.length >= 4 && bytes.length % 2 === 0) {
    if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
    if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  }
  return 'utf-8';
}

/** The offset in `text` of the first U+FFFD that replaces invalid bytes; -1 if all are genuine. */
function firstInvalid(bytes: Uint8Array, text: string): number {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0xfffd) {
      if (bytes[at] !== 0xef || bytes[at + 1] !== 0xbf || bytes[at + 2] !== 0xbd) return i;
      at += 3;
    } else if (c < 0x80) at += 1;
    else if (c < 0x800) at += 2;
    // Each half of a surrogate pair counts for two of its four bytes.
    else at += (c & 0xf800) === 0xd800 ? 2 : 3;
  }
  return -1;
}

// What YAML calls non-printable; tabs and line breaks are not.

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function checkText(file: SourceFile): Decoded {
  const diagnostics: Diagnostic[] = [];
  for (const match of file.text.matchAll(CONTROL)) {
    const span = { file, start: match.index, end: match.index + 1 };
    if (match[0] === '\u0000') {
      diagnostics.push(diagnostic(codes['binary-file'](), span));
      break;
    }
    if (diagnostics.length >= MAX_YAML_DIAGNOSTICS) continue;
    const code = codePointOf(match[0]);
    diagnostics.push(diagnostic(codes['control-character']({ code }), span));
  }
  return { file, diagnostics };
}

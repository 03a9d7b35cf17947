import { diagnostic, fileDiagnostic } from './diagnostic.js';
import type { Diagnostic } from './diagnostic.js';
import { MAX_FILE_BYTES } from './limits.js';
import type { SourceFile } from './span.js';

export interface Decoded {
  readonly file: SourceFile;
  /** Any error here means that the text must not be read further. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Decodes UTF-8 or UTF-16 and drops a byte order mark. A string is taken as decoded. */
export function decode(input: string | Uint8Array, path: string): Decoded {
  const size = input.length;
  if (size > MAX_FILE_BYTES) {
    const message = `The file has ${size} bytes; a rule file may have ${MAX_FILE_BYTES}. Split it, or leave it out.`;
    const tooLarge = fileDiagnostic('error', 'file-too-large', message, path);
    return { file: { path, text: '' }, diagnostics: [tooLarge] };
  }
  const raw = typeof input === 'string' ? input : decodeBytes(input);
  const file: SourceFile = { path, text: raw.startsWith('\uFEFF') ? raw.slice(1) : raw };
  const diagnostics: Diagnostic[] = [];
  const bad = typeof input === 'string' ? -1 : file.text.indexOf('\uFFFD');
  if (bad >= 0 && !isValid(input as Uint8Array)) {
    const span = { file, start: bad, end: bad + 1 };
    const message = 'These bytes are neither UTF-8 nor UTF-16. Save the file as UTF-8.';
    diagnostics.push(diagnostic('error', 'bad-encoding', message, span));
  }
  const nul = file.text.indexOf('\0');
  if (nul >= 0) {
    const span = { file, start: nul, end: nul + 1 };
    const message = 'The file holds a NUL character, so it is not a text. Save it as UTF-8 text.';
    diagnostics.push(diagnostic('error', 'binary-file', message, span));
  }
  return { file, diagnostics };
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  // Without a mark: a text that begins with ASCII has a NUL beside its first letter.
  if (bytes.length >= 2 && bytes.length % 2 === 0) {
    if (a !== 0 && b === 0) return 'utf-16le';
    if (a === 0 && b !== 0) return 'utf-16be';
  }
  return 'utf-8';
}

function decodeBytes(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function isValid(bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

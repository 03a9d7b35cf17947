export type ParsedJson =
  | { readonly ok: true; readonly value: unknown; readonly invalidBytes: boolean }
  /** @property at the byte at which it stops being JSON; 0 if unknown */
  | { readonly ok: false; readonly at: number };

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** Reads JSON; a whole number beyond 2^53 becomes a bigint, so that no digit is lost. */
export function parseJson(bytes: Uint8Array): ParsedJson {
  let text: string;
  let invalidBytes = false;
  try {
    text = strict.decode(bytes);
  } catch {
    text = lenient.decode(bytes);
    invalidBytes = true;
  }
  try {
    const value: unknown = /\d{16}/.test(text) ? parseExactly(text) : JSON.parse(text);
    return { ok: true, value, invalidBytes };
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
    return { ok: false, at: new TextEncoder().encode(text.slice(0, at)).length };
  }
}

const MARK = 'whole number ';
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** Large whole numbers become marked strings for the reading, and bigints after it. */
function parseExactly(text: string): unknown {
  let marked = 0;
  let mark = MARK;
  while (text.includes(mark)) mark += '·';
  const written = text.replace(STRING_OR_NUMBER, (found) => {
    if (!/^-?\d{16,}$/.test(found) || Number.isSafeInteger(Number(found))) return found;
    marked++;
    return `"${mark}${found}"`;
  });
  // Of the text as it stands, for the place of an error.
  const plain: unknown = JSON.parse(text);
  if (marked === 0) return plain;
  return JSON.parse(written, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value,
  );
}

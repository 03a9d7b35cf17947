import type { StringPattern } from '../../src/backend/index.js';

/** Whether a short text is what a pattern asks for. */
export function fits(pattern: StringPattern, text: string, cased: boolean): boolean {
  const [part, ...rest] = pattern;
  if (part === undefined) return text === '';
  if (typeof part === 'string') {
    const begins = cased
      ? text.startsWith(part)
      : text.toLowerCase().startsWith(part.toLowerCase());
    return begins && fits(rest, text.slice(part.length), cased);
  }
  if (part.kind === 'one') return text !== '' && fits(rest, text.slice(1), cased);
  for (let from = 0; from <= text.length; from++) {
    if (fits(rest, text.slice(from), cased)) return true;
  }
  return false;
}

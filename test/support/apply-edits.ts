import type { Edit } from '../../src/source/diagnostic.js';

/** The text with edits of it made; they are in order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let made = '';
  let at = 0;
  for (const { span, text: instead } of edits) {
    made += text.slice(at, span.start) + instead;
    at = span.end;
  }
  return made + text.slice(at);
}

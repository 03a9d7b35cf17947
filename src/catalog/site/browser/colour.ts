import { textOf } from './texts.js';
import { TOKEN_KINDS, tokensOf } from './tokens.js';
import type { TokenKind } from './tokens.js';

/** Colours code by ranges, without an element for each word. Browsers without them show it plain. */
export function colourCode(): void {
  if (!('highlights' in CSS)) return;
  const ranges = new Map<TokenKind, StaticRange[]>(TOKEN_KINDS.map((kind) => [kind, []]));
  for (const code of document.querySelectorAll<HTMLElement>('pre, .source')) {
    const shown = textOf(code);
    for (const { kind, start, end } of tokensOf(shown.text, languageOf(code))) {
      ranges.get(kind)!.push(shown.range(start, end));
    }
  }
  for (const [kind, list] of ranges) CSS.highlights.set(kind, new Highlight(...list));
}

/** The target of a query, or the language that is named; stages have that of rules. */
function languageOf(code: HTMLElement): string {
  const { lang } = code.dataset;
  return lang ?? code.parentElement?.dataset['target'] ?? 'yaml';
}

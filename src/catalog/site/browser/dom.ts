import { INVISIBLE } from '../../../source/visible.js';

type Part = Node | string | null;

/** An element with strings and elements in it. Nothing here reads a string as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly Part[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/** A string from a rule, isolated from its surroundings, with invisible characters shown by code point. */
export function bdi(text: string): HTMLElement {
  const made = document.createElement('bdi');
  let at = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    const number = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    made.append(text.slice(at, match.index));
    made.append(element('span', { className: 'cp', textContent: `U+${number}` }));
    at = match.index + match[0].length;
  }
  made.append(text.slice(at));
  return made;
}

import type { Place } from '../clause.js';
import type { Remark } from '../reading.js';

/** A node or token of the tree that Microsoft's parser of Kusto gives. */
export interface SyntaxElement {
  readonly ChildCount: number;
  readonly TextStart: number;
  readonly End: number;
  /** Of a token. */
  readonly Text?: string;
  /** Of a name. */
  readonly SimpleName?: string;
  GetChild(index: number): SyntaxElement | null;
}

/** The globals that `@kusto/language-service-next` defines, as far as we use them. */
export interface KustoGlobals {
  readonly Kusto: {
    readonly Language: {
      readonly KustoCode: {
        Parse(text: string): {
          readonly Syntax: SyntaxElement;
          GetDiagnostics(): {
            readonly Count: number;
            getItem(index: number): { readonly Message: string; readonly Start: number };
          };
        };
      };
      readonly KustoFacts: { GetStringLiteralValue(literal: string): string };
    };
  };
  readonly Bridge: { readonly Reflection: { getTypeName(object: unknown): string } };
}

export interface KustoParser {
  readonly parse: (text: string) => { readonly root: SyntaxElement } | { readonly problem: Remark };
  /** The name of the node's class, such as `PipeExpression`. */
  readonly typeOf: (element: SyntaxElement) => string;
  /** The value of a string literal, without quotes and escapes. */
  readonly stringValue: (literal: string) => string;
}

/**
 * Microsoft's own parser of Kusto queries, once its files are loaded. It is a parameter of whoever
 * reads Kusto, so that nothing else pays for its five megabytes.
 * https://www.npmjs.com/package/@kusto/language-service-next
 */
export function kustoParser({ Kusto, Bridge }: KustoGlobals): KustoParser {
  const { KustoCode, KustoFacts } = Kusto.Language;
  const names = new Map<unknown, string>();
  return {
    parse(text) {
      try {
        const code = KustoCode.Parse(text);
        const found = code.GetDiagnostics();
        if (found.Count === 0) return { root: code.Syntax };
        const { Message: message, Start: at } = found.getItem(0);
        const says = `Microsoft's parser says: ${oneLine(message)}`;
        return { problem: { message: says, at: Math.min(at, text.length) } };
      } catch (error) {
        // Foreign code may throw anything.
        const reason = error instanceof Error ? error.message : String(error);
        return { problem: { message: `Microsoft's parser gave up: ${oneLine(reason)}`, at: 0 } };
      }
    },
    typeOf(element) {
      let name = names.get(element.constructor);
      if (name === undefined) {
        name = Bridge.Reflection.getTypeName(element)
          .replace(/^.*\./, '')
          .replace(/[`$].*$/, '');
        names.set(element.constructor, name);
      }
      return name;
    },
    stringValue: (literal) => KustoFacts.GetStringLiteralValue(literal),
  };
}

export function placeOf({ TextStart: at, End: end }: SyntaxElement): Place {
  return { at, end };
}

export function children(element: SyntaxElement): SyntaxElement[] {
  const out: SyntaxElement[] = [];
  for (let i = 0; i < element.ChildCount; i++) {
    const child = element.GetChild(i);
    if (child) out.push(child);
  }
  return out;
}

/** The elements between the separators of a list. */
export function items(list: SyntaxElement): SyntaxElement[] {
  return children(list).map((separated) => children(separated)[0]!);
}

/**
 * The outermost elements of some types within one, itself included, in order. It does not recurse:
 * a long chain of operators is as deep a tree.
 */
export function outermost(
  element: SyntaxElement,
  isWanted: (element: SyntaxElement) => boolean,
): SyntaxElement[] {
  const found: SyntaxElement[] = [];
  const stack = [element];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isWanted(node)) found.push(node);
    else stack.push(...children(node).reverse());
  }
  return found;
}

/** How deep brackets nest, outside strings and comments: the parser's time grows with its square. */
export function bracketDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(BRACKETS_AND_TEXTS)) {
    if (token === '(' || token === '[' || token === '{') deepest = Math.max(deepest, ++depth);
    else if (token === ')' || token === ']' || token === '}') depth--;
  }
  return deepest;
}

// A text that does not end is one all the same, so that none is looked through twice.
const BRACKETS_AND_TEXTS =
  /[()[\]{}]|\/\/[^\n]*|@"[^"\n]*"?|@'[^'\n]*'?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/g;

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

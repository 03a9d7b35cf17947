import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/node.js';
import { spanWithin } from '../../source/offset-map.js';
import type { Aggregation, Condition, ConditionExpression, Near } from './ast.js';
import { parse as parseGrammar, SyntaxError } from './parser.generated.js';

/** Parentheses within each other. */
export const MAX_DEPTH = 1_000;

export interface ParsedCondition {
  /** Null if `diagnostics` has an error. */
  readonly condition: Condition | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function parseCondition(scalar: YamlScalar): ParsedCondition {
  const { text } = scalar;
  const fail = (code: string, message: string, start: number, end: number): ParsedCondition => ({
    condition: null,
    diagnostics: [diagnostic('error', code, message, spanWithin(scalar, start, end))],
  });
  const bracket = checkParentheses(text);
  if (bracket) return fail(bracket.code, bracket.message, bracket.at, bracket.at + 1);
  try {
    const parsed = parseGrammar(text, {
      span: (start: number, end: number) => spanWithin(scalar, start, end),
    }) as { expression: ConditionExpression; aggregation: Aggregation | Near | null };
    const condition: Condition = { kind: 'condition', text, ...parsed, span: scalar.span };
    return { condition, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { offset } = error.location.start;
    const word = /^[^\s()]+/.exec(text.slice(offset))?.[0] ?? text.slice(offset, offset + 1);
    return fail('bad-condition', explain(text, offset, word), offset, offset + word.length);
  }
}

function checkParentheses(text: string): { code: string; message: string; at: number } | null {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') {
      open.push(i);
      if (open.length > MAX_DEPTH) {
        const message = `The condition nests deeper than ${MAX_DEPTH} parentheses. Split it up.`;
        return { code: 'condition-too-deep', message, at: i };
      }
    } else if (text[i] === ')' && open.pop() === undefined) {
      const message = 'This parenthesis closes nothing. Remove it, or open one before it.';
      return { code: 'unbalanced-parenthesis', message, at: i };
    }
  }
  const last = open.pop();
  if (last === undefined) return null;
  const message = 'This parenthesis is never closed. Close it, or remove it.';
  return { code: 'unbalanced-parenthesis', message, at: last };
}

const STRAY: Readonly<Record<string, string>> = {
  '&': 'Write `and`.',
  '!': 'Write `not`.',
  '|': 'After `|` only an aggregation such as `count() > 5` may stand. For alternatives write `or`.',
  ',': 'Link search identifiers with `and` or `or`.',
  '*': 'A pattern needs a quantifier: `1 of selection*` or `all of selection*`.',
  '?': 'A pattern needs a quantifier: `1 of selection?` or `all of selection?`.',
};

function explain(text: string, offset: number, word: string): string {
  const before = /(\S+)\s*$/.exec(text.slice(0, offset))?.[1];
  const after = before ? ` after \`${before}\`` : '';
  if (word === '') {
    return before
      ? `The condition ends${after}, where a search identifier should follow.`
      : 'The condition is empty. Name the search identifiers that must match.';
  }
  const hint = STRAY[word[0]!];
  if (hint) return `\`${word}\` cannot stand here. ${hint}`;
  if (/^(?:and|or)$/i.test(before ?? '') || /^(?:and|or|not)$/i.test(word)) {
    return `A search identifier should stand here${after}, not \`${word}\`.`;
  }
  return `\`${word}\` cannot stand here${after}. Link search identifiers with \`and\` or \`or\`.`;
}

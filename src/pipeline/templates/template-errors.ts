import { parse, tokenize } from '@huggingface/jinja';
import type { YamlScalar } from '../../source/yaml/node.js';
import { spanWithin } from '../../source/offset-map.js';
import type { Span } from '../../source/span.js';
import { withoutRaw } from './template-raw.js';

/** The tree of a template. Throws errors of the interpreter's own. */
export function parseTemplate(text: string): ReturnType<typeof parse> {
  return parse(tokenize(withoutRaw(text), {}));
}

/** Why a template cannot be parsed. */
export function parseReason(error: unknown): string {
  return isOpen(error) ? 'a tag or a block is not closed' : reasonOf(error);
}

/** Why a template fails on a rule. */
export function reasonOf(error: unknown): string {
  // The interpreter's own mistakes tell nobody what to correct.
  if (error instanceof TypeError) return 'it uses something that this rule does not have';
  const message = error instanceof Error ? error.message : String(error);
  for (const [pattern, say] of REASONS) {
    const match = pattern.exec(message);
    if (match) return say(match[1] ?? '', match[2] ?? '');
  }
  return message.replace(/\.$/, '').replace(/\b[A-Z][a-z]+Value\b/g, kindOf);
}

/** Where a template cannot be parsed: its line, if each line of it is one of the file. */
export function errorSpan({ text, style, span }: YamlScalar, error: unknown): Span {
  if (style !== 'literal' || isOpen(error)) return span;
  const lines = text.split('\n');
  // The parser stops at the first error, so it stops there as well if the text ends after it.
  let low = 1;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fails(lines.slice(0, middle).join('\n'))) high = middle;
    else low = middle + 1;
  }
  const { text: whole } = span.file;
  let start = whole.indexOf('\n', span.start) + 1;
  for (let i = 1; i < low; i++) start = whole.indexOf('\n', start) + 1;
  while (whole[start] === ' ') start++;
  return { file: span.file, start, end: start + /^[^\r\n]*/.exec(whole.slice(start))![0].length };
}

/** Where a template has a word. */
export type Place = (word: string) => Span;

/** The first place of a word within a tag; the template, if there is none. The tree has no places. */
export function placesIn(node: YamlScalar): Place {
  let found: Map<string, number> | null = null;
  const read = (): Map<string, number> => {
    const places = new Map<string, number>();
    let isTag = false;
    for (const { 0: part, index } of node.text.matchAll(/\{[{%]|[%}]\}|\w+/g)) {
      if (part.startsWith('{')) isTag = true;
      else if (part.endsWith('}')) isTag = false;
      else if (isTag && !places.has(part)) places.set(part, index);
    }
    return places;
  };
  return (word) => {
    const at = (found ??= read()).get(word);
    return at === undefined ? node.span : spanWithin(node, at, at + word.length);
  };
}

function fails(text: string): boolean {
  try {
    parseTemplate(text);
    return false;
  } catch (error) {
    return !isOpen(error);
  }
}

/** Of what is not closed, the parser says so, or reads on where the template ends. */
function isOpen(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  return (
    error instanceof Error && /^(?:Unexpected end of input|Missing end of)/.test(error.message)
  );
}

type Say = (first: string, second: string) => string;

const REASONS: readonly (readonly [RegExp, Say])[] = [
  [/^Parser Error: .*\. (\w+) !== (\w+)\.$/, (found, wanted) => expected(wanted, found)],
  [/^Unexpected token(?: type)?: (\w+)/, (found) => `${tokenName(found)} is not expected here`],
  [/^Unexpected character: (.*)/s, (found) => `\`${found}\` is not expected here`],
  [
    /^Unknown statement type: (.*)/,
    (name) => `there is no statement \`${name}\` here. Use one of: ${STATEMENTS}`,
  ],
  [
    /^Unknown (\w+Value) filter: (.*)/,
    (kind, name) => `the filter \`${name}\` cannot be applied to ${kindOf(kind)}`,
  ],
  [
    /^Cannot apply filter "(.*)" to type: (\w+)/,
    (name, kind) => `the filter \`${name}\` cannot be applied to ${kindOf(kind)}`,
  ],
  [
    /^Unknown operator "(.*)" (?:between|for) (\w+Value(?: and \w+Value)?)/,
    (operator, kinds) => `the operator \`${operator}\` cannot be applied to ${kindsOf(kinds)}`,
  ],
  [/^Unknown test: (.*)/, (name) => `there is no test \`${name}\``],
  [/not a function: got Undefined/, () => NO_VALUE],
  // Thrown without a message where no loop is left to end.
  [/^$/, () => '`break` or `continue` is outside of a loop'],
];

const STATEMENTS = 'if, for, set, macro, call, filter, raw';

export const NO_VALUE =
  "it calls a method of something that this rule does not have. Write `(… or '')` for that";

function expected(wanted: string, found: string): string {
  return `${tokenName(wanted)} is expected before ${tokenName(found)}`;
}

/** A kind of token as it is written. */
function tokenName(token: string): string {
  return TOKENS.get(token) ?? `\`${token}\``;
}

const TOKENS: ReadonlyMap<string, string> = new Map([
  ['Text', 'text'],
  ['NumericLiteral', 'a number'],
  ['StringLiteral', 'a string'],
  ['Identifier', 'a name'],
  ['Equals', '`=`'],
  ['OpenParen', '`(`'],
  ['CloseParen', '`)`'],
  ['OpenStatement', '`{%`'],
  ['CloseStatement', '`%}`'],
  ['OpenExpression', '`{{`'],
  ['CloseExpression', '`}}`'],
  ['OpenSquareBracket', '`[`'],
  ['CloseSquareBracket', '`]`'],
  ['OpenCurlyBracket', '`{`'],
  ['CloseCurlyBracket', '`}`'],
  ['Comma', '`,`'],
  ['Dot', '`.`'],
  ['Colon', '`:`'],
  ['Pipe', '`|`'],
  ['CallOperator', 'a call'],
  ['AdditiveBinaryOperator', 'an operator'],
  ['MultiplicativeBinaryOperator', 'an operator'],
  ['ComparisonBinaryOperator', 'a comparison'],
  ['UnaryOperator', 'an operator'],
  ['Comment', 'a comment'],
]);

function kindsOf(kinds: string): string {
  return kinds.replace(/\w+Value/g, kindOf);
}

/** A kind of value, by the interpreter's name for it. */
function kindOf(kind: string): string {
  return KINDS.get(kind) ?? kind;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['StringValue', 'a string'],
  ['IntegerValue', 'a number'],
  ['FloatValue', 'a number'],
  ['NumericValue', 'a number'],
  ['BooleanValue', 'true or false'],
  ['ArrayValue', 'a list'],
  ['TupleValue', 'a tuple'],
  ['ObjectValue', 'a map'],
  ['KeywordArgumentsValue', 'a map'],
  ['FunctionValue', 'a function'],
  ['NullValue', 'nothing'],
  ['UndefinedValue', 'nothing'],
]);

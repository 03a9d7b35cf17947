import type { Finding } from '../../source/codes.js';
import { codes } from './codes.js';

/** What is wrong with a condition. Offsets count UTF-16 code units of its text. */
export interface Problem {
  readonly finding: Finding<'error'>;
  readonly start: number;
  readonly end: number;
}

/** Nested parentheses. */
const MAX_DEPTH = 1_000;

/** Checks the parentheses alone, before a parser has to follow them. */
export function checkParentheses(text: string): Problem | null {
  if (!text.includes('(') && !text.includes(')')) return null;
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const at = { start: i, end: i + 1 };
    if (text[i] === '(') {
      open.push(i);
      if (open.length > MAX_DEPTH) {
        return { finding: codes['condition-too-deep']({ max: MAX_DEPTH }), ...at };
      }
    } else if (text[i] === ')' && open.pop() === undefined) {
      return { finding: codes['parenthesis-not-opened'](), ...at };
    }
  }
  const last = open.pop();
  if (last === undefined) return null;
  return { finding: codes['parenthesis-not-closed'](), start: last, end: last + 1 };
}

/** @param offset where the parser could not go on. */
export function explainSyntax(text: string, offset: number): Problem {
  const before = wordBefore(text, offset);
  const word = wordAt(text, offset);
  const at = { start: offset, end: offset + word.length };
  const pipe = text.lastIndexOf('|', offset - 1);
  if (pipe >= 0) return explainTail(text, pipe, at);
  if (word === '') return { ...at, finding: explainEnd(before) };
  // A pattern is better explained by what should have come before it.
  const stray = QUANTITY.test(before) ? null : explainStray(word, text.slice(offset));
  return { ...at, finding: stray ?? explainWord(word, before) };
}

const OPERATORS: Readonly<Record<string, string>> = { '&': 'and', '!': 'not', '|': 'or' };

const AGGREGATION = /^\|\s*(?:count|sum|min|max|avg|near)\b/i;

/** Of a word that starts with a character that no word of a condition starts with; or null. */
function explainStray(word: string, after: string): Finding<'error'> | null {
  const found = quote(word);
  const first = word[0]!;
  switch (first) {
    case '&':
    case '!':
    case '|': {
      if (word.startsWith('!=')) return codes['condition-comparison']({ found });
      if (AGGREGATION.test(after)) return codes['aggregation-within']();
      // `!filter` is an operator and what it is for.
      const [operator, name] = [/^[&!|]+/.exec(word)![0], word.replace(/^[&!|]+/, '')];
      const correct = `${OPERATORS[first]!} ${name}`.trim();
      return codes['condition-operator']({ found: quote(operator), correct: quote(correct) });
    }
    case ',':
      return codes['condition-comma']({ found });
    case '=':
    case '<':
    case '>':
      return codes['condition-comparison']({ found });
    case '"':
    case "'":
    case '`':
      return codes['condition-quotes']({ found });
    case '*':
    case '?':
      return codes['condition-bare-pattern']({ found, wildcard: first });
    default:
      return null;
  }
}

const QUANTITY = /^(?:all|any|\d+)$/i;
const LINK = /^(?:and|or|not)$/i;
const PATTERN_WORD = /^[\w*?-]+$/;
const IDENTIFIER = 'a search identifier';
const PATTERN = '`them` or a pattern such as `selection*`';

function explainEnd(before: string): Finding<'error'> {
  if (before === '') return codes['condition-empty']();
  const expected = /^of$/i.test(before) ? PATTERN : IDENTIFIER;
  return codes['condition-incomplete']({ expected, before: quote(before) });
}

function explainWord(word: string, before: string): Finding<'error'> {
  const where = before === '' ? 'here' : `after ${quote(before)}`;
  const found = quote(word);
  if (/^of$/i.test(before)) {
    if (word === '(') return codes['condition-of-a-list']();
    // After a quantifier the pattern would have been read.
    return PATTERN_WORD.test(word) && !LINK.test(word)
      ? codes['condition-no-quantifier']({ correct: quote(`1 of ${word}`) })
      : codes['condition-unexpected']({ expected: PATTERN, where, found });
  }
  const [, joined] = /^(\d+|all|any|one)of$/i.exec(before) ?? [];
  if (joined !== undefined && PATTERN_WORD.test(word)) {
    const correct = quote(`${joined} of ${word}`);
    return codes['condition-missing-space']({ found: quote(before), correct });
  }
  if (/^of$/i.test(word)) {
    return codes['condition-quantifier']({ found: quote(`${before} of`.trim()) });
  }
  if (QUANTITY.test(before)) {
    const name = /^of(?=.)/i.test(word) && word.includes('*') ? word.slice(2) : word;
    const correct = quote(`${before} of ${name}`);
    return codes['condition-missing-of']({ before: quote(before), correct });
  }
  if (word === ')' && before.endsWith('(')) return codes['condition-empty-parentheses']();
  const linked = LINK.test(before) || before.endsWith('(') || before === '';
  const expected = linked ? IDENTIFIER : '`and` or `or`';
  return codes['condition-unexpected']({ expected, where, found });
}

/** `count() > 5 in 1m` */
const IN_TIME = /^(?:in|within|over|for|during|timeframe=?)\s*(\d+\s*[smhdw])\w*\s*$/i;

/** Explains what follows `|`. */
function explainTail(text: string, pipe: number, at: Omit<Problem, 'finding'>): Problem {
  let start = pipe + 1;
  while (start < text.length && isBlank(text[start]!)) start++;
  const name = wordAt(text, start);
  if (name === '') {
    return { start: pipe, end: pipe + 1, finding: codes['aggregation-missing']() };
  }
  if (name.startsWith('|')) {
    const finding = codes['condition-operator']({ found: '`||`', correct: '`or`' });
    return { start: pipe, end: start + 1, finding };
  }
  if (!/^(?:count|sum|min|max|avg|near)$/i.test(name)) {
    const finding = codes['aggregation-unknown']({ name: quote(name) });
    return { start, end: start + name.length, finding };
  }
  const word = text.slice(at.start, at.end);
  const [, time] = IN_TIME.exec(text.slice(at.start)) ?? [];
  if (time !== undefined) {
    const finding = codes['aggregation-with-timeframe']({
      time: time.toLowerCase().replace(/\s/g, ''),
    });
    return { start: at.start, end: text.trimEnd().length, finding };
  }
  const found =
    word === '' ? 'The aggregation is incomplete' : `${quote(word)} is not allowed here`;
  const finding = /^near$/i.test(name)
    ? codes['aggregation-near']({ found })
    : codes['aggregation-syntax']({ found, name: name.toLowerCase() });
  return { ...at, finding };
}

function isBlank(c: string): boolean {
  return c === ' ' || c === '\t' || c === '\r' || c === '\n' || c === '\u00a0';
}

function isWord(c: string): boolean {
  return !isBlank(c) && c !== '(' && c !== ')';
}

/** The word that starts at an offset; a parenthesis is a word. Empty at the end. */
function wordAt(text: string, offset: number): string {
  let end = offset;
  while (end < text.length && isWord(text[end]!)) end++;
  return text.slice(offset, end === offset ? offset + 1 : end);
}

function wordBefore(text: string, offset: number): string {
  let end = offset;
  while (end > 0 && isBlank(text[end - 1]!)) end--;
  let start = end;
  while (start > 0 && isWord(text[start - 1]!)) start--;
  return text.slice(start === end && end > 0 ? end - 1 : start, end);
}

const SHOWN = 60;

function quote(word: string): string {
  return `\`${word.length > SHOWN ? `${word.slice(0, SHOWN)}…` : word}\``;
}

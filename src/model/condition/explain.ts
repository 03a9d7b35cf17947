/** What is wrong with a condition's text, for people. Offsets count its UTF-16 code units. */
export interface Problem {
  readonly code: 'bad-condition' | 'unbalanced-parenthesis' | 'condition-too-deep';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Parentheses within each other. */
const MAX_DEPTH = 1_000;

/** Looks at the parentheses alone, before a parser has to follow them. */
export function checkParentheses(text: string): Problem | null {
  if (!text.includes('(') && !text.includes(')')) return null;
  const open: number[] = [];
  const unbalanced = (at: number, message: string): Problem => ({
    code: 'unbalanced-parenthesis',
    message,
    start: at,
    end: at + 1,
  });
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') {
      open.push(i);
      if (open.length > MAX_DEPTH) {
        const message = `The condition nests deeper than ${MAX_DEPTH} parentheses. Split it up.`;
        return { code: 'condition-too-deep', message, start: i, end: i + 1 };
      }
    } else if (text[i] === ')' && open.pop() === undefined) {
      return unbalanced(i, 'This parenthesis closes nothing. Remove it, or open one before it.');
    }
  }
  const last = open.pop();
  if (last === undefined) return null;
  return unbalanced(last, 'This parenthesis is never closed. Close it, or remove it.');
}

/** @param offset where the parser could not go on. */
export function explainSyntax(text: string, offset: number): Problem {
  const before = wordBefore(text, offset);
  const word = wordAt(text, offset);
  const at = { code: 'bad-condition', start: offset, end: offset + word.length } as const;
  const pipe = text.lastIndexOf('|', offset - 1);
  if (pipe >= 0) return explainTail(text, pipe, at);
  if (word === '') return { ...at, message: explainEnd(before) };
  const stray = STRAY[word[0]!];
  // A pattern says more by what should have come before it.
  if (stray && !QUANTITY.test(before)) {
    return { ...at, message: `${quote(word)} cannot stand here. ${stray}` };
  }
  return { ...at, message: explainWord(word, before) };
}

const STRAY: Readonly<Record<string, string>> = {
  '&': 'Write `and`.',
  '!': 'Write `not`.',
  '|': 'For alternatives write `or`.',
  ',': 'Link search identifiers with `and` or `or`.',
  '=': 'A condition names search identifiers; write fields and values under one of them.',
  '<': 'A condition names search identifiers; write fields and values under one of them.',
  '>': 'A condition names search identifiers; write fields and values under one of them.',
  '"': 'Search identifiers stand without quotes.',
  "'": 'Search identifiers stand without quotes.',
  '`': 'Search identifiers stand without quotes.',
  '*': 'A pattern needs a quantifier: write `1 of selection*` or `all of selection*`.',
  '?': 'A pattern needs a quantifier: write `1 of selection?` or `all of selection?`.',
};

const QUANTITY = /^(?:all|any|\d+)$/i;
const LINK = /^(?:and|or|not)$/i;
const EXPECTED = 'Expected a search identifier';

function explainEnd(before: string): string {
  if (before === '') return 'The condition is empty. Name the search identifiers that must match.';
  if (/^of$/i.test(before)) {
    return `Expected \`them\` or a pattern such as \`selection*\` after ${quote(before)}, where the condition ends.`;
  }
  return `${EXPECTED} after ${quote(before)}, where the condition ends.`;
}

function explainWord(word: string, before: string): string {
  const after = before === '' ? 'here' : `after ${quote(before)}`;
  if (/^of$/i.test(before)) {
    return `Expected \`them\` or a pattern such as \`selection*\` ${after}, not ${quote(word)}.`;
  }
  if (/^of$/i.test(word)) {
    return `${quote(`${before} of`.trim())} is no quantifier. Write \`1 of\`, \`all of\`, \`any of\` or a number.`;
  }
  if (QUANTITY.test(before)) {
    return `Expected \`of\` after ${quote(before)}: write ${quote(`${before} of ${word}`)}.`;
  }
  if (word === ')' && before.endsWith('(')) {
    return `${EXPECTED} between these parentheses. Name one, or remove them.`;
  }
  if (LINK.test(before) || LINK.test(word) || before.endsWith('(') || before === '') {
    return `${EXPECTED} ${after}, not ${quote(word)}.`;
  }
  return `Expected \`and\` or \`or\` ${after}, not ${quote(word)}.`;
}

/** Of what stands after `|`. */
function explainTail(text: string, pipe: number, at: Omit<Problem, 'message'>): Problem {
  let start = pipe + 1;
  while (start < text.length && isBlank(text[start]!)) start++;
  const name = wordAt(text, start);
  if (name === '') {
    const message = 'Expected an aggregation after `|`, such as `count() by Computer > 5`.';
    return { ...at, start: pipe, end: pipe + 1, message };
  }
  if (name.startsWith('|')) {
    return { ...at, start: pipe, end: start + 1, message: `Write \`or\` for \`||\`.` };
  }
  if (!/^(?:count|sum|min|max|avg|near)$/i.test(name)) {
    const message = `There is no aggregation ${quote(name)}. Write \`count\`, \`sum\`, \`min\`, \`max\`, \`avg\` or \`near\`; for alternatives write \`or\`.`;
    return { ...at, start, end: start + name.length, message };
  }
  const word = text.slice(at.start, at.end);
  const found = word === '' ? 'The aggregation ends too early' : `${quote(word)} cannot stand here`;
  const form = /^near$/i.test(name)
    ? '`near` is followed by search identifiers: `| near selection1 and selection2`.'
    : `Write it as \`| ${name.toLowerCase()}(field) by group > 5\`, with nothing after it.`;
  return { ...at, message: `${found}. ${form}` };
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

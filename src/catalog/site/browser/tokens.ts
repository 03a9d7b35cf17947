export const TOKEN_KINDS = ['comment', 'key', 'string', 'number', 'keyword'] as const;

export type TokenKind = (typeof TOKEN_KINDS)[number];

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

// No part of these patterns can match a string in two ways, so none takes more than linear time.
const STRING = `"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\\\\\n]|\\\\.)*'`;
const NUMBER = '(?<![\\w.$\\\\-])-?\\d+(?:\\.\\d+)?(?![\\w.])';
const words = (list: string): string => `(?<![\\w.])(?:${list.replace(/ /g, '|')})(?![\\w.:=-])`;

function language(parts: Partial<Record<TokenKind, string>>, flags = ''): RegExp {
  const groups = Object.entries(parts).map(([kind, pattern]) => `(?<${kind}>${pattern})`);
  return new RegExp(groups.join('|'), `gm${flags}`);
}

const LANGUAGES: Readonly<Record<string, RegExp>> = {
  yaml: language({
    comment: '(?<=^|\\s)#.*$',
    key: `^[ \\t]*(?:-[ \\t]+)*(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s#:'"\\-\\[{|>][^\\n:#]*):(?=\\s|$)`,
    string: `(?<=[:,\\[{-][ \\t]{1,8}|\\[)(?:"(?:[^"\\\\\\n]|\\\\.)*"|'(?:[^'\\n]|'')*')`,
    number: '(?<=[:-][ \\t]{1,8})-?\\d+(?:\\.\\d+)?(?=[ \\t]*(?:#|$))',
  }),
  toml: language({
    comment: '(?<=^|\\s)#.*$',
    key: '^[ \\t]*(?:\\[+[^\\]\\n]*\\]+|[\\w.-]+(?=[ \\t]*=))',
    string: STRING,
    number: NUMBER,
  }),
  json: language({
    key: '"(?:[^"\\\\\\n]|\\\\.)*"(?=\\s*:)',
    string: STRING,
    number: NUMBER,
    keyword: words('true false null'),
  }),
  kql: language({
    comment: '//.*$',
    string: `[@hH]{1,2}"(?:[^"]|"")*"|[@hH]{1,2}'(?:[^']|'')*'|${STRING}`,
    number: NUMBER,
    keyword: words(
      'and or not in~ in !in~ !in has has_cs has_any has_all contains contains_cs !contains startswith startswith_cs endswith endswith_cs matches regex between where union extend project let join on kind summarize by isempty isnotempty isnull isnotnull tostring tolower dynamic true false null',
    ).replace('(?![\\w.:=-])', '(?![\\w~])'),
  }),
  splunk: language({
    string: STRING,
    key: "[\\w.{}-]+(?==|!=|[<>]=?)|'[^'\\n]*'",
    keyword: words(
      'AND OR NOT IN search where eval regex rex fields table stats by like match cidrmatch isnull isnotnull coalesce mvfind mvcount lower true false',
    ),
    number: NUMBER,
  }),
  lucene: language({
    string: `"(?:[^"\\\\\\n]|\\\\.)*"|(?<=:)/(?:[^/\\\\\\n]|\\\\.)*/`,
    key: '(?:[\\w.@-]|\\\\.)+(?=:)',
    keyword: words('AND OR NOT TO'),
  }),
  condition: language(
    {
      keyword: words('and or not of all any them near count sum min max avg by'),
      number: '(?<![\\w])\\d+(?= of)',
    },
    'i',
  ),
};

/** A query in a language that has no rules of its own here: what most have in common. */
const OTHER = language({ string: STRING, number: NUMBER, keyword: words('and or not AND OR NOT') });

/** Longer code is not coloured. */
const MAX_LENGTH = 200_000;

/** What to colour of code, in order. */
export function tokensOf(text: string, name: string): readonly Token[] {
  if (text.length > MAX_LENGTH) return [];
  const pattern = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name]! : OTHER;
  return [...text.matchAll(pattern)].map((match) => {
    const kind = TOKEN_KINDS.find((k) => match.groups?.[k] !== undefined)!;
    return { kind, start: match.index, end: match.index + match[0].length };
  });
}

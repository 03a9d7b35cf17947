import type { Clause } from './never.js';
import { clausesOfDsl, clausesOfEql, clausesOfEsql } from './read-elastic.js';
import { needless } from './twice.js';

/**
 * Breaches of each product's idiom, read off the text of a query alone, without anything that writes
 * queries. Each count is of queries.
 */
export interface Breach {
  readonly what: string;
  readonly has: (query: string) => boolean;
}

const twice: Breach = { what: 'a condition is written twice', has: repeats };

export const BREACHES: Readonly<Record<string, readonly Breach[]>> = {
  kql: [
    { what: 'columns are computed before any filter', has: (q) => pipes(q)[1] === 'extend' },
    {
      what: '`FolderPath endswith` says what `FileName` says',
      has: (q) => /\bFolderPath endswith @?"\\{1,2}[^\\"]+"/.test(q),
    },
    {
      what: 'keys are rebuilt by nested `replace_regex`',
      has: (q) => /replace_regex\(replace_regex\(/.test(q),
    },
    {
      what: "the source's own constant by `=~`",
      // What a user does in an application is an action, too, and is the rule's to ask.
      has: (q) =>
        !/^CloudAppEvents\b/.test(q) && /\b(?:ActionType|EventLog|Channel|Type) =~ /.test(q),
    },
    { what: '`* contains`', has: (q) => /(?:^|[\s(])\* contains /.test(q) },
    { what: '`not (not`', has: (q) => /\bnot \(not\b/.test(q) },
    twice,
  ],
  splunk: [
    { what: 'begins with `*`', has: (q) => /^\*/.test(q) },
    { what: 'has a `where`', has: (q) => pipes(q).includes('where') },
    { what: 'has `mvfind`', has: (q) => q.includes('mvfind(') },
    { what: 'reads JSON with `spath`', has: (q) => pipes(q).includes('spath') },
    { what: 'a pattern for the empty string', has: (q) => q.includes('(?is)^\\\\z') },
    { what: '`NOT (NOT`', has: (q) => /\bNOT \(NOT [^()\s]+\)/.test(q) },
    twice,
  ],
  lucene: [
    { what: '`NOT (NOT … )`', has: (q) => /\bNOT \(NOT [^()\s]+\)/.test(q) },
    {
      what: '`NOT ((NOT … ) OR … )`, a missing value among excluded ones',
      has: (q) => /\bNOT \(\(NOT /.test(q),
    },
    twice,
  ],
  dsl: [
    { what: 'a `must_not` within a `must_not`', has: negatesTwice(clausesOfDsl) },
    { what: 'has a `regexp`', has: (q) => q.includes('{ "regexp": ') },
    { what: 'a condition is written twice', has: saysTwice(clausesOfDsl) },
  ],
  eql: [
    { what: 'reads events of `any` category', has: (q) => /^any where\b/.test(q) },
    { what: 'has a `regex`', has: (q) => /\bregex~? /.test(q) },
    { what: '`not (not … )`', has: negatesTwice(clausesOfEql) },
    { what: 'a condition is written twice', has: saysTwice(clausesOfEql) },
  ],
  esql: [
    { what: 'reads every index, `logs-*`', has: (q) => /^FROM logs-\* /.test(q) },
    { what: 'has an `RLIKE`', has: (q) => q.includes(' RLIKE ') },
    { what: '`NOT (NOT … )`', has: negatesTwice(clausesOfEsql) },
    { what: 'a condition is written twice', has: saysTwice(clausesOfEsql) },
  ],
};

type Read = (query: string) => readonly Clause[] | null;

function saysTwice(read: Read): Breach['has'] {
  return (query) => needless(read(query) ?? []).twice.length > 0;
}

function negatesTwice(read: Read): Breach['has'] {
  return (query) => needless(read(query) ?? []).doubled.length > 0;
}

/** The words that begin the parts between pipes; a bar in quotation marks is none. */
function pipes(query: string): readonly string[] {
  const parts = query.split(/\n\| |^\| /);
  return parts.map((part) => /^\s*(\w*)/.exec(part)![1]!);
}

/** Whether a chain of `and` outside parentheses has two conditions of one text. */
function repeats(query: string): boolean {
  return query.split(/\n\| /).some((part) => {
    const own: string[] = [];
    for (const line of part.split('\n')) {
      const begins = /^(?:(?:AND|and|where) )?(?![ )|])/.exec(line);
      if (begins) own.push(line.slice(begins[0].length));
      else own[own.length - 1] += line;
    }
    return new Set(own).size < own.length;
  });
}

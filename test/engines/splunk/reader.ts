/**
 * Reads a Splunk search as its manual describes the language: the implied `search` or `tstats`,
 * then commands after pipes. It shares nothing with the backend, and throws a `SplError` on
 * anything that the manual does not promise, so that a query which only happens to work does not
 * pass.
 */
import { fieldsOf, readEval } from './eval-reader.js';
import type { EvalNode } from './eval-reader.js';
import { readSearch, tokenize } from './search-reader.js';
import type { SearchNode } from './search-reader.js';
import { SplError, isControl } from './spl-error.js';
import { readTstats } from './tstats-reader.js';
import type { Tstats } from './tstats-reader.js';

export interface SplQuery {
  readonly start: { readonly name: 'search'; readonly condition: SearchNode } | Tstats;
  readonly commands: readonly SplCommand[];
}

export type SplCommand =
  | { readonly name: 'where'; readonly condition: EvalNode }
  | { readonly name: 'search'; readonly condition: SearchNode }
  /** Keeps what has a match in a field, or what has none. */
  | {
      readonly name: 'regex';
      readonly field: string;
      readonly negated: boolean;
      readonly regex: string;
    }
  /** Makes a field of all that one group of a regular expression finds, if it finds anything. */
  | {
      readonly name: 'rex';
      readonly field: string;
      readonly regex: string;
      readonly group: string;
    }
  /** Makes a field of what stands at a place in JSON, if anything does. */
  | {
      readonly name: 'spath';
      readonly input: string;
      readonly output: string;
      readonly path: string;
    };

export function readSpl(text: string): SplQuery {
  const [first, ...all] = splitPipes(text);
  // What is shown of the events that are found, and changes none.
  const rest = TABLE.test(all.at(-1) ?? '') ? all.slice(0, -1) : all;
  if (/\S/.test(first!)) {
    const condition = readSearch(tokenize(first!));
    return { start: { name: 'search', condition }, commands: rest.map(readCommand) };
  }
  // A command that makes its own rows stands after a pipe with nothing before it.
  const [generating, ...others] = rest;
  const start = readTstats(generating ?? '');
  const commands = others.map(readCommand);
  for (const command of commands) {
    if (command.name !== 'where') throw new SplError('no events to read', text, 0);
    for (const name of fieldsOf(command.condition)) {
      if (!start.by.includes(name)) throw new SplError(`no row has ${name}`, text, 0);
    }
  }
  return { start, commands };
}

/** https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/table */
const TABLE = /^\s*table(?:\s+(?:[\w.]+|"[^"\\*]+"))+\s*$/;

/** Cuts at the pipes that stand outside quotation marks. */
function splitPipes(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (isControl(c) && c !== '\n') throw new SplError('control character', text, i);
    if (text.startsWith('```', i)) throw new SplError('comment', text, i);
    if (quote !== '') {
      if (c === '\n') throw new SplError('line break in quotation marks', text, i);
      if (c === '\\' && quote === '"') i++;
      else if (c === quote) quote = '';
    } else if (c === '"') quote = c;
    else if (c === "'" && parts.length > 0) quote = c;
    else if (c === '`') throw new SplError('macro', text, i);
    else if (c === '[' || c === ']') throw new SplError('subsearch', text, i);
    else if (c === '|') {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  if (quote !== '') throw new SplError('open quotation mark', text, text.length);
  parts.push(text.slice(start));
  return parts;
}

/** https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/rex */
const REX = /^field=(?<field>\w+) max_match=0 "(?<regex>(?:[^"\\]|\\["\\])*)"$/;
/** https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/spath */
const SPATH = /^input=(?<input>\w+) output=(?<output>\w+) path="(?<path>[^"\\]+)"$/;

/** https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/regex */
const REGEX = /^(?:(?<field>[\w.]+)(?<sign>!?=))?"(?<regex>(?:[^"\\]|\\["\\])*)"$/;

function readCommand(text: string): SplCommand {
  const [, name, rest = ''] = /^\s*([a-z]+)\s+([^]*?)\s*$/.exec(text) ?? [];
  switch (name) {
    case 'where':
      return { name, condition: readEval(rest) };
    case 'search':
      return { name, condition: readSearch(tokenize(rest)) };
    case 'regex': {
      const { field = '_raw', sign = '=', regex } = REGEX.exec(rest)?.groups ?? {};
      if (regex === undefined) break;
      const unquoted = regex.replace(/\\(["\\])/g, '$1');
      return { name, field, negated: sign === '!=', regex: unquoted };
    }
    case 'rex': {
      const { field, regex } = REX.exec(rest)?.groups ?? {};
      const groups = [...(regex ?? '').matchAll(/\(\?P?<(\w+)>/g)];
      if (field === undefined || regex === undefined || groups.length !== 1) break;
      const unquoted = regex.replace(/\\(["\\])/g, '$1');
      return { name, field, regex: unquoted, group: groups[0]![1]! };
    }
    case 'spath': {
      const { input, output, path } = SPATH.exec(rest)?.groups ?? {};
      if (input === undefined || output === undefined || path === undefined) break;
      return { name, input, output, path };
    }
  }
  throw new SplError('unknown command', text, 0);
}

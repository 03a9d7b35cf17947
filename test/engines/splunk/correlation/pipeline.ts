import { readEval } from '../eval-reader.js';
import type { EvalNode } from '../eval-reader.js';
import { readSearch, tokenize } from '../search-reader.js';
import type { SearchNode } from '../search-reader.js';
import { SplError } from '../spl-error.js';

/**
 * A search that relates events, as the manual's pages of its commands describe them. What the manual
 * limits or does not promise is an error.
 */
export interface Pipeline {
  readonly start:
    | { readonly name: 'search'; readonly condition: SearchNode }
    | { readonly name: 'multisearch'; readonly searches: readonly Pipeline[] };
  readonly commands: readonly Command[];
}

export interface Aggregation {
  readonly function: string;
  readonly field: string | null;
  readonly as: string;
}

export type Command =
  | { readonly name: 'where'; readonly condition: EvalNode }
  | { readonly name: 'eval'; readonly assignments: readonly (readonly [string, EvalNode])[] }
  | { readonly name: 'fields'; readonly removes: boolean; readonly names: readonly string[] }
  | {
      readonly name: 'stats' | 'streamstats';
      readonly options: ReadonlyMap<string, string>;
      readonly aggregations: readonly Aggregation[];
      readonly by: readonly string[];
    }
  | {
      readonly name: 'sort';
      readonly by: readonly (readonly [field: string, descending: boolean])[];
    }
  | { readonly name: 'appendpipe'; readonly commands: readonly Command[] };

export function readPipeline(text: string): Pipeline {
  const [first, ...others] = split(text, '|');
  if (/\S/.test(first!)) {
    const condition = readSearch(tokenize(first!.trim()));
    return { start: { name: 'search', condition }, commands: others.map(readCommand) };
  }
  const [generating = '', ...rest] = others;
  const [, brackets] = /^\s*multisearch\s+([^]*?)\s*$/.exec(generating) ?? [];
  if (brackets === undefined) throw new SplError('no events to read', text, 0);
  const searches = bracketed(brackets).map((inner) => {
    const [, search] = /^\s*search\s+([^]*)$/.exec(inner) ?? [];
    if (search === undefined) throw new SplError('a subsearch begins with search', inner, 0);
    const pipeline = readPipeline(search);
    // https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/multisearch
    const other = pipeline.commands.find((c) => !STREAMING.includes(c.name));
    if (other) throw new SplError(`multisearch streams, ${other.name} does not`, inner, 0);
    return pipeline;
  });
  if (searches.length < 2) throw new SplError('multisearch takes two searches', text, 0);
  return { start: { name: 'multisearch', searches }, commands: rest.map(readCommand) };
}

const STREAMING: readonly string[] = ['where', 'eval', 'fields'];

function readCommand(text: string): Command {
  const [, name, rest = ''] = /^\s*([a-z]+)\s+([^]*?)\s*$/.exec(text) ?? [];
  switch (name) {
    case 'where':
      return { name, condition: readEval(rest) };
    case 'eval':
      return { name, assignments: split(rest, ',').map((a) => assignment(a)) };
    case 'fields': {
      const removes = rest.startsWith('- ');
      return { name, removes, names: split(removes ? rest.slice(2) : rest, ',').map(fieldName) };
    }
    case 'stats':
    case 'streamstats':
      return readStats(name, rest);
    case 'sort':
      return { name, by: readSort(rest) };
    case 'appendpipe': {
      const [inner, ...others] = bracketed(rest);
      if (inner === undefined || others.length > 0) throw new SplError('appendpipe', text, 0);
      return { name, commands: split(inner, '|').map(readCommand) };
    }
    default:
      throw new SplError('unknown command', text, 0);
  }
}

function assignment(text: string): readonly [string, EvalNode] {
  const [, name, expression] = /^\s*(\w+)=(?!=)([^]+)$/.exec(text) ?? [];
  if (name === undefined) throw new SplError('no assignment', text, 0);
  return [name, readEval(expression!)];
}

function fieldName(text: string): string {
  const [, name] = /^\s*([\w.]+|\w+\*)\s*$/.exec(text) ?? [];
  if (name === undefined) throw new SplError('no field', text, 0);
  return name;
}

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  stats: ['dedup_splitvals'],
  streamstats: ['current'],
};

/** https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/stats */
function readStats(name: 'stats' | 'streamstats', text: string): Command {
  const options = new Map<string, string>();
  let rest = text;
  for (let found = OPTION.exec(rest); found; found = OPTION.exec(rest)) {
    if (!OPTIONS[name]!.includes(found[1]!)) throw new SplError('unknown option', text, 0);
    options.set(found[1]!, found[2]!);
    rest = rest.slice(found[0].length);
  }
  const [, terms = '', by = ''] = /^([^]*?)(?:(?:^|\s)by\s+([^]*))?$/.exec(rest)!;
  const aggregations: Aggregation[] = [];
  let left = terms.trim();
  while (left !== '') {
    const found = AGGREGATION.exec(left);
    if (!found) throw new SplError('no statistic', left, 0);
    const [all, called = '', field = null, as = ''] = found;
    if ((called === 'count') !== (field === null)) throw new SplError('of no field', left, 0);
    aggregations.push({ function: called, field, as });
    left = left.slice(all.length);
  }
  if (aggregations.length === 0) throw new SplError('no statistic', text, 0);
  return { name, options, aggregations, by: by === '' ? [] : split(by, ',').map(fieldName) };
}

const OPTION = /^(\w+)=(\w+)\s+/;
const AGGREGATION = /^(count|sum|max|min|last|values)(?:\((\w+)\))? as (\w+)(?:\s+|$)/;

/** https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/sort */
function readSort(text: string): readonly (readonly [string, boolean])[] {
  // Without it, 10,000 results are left.
  const [, fields] = /^0\s+([^]*)$/.exec(text) ?? [];
  if (fields === undefined) throw new SplError('a limit of results', text, 0);
  return split(fields, ',').map((field) => {
    const [, minus, name] = /^\s*(-?)num\((\w+)\)\s*$/.exec(field) ?? [];
    if (name === undefined) throw new SplError('an order of what is not told', text, 0);
    return [name, minus === '-'];
  });
}

/** What stands within each pair of brackets. */
function bracketed(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  scan(text, (c, i) => {
    if (c === '[' && depth++ === 0) start = i + 1;
    else if (c === ']' && --depth === 0) parts.push(text.slice(start, i));
    else if (depth === 0 && /\S/.test(c)) throw new SplError('outside brackets', text, i);
  });
  if (depth !== 0) throw new SplError('open bracket', text, text.length);
  return parts;
}

/** Cuts at a sign outside of quotation marks, parentheses and brackets. */
function split(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  scan(text, (c, i) => {
    if (/[[(]/.test(c)) depth++;
    else if (/[\])]/.test(c)) depth--;
    else if (c === sign && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  });
  parts.push(text.slice(start));
  return parts;
}

function scan(text: string, at: (c: string, i: number) => void): void {
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quote !== '') {
      if (c === '\\' && quote === '"') i++;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '`') throw new SplError('macro', text, i);
    else at(c, i);
  }
  if (quote !== '') throw new SplError('open quotation mark', text, text.length);
}

import type { MatchEvent } from '../../../src/match/event.js';
import { textOf } from '../../../src/match/event-value.js';
import { readEval } from '../splunk/eval-reader.js';
import { evaluate } from '../splunk/evaluate.js';
import type { Fields } from '../splunk/evaluate.js';
import { isNetwork, readSearch, tokenize } from '../splunk/search-reader.js';
import type { SearchNode, SearchValue } from '../splunk/search-reader.js';

/** Whether a search of pySigma's keeps an event. */
export type TheirRun = (event: MatchEvent) => boolean;

/**
 * Reads a search of pySigma's Splunk backend by the manual's grammar, as the test of our own searches
 * does, with the commands that only it writes: `regex`, `rex` and `eval` for a regular expression under
 * OR, and `table`. A term is meant as text of the event, though Splunk looks it up among the words of its
 * index.
 */
export function theirRun(query: string): TheirRun {
  const [first = '', ...commands] = query.split(
    /\s*\|\s(?=(?:regex|rex|eval|search|where|table) )/,
  );
  const start = first.trim() === '' ? null : readSearch(tokenize(first));
  const stages = commands.map(stageOf);
  return (event) => {
    const made = new Map<string, readonly string[]>();
    const fields: Fields = (name) =>
      made.get(name) ?? (event.field(name) ?? []).flatMap((v) => textOf(v) ?? []);
    if (start && !searched(start, fields, event)) return false;
    return stages.every((stage) => stage(fields, made, event));
  };
}

type Stage = (fields: Fields, made: Map<string, readonly string[]>, event: MatchEvent) => boolean;

const REGEX = /^regex "?([^"=!]+?)"?(!?=)"([^]*)"\s*$/;
const REX = /^rex field="?([^"]+?)"? "\(\?<(\w+)>([^]*)\)"\s*$/;
const CONDITION = /^eval (\w+)=if\(isnotnull\((\w+)\), "true", "false"\)\s*$/;

function stageOf(text: string): Stage {
  const regex = REGEX.exec(text);
  if (regex) {
    const [, field = '', operator, pattern = ''] = regex;
    const matches = patternOf(pattern);
    return (fields) => fields(field).some(matches) === (operator === '=');
  }
  const rex = REX.exec(text);
  if (rex) {
    const [, field = '', name = '', pattern = ''] = rex;
    const matches = patternOf(pattern);
    return (fields, made) => {
      if (fields(field).some(matches)) made.set(name, ['found']);
      return true;
    };
  }
  const condition = CONDITION.exec(text);
  if (condition) {
    const [, name = '', of = ''] = condition;
    return (fields, made) => {
      made.set(name, [String(fields(of).length > 0)]);
      return true;
    };
  }
  if (text.startsWith('search ')) {
    const node = readSearch(tokenize(text.slice(7)));
    return (fields, _, event) => searched(node, fields, event);
  }
  if (text.startsWith('where ')) {
    const node = readEval(text.slice(6));
    return (fields) => evaluate(node, fields) === true;
  }
  if (text.startsWith('table ')) return () => true;
  throw new SyntaxError(`a command that is not known: ${text}`);
}

/** A string within quotation marks, as a regular expression. */
function patternOf(written: string): (text: string) => boolean {
  // Before a final line break, too, as in PCRE.
  const source = written.replace(/\\(["\\])/g, '$1').replace(/(?<!\\)\$$/, '(?=\\n?$)');
  const flags = /^\(\?([imsx]+)\)/.exec(source)?.[1] ?? '';
  const regex = unicode(flags === '' ? source : source.slice(flags.length + 3), flags);
  return (text) => regex.test(text);
}

/** PCRE lets any sign be escaped, which JavaScript does only without the flag u. */
function unicode(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
}

function searched(node: SearchNode, fields: Fields, event: MatchEvent): boolean {
  switch (node.kind) {
    case 'and':
      return node.operands.every((o) => searched(o, fields, event));
    case 'or':
      return node.operands.some((o) => searched(o, fields, event));
    case 'not':
      return !searched(node.operand, fields, event);
    case 'in':
      return node.values.some((v) => compared(fields(node.field), v));
    case 'comparison':
      return node.operator === '='
        ? compared(fields(node.field), node.value)
        : fields(node.field).some((t) => ordered(t, node.operator, node.value));
    case 'term': {
      const regex = regexOf(node.value, '');
      return event.texts().some((t) => regex.test(t));
    }
  }
}

function ordered(text: string, operator: string, value: SearchValue): boolean {
  const [a, b] = [Number(text), Number(value.join(''))];
  if (!/^-?[\d.]+$/.test(text) || Number.isNaN(a) || Number.isNaN(b)) return false;
  return { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b }[operator] ?? a !== b;
}

function compared(texts: readonly string[], value: SearchValue): boolean {
  if (isNetwork(value)) {
    const text = (t: string) => ({ kind: 'string', text: t }) as const;
    const call = (t: string) =>
      ({
        kind: 'call',
        name: 'cidrmatch',
        arguments: [text(value[0] as string), text(t)],
      }) as const;
    return texts.some((t) => evaluate(call(t), () => []) === true);
  }
  const regex = regexOf(value, '^$');
  return texts.some((t) => regex.test(t));
}

function regexOf(value: SearchValue, [start = '', end = '']: string): RegExp {
  const source = value
    .map((p) => (typeof p === 'string' ? p.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : '.*'))
    .join('');
  return new RegExp(start + source + end, 'isu');
}

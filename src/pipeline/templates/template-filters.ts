import { LEVELS } from '../../model/level.js';
import { STATUSES } from '../../model/reading/read-metadata.js';
import { unicodeEscape } from '../../source/visible.js';
import { printf } from './printf.js';
import {
  equal,
  isEmpty,
  isObject,
  items,
  less,
  native,
  plain,
  same,
  string,
  values,
} from './template-values.js';

export type Filter = (...args: readonly unknown[]) => unknown;

/**
 * Filters of Jinja that the interpreter lacks, or has only for some types. What is missing is `None`,
 * as Python writes it.
 * https://jinja.palletsprojects.com/en/stable/templates/#list-of-builtin-filters
 */
export const FILTERS: Readonly<Record<string, Filter>> = {
  replace: (text, from, to, count) => {
    const parts = string(text).split(string(from));
    const most = typeof count === 'number' ? count : parts.length;
    return parts.reduce((made, part, i) => made + (i <= most ? string(to) : string(from)) + part);
  },
  lower: (text) => string(text).toLowerCase(),
  upper: (text) => string(text).toUpperCase(),
  trim: stripped('both'),
  title: (text) =>
    string(text).replace(/[^-\s({[<]+/g, (w) => w[0]!.toUpperCase() + w.slice(1).toLowerCase()),
  capitalize: (text) =>
    string(text).slice(0, 1).toUpperCase() + string(text).slice(1).toLowerCase(),
  urlencode: (text) =>
    encodeURIComponent(string(text)).replace(/[!'()*]|%2F/g, (c) =>
      c === '%2F' ? '/' : `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  e: escaped,
  escape: escaped,
  forceescape: escaped,
  safe: native,
  truncate: (text, length = 255, killWords = false, end = '...', leeway = 5) => {
    const [whole, tail] = [string(text), string(end)];
    const limit = Number(length);
    if (whole.length <= limit + Number(leeway)) return whole;
    const cut = whole.slice(0, Math.max(0, limit - tail.length));
    return (killWords === true ? cut : cut.replace(/ [^ ]*$/, '')) + tail;
  },
  wordcount: (text) => (string(text).match(/[\p{L}\p{N}_]+/gu) ?? []).length,
  wordwrap: (text, width = 79, breaks = true) =>
    wrapped(string(text), Number(width), breaks === true),
  center: (text, width = 80) => {
    const whole = string(text);
    const left = Math.floor(Math.max(0, Number(width) - whole.length) / 2);
    return (' '.repeat(Math.min(left, 1_000)) + whole).padEnd(Math.min(Number(width), 2_000));
  },
  striptags: (text) =>
    string(text)
      .replace(/<[^<>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  format: formatted,
  reverse: (value) =>
    Array.isArray(value)
      ? items(value).map(native).reverse()
      : [...string(value)].reverse().join(''),
  sum: (list, attribute, start = 0) =>
    items(list)
      .map((item) => attributeOf(native(item), attribute))
      .reduce<number>((total, item) => total + Number(item), Number(start)),
  min: (list) =>
    items(list)
      .map(plain)
      .reduce((a, b) => (less(b, a) ? b : a)),
  max: (list) =>
    items(list)
      .map(plain)
      .reduce((a, b) => (less(a, b) ? b : a)),
  round: (value, precision = 0, method = 'common') => {
    const by = 10 ** Number(precision);
    const rounds = { common: Math.round, ceil: Math.ceil, floor: Math.floor };
    if (!Object.hasOwn(rounds, string(method))) throw new Error(`round has no ${string(method)}`);
    return rounds[string(method) as keyof typeof rounds](Number(value) * by) / by;
  },
  list: values,
  first: (list) => (Array.isArray(list) ? native(list[0]) : values(list)[0]),
  last: (list) => (Array.isArray(list) ? native(list.at(-1)) : values(list).at(-1)),
  length: (list) => values(list).length,
  join: (list, separator = '', attribute) =>
    values(list)
      .map((item) => string(attributeOf(item, attribute)))
      .join(string(separator)),
  sort: (list, reverse = false, cased = false, attribute) => {
    const keyOf = (item: unknown): unknown => {
      const key = attributeOf(item, attribute);
      return typeof key === 'string' && cased !== true ? key.toLowerCase() : key;
    };
    const sign = reverse === true ? -1 : 1;
    const order = (a: unknown, b: unknown): number => Number(less(b, a)) - Number(less(a, b));
    return values(list).sort((a, b) => sign * order(keyOf(a), keyOf(b)));
  },
  unique: (list, cased = false) => {
    const seen = new Set<string>();
    const isNew = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined;
    return items(list)
      .map(native)
      .filter((item) => isNew(cased === true ? string(item) : string(item).toLowerCase()));
  },
  // What the rule lacks is null, and an own attribute that it lacks is not defined.
  default: (value, fallback = '', whereEmpty = false) => {
    const own = native(value);
    const isMissing = own === null || own === undefined || (whereEmpty === true && isEmpty(own));
    return isMissing ? native(fallback) : own;
  },
  int: (value, fallback = 0) => Math.trunc(numberOf(value, fallback)),
  float: (value, fallback = 0) => numberOf(value, fallback),
};

/** Where a filter is given none, the item itself. */
function attributeOf(item: unknown, attribute: unknown): unknown {
  return typeof attribute === 'string' ? memberOf(attribute, item) : item;
}

/** Of strings that are no number, as of other values, the fallback. */
function numberOf(value: unknown, fallback: unknown): number {
  const isText =
    typeof value === 'string' && !/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(value);
  const number = isText || value === null || value === undefined ? NaN : Number(value);
  return Number.isNaN(number) ? Number(fallback) : number;
}

/** Python's `strip`: of white space, or of the characters given. */
function stripped(side: 'left' | 'right' | 'both'): Filter {
  return (text, chars) => {
    const whole = [...string(text)];
    const isStripped = (c: string | undefined): boolean =>
      c !== undefined && (typeof chars === 'string' ? [...chars].includes(c) : c.trim() === '');
    let [from, to] = [0, whole.length];
    if (side !== 'right') while (from < to && isStripped(whole[from])) from++;
    if (side !== 'left') while (to > from && isStripped(whole[to - 1])) to--;
    return whole.slice(from, to).join('');
  };
}

/**
 * What pySigma's tags, levels, statuses and dates have, which are strings here: `attack.t1059` has
 * the namespace `attack` and the name `t1059`, the level `high` the name `HIGH`, and `2025-01-02` the
 * year 2025. The value of a level or a status is its rank: https://github.com/SigmaHQ/pySigma/blob/main/sigma/rule/attributes.py
 */
export const MEMBER_NAMES: readonly string[] = [
  'name',
  'namespace',
  'value',
  'hex',
  'year',
  'month',
  'day',
];

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

const RANKS: ReadonlyMap<string, number> = new Map(
  [LEVELS, STATUSES.toReversed()].flatMap((names) => names.map((name, i) => [name, i + 1])),
);

export const MEMBERS: Readonly<Record<string, Filter>> = Object.fromEntries(
  MEMBER_NAMES.map((name) => [`of_${name}`, (value: unknown) => memberOf(name, value)]),
);

/** Of a path, as `rule.source.path.name`. */
export const PATHS: Readonly<Record<string, Filter>> = {
  file_name: (path) => string(path).replace(/^.*[\\/]/, ''),
};

/** Of a string, what pySigma's object has under that name. */
export function memberOf(name: string, value: unknown): unknown {
  if (value instanceof Map) return plain(value.get(name));
  if (isObject(value)) return Object.hasOwn(value, name) ? value[name] : '';
  if (value === null || value === undefined) return '';
  const text = string(value);
  const dot = text.indexOf('.');
  if (name === 'name') return dot < 0 ? text.toUpperCase() : text.slice(dot + 1);
  if (name === 'namespace') return text.split('.')[0];
  if (name === 'hex') return UUID.test(text) ? text.replaceAll('-', '').toLowerCase() : '';
  if (name === 'value') return RANKS.get(text) ?? '';
  const part = dateOf(text)?.[name === 'year' ? 0 : name === 'month' ? 1 : 2];
  return part === undefined ? '' : Number(part);
}

/**
 * Methods of Python's strings and dates that the interpreter lacks, or whose arguments it ignores.
 * https://docs.python.org/3/library/stdtypes.html#string-methods
 * https://docs.python.org/3/library/datetime.html#date-objects
 */
export const METHODS: Readonly<Record<string, Filter>> = {
  strip: stripped('both'),
  lstrip: stripped('left'),
  rstrip: stripped('right'),
  capitalize: FILTERS['capitalize']!,
  join: (separator, list) =>
    items(list)
      .map((item) => string(plain(item)))
      .join(string(separator)),
  splitlines: (text) =>
    string(text)
      .replace(/\r?\n$|\r$/, '')
      .split(/\r\n|\n|\r/),
  isoformat: (value) => {
    if (value === null || value === undefined) return '';
    return dateOf(string(value))?.join('-') ?? string(value);
  },
  strftime: (value, format) => {
    if (value === null || value === undefined) return '';
    const date = dateOf(string(value));
    if (!date) return string(value);
    const [year, month, day] = date;
    const parts: Readonly<Record<string, string>> = {
      Y: year,
      m: month,
      d: day,
      y: year.slice(2),
      F: date.join('-'),
      '%': '%',
      ...{ H: '00', M: '00', S: '00' },
      ...namesOfDay(new Date(`${date.join('-')}T00:00:00Z`)),
    };
    return string(format).replace(/%(.)/g, (written, letter: string) => {
      if (!Object.hasOwn(parts, letter)) throw new Error(`strftime has no ${written} here`);
      return parts[letter]!;
    });
  },
};

/** In English, as Python has them. */
function namesOfDay(date: Date): Readonly<Record<string, string>> {
  const name = (part: 'month' | 'weekday', length: 'long' | 'short'): string =>
    date.toLocaleDateString('en-US', { timeZone: 'UTC', [part]: length });
  if (Number.isNaN(date.getTime())) return {};
  return {
    ...{ B: name('month', 'long'), b: name('month', 'short') },
    ...{ A: name('weekday', 'long'), a: name('weekday', 'short') },
  };
}

function dateOf(text: string): readonly [year: string, month: string, day: string] | null {
  const found = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(text.trim());
  return found && [found[1]!, found[2]!.padStart(2, '0'), found[3]!.padStart(2, '0')];
}

/** Filters by an attribute of items that are strings here, such as a tag's name. */
export const OF_STRINGS: Readonly<Record<string, Filter>> = {
  map: (list, name) => items(list).map((item) => memberOf(string(name), plain(item))),
  selectattr: (list, ...test) =>
    items(list)
      .map(native)
      .filter((item) => holds(item, test)),
  rejectattr: (list, ...test) =>
    items(list)
      .map(native)
      .filter((item) => !holds(item, test)),
};

/** What `map` may apply to each item of a list: filters by their names. */
const OF_ITEMS: Readonly<Record<string, Filter>> = {
  ...FILTERS,
  string: (value) => string(value),
};

export const ITEM_FILTERS: readonly string[] = Object.keys(OF_ITEMS);

/** Operators that the interpreter has only for numbers and strings, and what Jinja does to JSON. */
export const OPERATORS: Readonly<Record<string, Filter>> = {
  html_safe: (json) => string(json).replace(/[<>&']/g, unicodeEscape),
  equal,
  unequal: (left, right) => !equal(left, right),
  modulo: (left, right) => {
    if (typeof left === 'string')
      return formatted(left, ...(Array.isArray(right) ? items(right).map(plain) : [right]));
    const by = Number(right);
    // The sign is the divisor's: https://docs.python.org/3/reference/expressions.html#binary-arithmetic-operations
    return ((Number(left) % by) + by) % by;
  },
};

/** `map("upper")` */
export const MAPPERS: Readonly<Record<string, Filter>> = {
  map_by: (list, name, ...args) =>
    items(list).map((item) => OF_ITEMS[string(name)]!(plain(item), ...args)),
};

function holds(item: unknown, [name, test, wanted]: readonly unknown[]): boolean {
  const value = memberOf(string(name), item);
  if (test === undefined) return Boolean(value);
  switch (string(test)) {
    case 'equalto':
    case 'eq':
    case '==':
      return same(value, native(wanted));
    case 'ne':
    case '!=':
      return !same(value, native(wanted));
    case 'in':
      return items(wanted).map(plain).includes(value);
    case 'defined':
      return value !== '';
    default:
      throw new Error(`there is no test ${string(test)} of this attribute`);
  }
}

function formatted(text: unknown, ...args: readonly unknown[]): string {
  return printf(string(text), args, string);
}

function escaped(text: unknown): string {
  return string(text).replace(/[&<>'"]/g, (c) => `&${ENTITIES[c]!};`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  "'": '#39',
  '"': '#34',
};

function wrapped(text: string, width: number, breaks: boolean): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let current = '';
    for (const whole of line.split(' ')) {
      let word = whole;
      if (current !== '' && current.length + 1 + word.length > width) {
        lines.push(current);
        current = '';
      }
      for (; breaks && width > 0 && word.length > width; word = word.slice(width)) {
        lines.push(word.slice(0, width));
      }
      current = current === '' ? word : `${current} ${word}`;
    }
    lines.push(current);
  }
  return lines.join('\n');
}

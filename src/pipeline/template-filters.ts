type Filter = (...args: readonly unknown[]) => unknown;

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
  trim: (text) => string(text).trim(),
  title: (text) =>
    string(text).replace(/[\p{L}\p{N}']+/gu, (w) => w[0]!.toUpperCase() + w.slice(1).toLowerCase()),
  capitalize: (text) =>
    string(text).slice(0, 1).toUpperCase() + string(text).slice(1).toLowerCase(),
  urlencode: (text) =>
    encodeURIComponent(string(text)).replace(/[!'()*]|%2F/g, (c) =>
      c === '%2F' ? '/' : `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  e: escaped,
  escape: escaped,
  forceescape: escaped,
  safe: (text) => text,
  truncate: (text, length = 255, killWords = false, end = '...', leeway = 5) => {
    const [whole, tail] = [string(text), string(end)];
    const limit = Number(length);
    if (whole.length <= limit + Number(leeway)) return whole;
    const cut = whole.slice(0, Math.max(0, limit - tail.length));
    return (killWords === true ? cut : cut.replace(/ [^ ]*$/, '')) + tail;
  },
  wordcount: (text) => (string(text).match(/[\p{L}\p{N}_]+/gu) ?? []).length,
  wordwrap: (text, width = 79) => wrapped(string(text), Number(width)),
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
  format: (text, ...args) => {
    let next = 0;
    return string(text).replace(/%[sd%]/g, (found) =>
      found === '%%' ? '%' : string(args[next++]),
    );
  },
  sum: (list) => items(list).reduce<number>((total, item) => total + Number(plain(item)), 0),
  min: (list) =>
    items(list)
      .map(plain)
      .reduce((a, b) => (less(b, a) ? b : a)),
  max: (list) =>
    items(list)
      .map(plain)
      .reduce((a, b) => (less(a, b) ? b : a)),
  round: (value, precision = 0) => {
    const by = 10 ** Number(precision);
    return Math.round(Number(value) * by) / by;
  },
};

/**
 * What pySigma's tags, levels and statuses have, which are strings here: `attack.t1059` has the
 * namespace `attack` and the name `t1059`, and the level `high` the name `HIGH`.
 */
export const MEMBERS: Readonly<Record<string, Filter>> = {
  of_name: (value) => {
    if (value instanceof Map) return plain(value.get('name'));
    if (value === null || value === undefined) return '';
    const text = string(value);
    const dot = text.indexOf('.');
    return dot < 0 ? text.toUpperCase() : text.slice(dot + 1);
  },
  of_namespace: (value) => {
    if (value instanceof Map) return plain(value.get('namespace'));
    if (value === null || value === undefined) return '';
    return string(value).split('.')[0];
  },
};

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

function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let current = '';
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + 1 + word.length > width) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    lines.push(current);
  }
  return lines.join('\n');
}

/** The interpreter hands over the values of lists as its own. */
function plain(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'value' in value ? value.value : value;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function less(a: unknown, b: unknown): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a < b : string(a) < string(b);
}

function string(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
    case 'bigint':
      return String(value);
    default:
      return value === null || value === undefined ? 'None' : JSON.stringify(value);
  }
}

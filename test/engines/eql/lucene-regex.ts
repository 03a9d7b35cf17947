const known = new Map<string, RegExp>();

/**
 * A regular expression of Lucene's, for the whole text, as one of JavaScript's.
 * https://www.elastic.co/docs/reference/query-languages/query-dsl/regexp-syntax
 * @param caseless ASCII letters match in either case, but not those of ranges
 */
export function luceneRegex(source: string, caseless: boolean): RegExp {
  const key = `${String(caseless)} ${source}`;
  let regex = known.get(key);
  if (!regex) known.set(key, (regex = new RegExp(`^(?:${translated(source, caseless)})$`, 'su')));
  return regex;
}

const NOTHING = '([^ -~]&[ -~])';

function translated(source: string, caseless: boolean): string {
  const literal = (c: string): string => {
    const escaped = c.replace(/[\^$\\.*+?()[\]{}|/]/, '\\$&');
    return caseless && /[a-z]/i.test(c) ? `[${c.toLowerCase()}${c.toUpperCase()}]` : escaped;
  };
  let out = '';
  for (let at = 0; at < source.length;) {
    const c = String.fromCodePoint(source.codePointAt(at)!);
    const rest = source.slice(at);
    const special = /^(?:[.*+?|()]|\{\d+(?:,\d*)?\})/.exec(rest)?.[0];
    const set = /^\[\^?(?:\\.|[^\]\\])+\]/su.exec(rest)?.[0];
    if (rest.startsWith(NOTHING)) {
      out += '(?!)';
      at += NOTHING.length;
    } else if (c === '\\') {
      const next = String.fromCodePoint(source.codePointAt(at + 1)!);
      if (/[a-z0-9]/i.test(next)) throw new Error(`a letter behind a backslash: ${source}`);
      out += literal(next);
      at += 1 + next.length;
    } else if (set !== undefined) {
      out += setOf(set, caseless);
      at += set.length;
    } else if (special !== undefined) {
      out += special;
      at += special.length;
    } else {
      if (/[~@#&<>"[\]{}]/.test(c)) throw new Error(`an operator of Lucene's own: ${source}`);
      out += literal(c);
      at += c.length;
    }
  }
  return out;
}

function setOf(set: string, caseless: boolean): string {
  const open = set.startsWith('[^') ? '[^' : '[';
  const members = set.slice(open.length, -1).match(/(?:\\.|[^\\])(?:-(?:\\.|[^\\]))?/gsu) ?? [];
  const each = members.map((member) => {
    const ends = member
      .match(/\\.|[^\\]/gsu)!
      .map((e) => (e.length > 1 && e.startsWith('\\') ? e.slice(1) : e));
    const isRange = ends.length > 1;
    const chars = isRange ? [ends[0]!, ends[2]!] : [ends[0]!];
    const codes = chars.map((e) => `\\u{${e.codePointAt(0)!.toString(16)}}`);
    if (!isRange && caseless && /[a-z]/i.test(chars[0]!)) {
      return `${chars[0]!.toLowerCase()}${chars[0]!.toUpperCase()}`;
    }
    return codes.join('-');
  });
  return `${open}${each.join('')}]`;
}

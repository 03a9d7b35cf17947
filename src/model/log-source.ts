import type { Finding } from '../source/codes.js';
import type { Span } from '../source/span.js';
import { codes } from './codes.js';
import type { Name } from './name.js';

/** Each list means any of its names; an empty list means not stated. Real catalogues write lists. */
export interface LogSource {
  readonly kind: 'logsource';
  readonly category: readonly Name[];
  readonly product: readonly Name[];
  readonly service: readonly Name[];
  readonly definition: string | null;
  readonly span: Span;
}

/** What names a log source, in the order of the specification. */
export const LOG_SOURCE_KEYS = ['category', 'product', 'service'] as const;

/** Whether all events of a log source may be of another: what the other leaves open may be anything. */
export function isWithin(source: LogSource, other: LogSource): boolean {
  return LOG_SOURCE_KEYS.every((key) => {
    const wanted = other[key];
    const given = source[key];
    if (wanted.length === 0) return true;
    // As nearly all log sources name one of each.
    if (wanted.length + given.length <= 2) return given.some((n) => isSame(n, wanted[0]!));
    const names = new Set(wanted.map((n) => n.text.toLowerCase()));
    return given.some((n) => names.has(n.text.toLowerCase()));
  });
}

/** Whether a log source names a product, in whatever case. */
export function namesProduct({ product }: LogSource, name: string): boolean {
  return product.some((p) => p.text.toLowerCase() === name);
}

function isSame(a: Name, b: Name): boolean {
  return a.text === b.text || a.text.toLowerCase() === b.text.toLowerCase();
}

/** The same only for log sources, and other names, that are spelled the same: each says its length. */
export function logSourceKey(source: LogSource, ...others: readonly (readonly string[])[]): string {
  let key = '';
  for (const part of LOG_SOURCE_KEYS) {
    for (const { text } of source[part]) key += `${text.length}:${text}`;
    key += '/';
  }
  for (const texts of others) {
    for (const text of texts) key += `${text.length}:${text}`;
    key += '/';
  }
  return key;
}

/**
 * Names of a log source as the specification has them: in lower case, with `_` for spaces, one each.
 * A Windows channel may be given as a service, and is left unchanged.
 * https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#log-source
 *
 * @param report called with each name that is read as another, and its replacement
 */
export function logSourceNames(
  key: (typeof LOG_SOURCE_KEYS)[number],
  names: readonly Name[],
  report: (finding: Finding, span: Span, instead: string) => void = () => undefined,
): readonly Name[] {
  return names.flatMap((name) => {
    if (SPECIFIED.test(name.text) || CHANNEL.test(name.text)) return [name];
    const parts = name.text.split(/[,;|+&]/).map((part) => part.trim());
    const written = parts.filter((part) => part !== '');
    // What nobody would call a log source is left as it is.
    if (!written.every((part) => NAME.test(part))) return [name];
    const read = written.map((part) => specified(part, key));
    if (read.length === 1 && read[0] === name.text) return [name];
    if (read.length > 1) {
      report(
        codes['logsource-several-in-one']({ count: read.length }),
        name.span,
        `[${read.join(', ')}]`,
      );
    } else if (read.length === 1) {
      report(codes['logsource-spelling']({ name: read[0]! }), name.span, read[0]!);
    }
    return read.map((text) => ({ ...name, text }));
  });
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} _.-]*$/u;

/** As nearly all are written; a dash may have to be another character. */
const SPECIFIED = /^[a-z0-9][a-z0-9_.]*$/;

const CHANNEL = /\/|^Microsoft-Windows-/i;

/** Services have dashes, and no category has. */
function specified(text: string, key: string): string {
  return text.toLowerCase().replace(key === 'category' ? /[\s-]+/g : /\s+/g, '_');
}

import { ANY, pattern } from '../../src/backend/index.js';
import type {
  FieldPredicate,
  Polarity,
  Reading,
  Report,
  StringPattern,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { allOf, never, oneOf } from './piece.js';
import type { Piece } from './piece.js';
import { registryPiece } from './registry.js';
import { isPresence } from './values.js';

/** The ways to read a field out of others that pipelines may name as `as`. */
export const READINGS = [
  'like',
  'either',
  'registry-data',
  'domain-user',
  'among',
  'within',
] as const;

export interface ReadingWriter {
  readonly write: (p: FieldPredicate) => Piece;
  /** Null where the field keeps what is asked for. */
  readonly absent: (p: FieldPredicate) => Piece | null;
}

/**
 * What is asked of a field that is read out of another, asked of that one; null if it cannot be.
 *
 * - `like`: the value is in any field whose name is like `of`, in which `*` stands for any text.
 * - `either`: it is in `of`, or in `key`.
 * - `registry-data`: it is what Sysmon says of the data that `of` and the type beside it hold.
 * - `domain-user`: it is `of`, a backslash, and `key`.
 * - `among`: it is one of the values of `of`.
 * - `within`: it stands somewhere in the text of `of`.
 */
export function readingPiece(
  p: FieldPredicate,
  { as, of, key }: Reading,
  polarity: Polarity,
  report: Report,
  { write, absent }: ReadingWriter,
): Piece | null {
  const { span } = p;
  const field = (text: string) => ({ text, span: p.field.span, mapped: true }) as const;
  if (!READINGS.some((r) => r === as)) {
    const known = READINGS.join(', ');
    report.refuse(codes['lucene-unknown-reading']({ reading: as, known }), p.field.span);
    return never(span);
  }
  if (as === 'like') return write({ ...p, field: field(of) });
  if (as === 'either') {
    const [first, second] = [of, key].map((name) => ({ ...p, field: field(name) })) as [
      FieldPredicate,
      FieldPredicate,
    ];
    const none = absent(first);
    if (p.kind === 'null' || none)
      return allOf([none ?? write(first), absent(second) ?? write(second)]);
    return oneOf([write(first), write(second)]);
  }
  if (as === 'registry-data') {
    const asked = { ...p, field: field(of) };
    return absent(asked) ?? registryPiece(asked, polarity, report, write);
  }
  if (as === 'domain-user') {
    const ofUser = { ...p, field: field(key) };
    if (p.kind === 'null' || p.kind === 'exists') return write(ofUser);
    if (p.kind !== 'string') return null;
    if (isPresence(p)) return write(ofUser);
    const missing = absent(ofUser);
    if (missing) return missing;
    const ways = split(p.pattern).map(([domain, user]) => {
      const asked = [
        { ...p, field: field(of), pattern: domain },
        { ...p, field: field(key), pattern: user },
      ].filter((q) => !isPresence(q));
      return allOf((asked.length > 0 ? asked : [ofUser]).map(write));
    });
    if (ways.length > 0) return oneOf(ways);
    report.note(codes['lucene-never-domain-user']({ field: p.field.text }), span);
    return never(span);
  }
  if (p.kind === 'null' || p.kind === 'time-part' || p.kind === 'field-ref') return null;
  const within = as === 'within' ? codes['lucene-within'] : codes['lucene-among'];
  report.approximate('wider', polarity, within({ field: p.field.text, of }), span);
  const asked = { ...p, field: field(of) };
  if (as === 'among' || p.kind === 'exists' || p.kind === 'regex') return write(asked);
  const parts = textOf(p);
  if (!parts) return null;
  return write({
    kind: 'string',
    field: field(of),
    pattern: pattern([ANY, ...parts, ANY]),
    cased: p.kind === 'string' && p.cased,
    span,
  });
}

function textOf(p: FieldPredicate): StringPattern | null {
  switch (p.kind) {
    case 'string':
      return p.pattern;
    case 'number':
      return [p.number.source];
    case 'boolean':
      return [String(p.value)];
    default:
      return null;
  }
}

/** Every way in which one backslash, and only one, parts a text that fits. */
function split(parts: StringPattern): readonly (readonly [StringPattern, StringPattern])[] {
  const literal = parts.filter((p) => typeof p === 'string').join('');
  const backslashes = literal.split('\\').length - 1;
  if (backslashes > 1) return [];
  return parts.flatMap((part, i): (readonly [StringPattern, StringPattern])[] => {
    const [before, after] = [parts.slice(0, i), parts.slice(i + 1)];
    if (typeof part === 'string') {
      const at = part.indexOf('\\');
      if (at < 0) return [];
      const sides = [part.slice(0, at), part.slice(at + 1)] as const;
      return [[pattern([...before, sides[0]]), pattern([sides[1], ...after])]];
    }
    if (backslashes === 1) return [];
    return part.kind === 'any'
      ? [[pattern([...before, ANY]), pattern([ANY, ...after])]]
      : [[pattern(before), pattern(after)]];
  });
}

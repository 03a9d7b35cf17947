import { concat, literalText, requiredPattern, shapeOf } from '../../src/backend/index.js';
import type { FieldPredicate, Polarity, Report, StringPattern } from '../../src/backend/index.js';
import { codes } from './codes.js';
import { fits } from './fits.js';
import { fieldName, phrase } from './literals.js';
import { allOf, AND, anyOf, ofField, oneOf, whole } from './piece.js';
import type { Piece } from './piece.js';
import { isPresence } from './values.js';

/**
 * What is asked of Sysmon's text of a registry value's data, asked of what Elastic's agents keep of it:
 * texts as they are, and numbers in decimal, with their types in a field beside it.
 * https://github.com/elastic/integrations/tree/main/packages/windows/data_stream/sysmon_operational
 * https://github.com/elastic/beats/blob/main/x-pack/winlogbeat/module/sysmon/ingest/sysmon.yml
 *
 * @param p asks it of the field of texts, whose name ends in `strings`
 */
export function registryPiece(
  p: FieldPredicate,
  polarity: Polarity,
  report: Report,
  write: (p: FieldPredicate) => Piece,
): Piece {
  const { span } = p;
  if (p.kind !== 'string' && p.kind !== 'regex') return write(p);
  if (p.kind === 'string' && isPresence(p)) return write(p);
  const types = fieldName(p.field.text.replace(/strings$/, 'type')) ?? 'field';
  const ofType = (names: readonly string[]): Piece => ofField(types, names.map(phrase), span);
  const parts = p.kind === 'string' ? p.pattern : requiredPattern(p.regex.ast);
  const cased = p.kind === 'string' && p.cased;
  const numbers = p.kind === 'string' ? numbersIn(parts, cased) : [];
  const pieces = numbers.map(({ kind, decimal }) =>
    allOf([
      ofType([kind]),
      write({ kind: 'string', field: p.field, pattern: [decimal], cased: false, span }),
    ]),
  );
  if (pieces.length > 0 && literalText(parts) !== null) return pieces[0]!;
  const dwords = p.kind === 'string' && isEveryDword(parts, cased);
  if (dwords) pieces.push(ofType(['SZ_DWORD']));
  const told = dwords ? ['SZ_DWORD'] : numbers.map((n) => n.kind);
  if (TEMPLATES.some(({ kind, text }) => !told.includes(kind) && couldBe(parts, text))) {
    report.approximate('narrower', polarity, codes['lucene-registry-number'](), span);
  }
  const { doc: isNumber } = anyOf([ofType(TEMPLATES.map((t) => t.kind))]);
  const mixed = p.kind === 'string' && couldBeDecimal(parts);
  pieces.push(mixed ? allOf([write(p), whole(concat('NOT ', isNumber), AND)]) : write(p));
  return pieces.length === 1 ? pieces[0]! : oneOf(pieces);
}

/** What Sysmon writes, in small letters, with `h` for any hexadecimal digit, and what it is called. */
const TEMPLATES = [
  { kind: 'SZ_DWORD', text: 'dword (0xhhhhhhhh)' },
  { kind: 'SZ_QWORD', text: 'qword (0xhhhhhhhh-0xhhhhhhhh)' },
] as const;

interface RegistryNumber {
  readonly kind: (typeof TEMPLATES)[number]['kind'];
  readonly decimal: string;
}

/** Numbers of which a pattern names all digits, as the agents read them: of a QWORD, the high part by 8 bits. */
function numbersIn(parts: StringPattern, cased: boolean): readonly RegistryNumber[] {
  const texts = parts.filter((part) => typeof part === 'string');
  const [digits, more] = texts.flatMap((text) => text.match(/[0-9a-f]{8}/gi) ?? []);
  if (digits === undefined) return [];
  const high = BigInt(`0x${digits}`);
  if (fits(parts, `DWORD (0x${digits})`, cased))
    return [{ kind: 'SZ_DWORD', decimal: String(high) }];
  if (more === undefined || !fits(parts, `QWORD (0x${digits}-0x${more})`, cased)) return [];
  return [{ kind: 'SZ_QWORD', decimal: String((high << 8n) + BigInt(`0x${more}`)) }];
}

function isEveryDword(parts: StringPattern, cased: boolean): boolean {
  const shape = shapeOf(parts);
  if (shape.shape !== 'startswith') return false;
  const begins = (text: string): boolean =>
    text.startsWith(cased ? shape.text : shape.text.toLowerCase());
  return begins(cased ? 'DWORD (0x' : 'dword (0x');
}

/** Whether some text of a template may hold all the texts of a pattern. */
function couldBe(parts: StringPattern, template: string): boolean {
  return parts.every((part, i) => {
    if (typeof part !== 'string') return true;
    const latest = template.length - part.length;
    const from = i === parts.length - 1 ? latest : 0;
    const to = i === 0 ? 0 : latest;
    for (let at = Math.max(0, from); at <= to; at++) {
      if (stands(part.toLowerCase(), template.slice(at))) return true;
    }
    return false;
  });
}

function stands(text: string, template: string): boolean {
  return [...text].every((c, i) => (template[i] === 'h' ? /[0-9a-f]/.test(c) : template[i] === c));
}

function couldBeDecimal(parts: StringPattern): boolean {
  return parts.every((part) => typeof part !== 'string' || /^\d+$/.test(part));
}

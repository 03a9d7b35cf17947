import { matchesPattern } from '../../model/matches-pattern.js';
import { literalText, shapeOf } from '../../model/pattern.js';
import type { StringPattern } from '../../model/pattern.js';
import { requiredPattern } from '../../model/regex/required-pattern.js';
import type { Expression, FieldPredicate } from '../../predicate/predicate.js';
import type { PredicateContext } from '../dialect/context.js';
import { elasticCodes } from './codes.js';
import { isAbsent, isPresence } from './fields.js';

/**
 * What is asked of Sysmon's text of a registry value's data, asked of what Elastic's agents keep of it:
 * strings as they are, and numbers in decimal, with their types in a field beside it.
 * https://github.com/elastic/integrations/tree/main/packages/windows/data_stream/sysmon_operational
 * https://github.com/elastic/beats/blob/main/x-pack/winlogbeat/module/sysmon/ingest/sysmon.yml
 *
 * @param p asks it of the field of strings
 * @param typeField the field of the types
 */
export function ofRegistryData(
  p: FieldPredicate,
  typeField: string,
  context: PredicateContext,
): Expression {
  const { span } = p;
  const numberTypes = TEMPLATES.map((t) => t.kind);
  if (p.kind === 'number' || p.kind === 'compare') return ofText(p, typeField, numberTypes);
  if ((p.kind !== 'string' && p.kind !== 'regex') || isPresence(p)) return p;
  if (isAbsent(p, context.query.placement.columns.get(p.field.text) ?? null)) return p;
  const ofType = (names: readonly string[]): Expression => typeIn(p, typeField, names);
  const parts = p.kind === 'string' ? p.pattern : requiredPattern(p.regex.ast);
  const cased = p.kind === 'string' && p.cased;
  const numbers = p.kind === 'string' ? numbersIn(parts, cased) : [];
  const ways = numbers.map(({ kind, decimal }): Expression => {
    const equal = {
      kind: 'string',
      field: p.field,
      pattern: [decimal],
      cased: false,
      span,
    } as const;
    return { kind: 'and', operands: [ofType([kind]), equal], span };
  });
  if (ways.length > 0 && literalText(parts) !== null) return ways[0]!;
  const dwords = p.kind === 'string' && isEveryDword(parts, cased);
  if (dwords) ways.push(ofType(['SZ_DWORD']));
  const known = dwords ? ['SZ_DWORD'] : numbers.map((n) => n.kind);
  if (TEMPLATES.some(({ kind, text }) => !known.includes(kind) && couldBe(parts, text))) {
    context.approximate('narrower', elasticCodes['elastic-registry-number']());
  }
  const mixed = p.kind === 'string' && couldBeDecimal(parts);
  ways.push(mixed ? ofText(p, typeField, numberTypes) : p);
  return ways.length === 1 ? ways[0]! : { kind: 'or', operands: ways, span };
}

/**
 * The data of a value whose type is a string. Agents keep a number in decimal, or in hexadecimal, and
 * Sysmon writes neither.
 * https://www.elastic.co/docs/reference/ecs/ecs-registry
 */
export function ofRegistryText(p: FieldPredicate, typeField: string): Expression {
  switch (p.kind) {
    case 'string':
      return isPresence(p) || !couldBeDecimal(p.pattern) ? p : ofText(p, typeField, NUMBER_TYPES);
    case 'regex':
    case 'number':
    case 'compare':
      return ofText(p, typeField, NUMBER_TYPES);
    default:
      return p;
  }
}

/** What is asked, of data whose type is none of these. */
function ofText(p: FieldPredicate, typeField: string, types: readonly string[]): Expression {
  const { span } = p;
  const isNumber = typeIn(p, typeField, types);
  return { kind: 'and', operands: [p, { kind: 'not', operand: isNumber, span }], span };
}

function typeIn(
  { field, span }: FieldPredicate,
  text: string,
  types: readonly string[],
): Expression {
  const options = types.map(
    (name) =>
      ({ kind: 'string', field: { ...field, text }, pattern: [name], cased: true, span }) as const,
  );
  return options.length === 1
    ? options[0]!
    : { kind: 'one-of', field: { ...field, text }, options, span };
}

/** As Windows calls them, and as the Sysmon modules do. */
const NUMBER_TYPES = ['REG_DWORD', 'REG_QWORD', 'SZ_DWORD', 'SZ_QWORD'];

/** What Sysmon writes, in lower case, with `h` for any hexadecimal digit, and the name of its type. */
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
  if (matchesPattern(parts, `DWORD (0x${digits})`, cased))
    return [{ kind: 'SZ_DWORD', decimal: String(high) }];
  if (more === undefined || !matchesPattern(parts, `QWORD (0x${digits}-0x${more})`, cased))
    return [];
  return [{ kind: 'SZ_QWORD', decimal: String((high << 8n) + BigInt(`0x${more}`)) }];
}

function isEveryDword(parts: StringPattern, cased: boolean): boolean {
  const shape = shapeOf(parts);
  if (shape.shape !== 'startswith') return false;
  const begins = (text: string): boolean =>
    text.startsWith(cased ? shape.text : shape.text.toLowerCase());
  return begins(cased ? 'DWORD (0x' : 'dword (0x');
}

/** Whether some string of a template may contain all strings of a pattern. */
function couldBe(parts: StringPattern, template: string): boolean {
  return parts.every((part, i) => {
    if (typeof part !== 'string') return true;
    const latest = template.length - part.length;
    const from = i === parts.length - 1 ? latest : 0;
    const to = i === 0 ? 0 : latest;
    for (let at = Math.max(0, from); at <= to; at++) {
      if (agrees(part.toLowerCase(), template.slice(at))) return true;
    }
    return false;
  });
}

function agrees(text: string, template: string): boolean {
  return [...text].every((c, i) => (template[i] === 'h' ? /[0-9a-f]/.test(c) : template[i] === c));
}

function couldBeDecimal(parts: StringPattern): boolean {
  return parts.every((part) => typeof part !== 'string' || /^\d+$/.test(part));
}

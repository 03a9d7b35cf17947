import { matchesPattern } from '../../model/patterns/matches-pattern.js';
import { literalText, shapeOf } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { requiredPattern } from '../../model/regex/required-pattern.js';
import type { Expression, FieldPredicate } from '../../predicate/predicate.js';
import type { PredicateContext } from '../dialect/context.js';
import { elasticCodes } from './codes.js';
import { isAbsent, isPresence } from './fields.js';

/** What numbers are called in the field of the types, and how those of 64 bits are kept by each. */
interface Agents {
  readonly dword: readonly string[];
  readonly qword: readonly (readonly [type: string, highBits: bigint])[];
}

/**
 * The modules for Sysmon's events: of a QWORD they move the high part by 8 bits.
 * https://github.com/elastic/integrations/tree/main/packages/windows/data_stream/sysmon_operational
 * https://github.com/elastic/beats/blob/main/x-pack/winlogbeat/module/sysmon/ingest/sysmon.yml
 */
export const SYSMON_MODULES: Agents = { dword: ['SZ_DWORD'], qword: [['SZ_QWORD', 8n]] };

/**
 * These, and what keeps to the schema, such as Elastic Defend: the types of Windows, and decimals.
 * https://www.elastic.co/docs/reference/ecs/ecs-registry
 * https://github.com/elastic/endpoint-package/blob/main/package/endpoint/data_stream/registry/sample_event.json
 */
export const ANY_AGENT: Agents = {
  dword: ['REG_DWORD', ...SYSMON_MODULES.dword],
  qword: [['REG_QWORD', 32n], ...SYSMON_MODULES.qword],
};

/**
 * What is asked of Sysmon's text of a registry value's data, asked of what Elastic's agents keep of it:
 * strings as they are, and numbers in decimal, with their types in a field beside it.
 *
 * @param p asks it of the field of strings
 * @param typeField the field of the types
 */
export function ofRegistryData(
  p: FieldPredicate,
  typeField: string,
  agents: Agents,
  context: PredicateContext,
): Expression {
  const { span } = p;
  const numberTypes = [...agents.dword, ...agents.qword.map(([type]) => type)];
  if (p.kind === 'number' || p.kind === 'compare') return ofText(p, typeField, numberTypes);
  if ((p.kind !== 'string' && p.kind !== 'regex') || isPresence(p)) return p;
  if (isAbsent(p, context.query.placement.columns.get(p.field.text) ?? null)) return p;
  const parts = p.kind === 'string' ? p.pattern : requiredPattern(p.regex.ast);
  const cased = p.kind === 'string' && p.cased;
  const numbers = p.kind === 'string' ? numbersIn(parts, agents, cased) : [];
  const ways = numbers.map(({ types, decimal }): Expression => {
    const { field } = p;
    const equal = { kind: 'string', field, pattern: [decimal], cased: false, span } as const;
    return { kind: 'and', operands: [typeIn(p, typeField, types), equal], span };
  });
  if (ways.length > 0 && literalText(parts) !== null) return anyOf(ways, p);
  const dwords = p.kind === 'string' && isEveryDword(parts, cased);
  if (dwords) ways.push(typeIn(p, typeField, agents.dword));
  const known = dwords ? ['dword'] : numbers.map((n) => n.kind);
  if (TEMPLATES.some(({ kind, text }) => !known.includes(kind) && couldBe(parts, text))) {
    context.approximate('narrower', elasticCodes['elastic-registry-number']());
  }
  const mixed = p.kind === 'regex' || couldBeDecimal(parts);
  ways.push(mixed ? ofText(p, typeField, numberTypes) : p);
  return anyOf(ways, p);
}

function anyOf(ways: readonly Expression[], { span }: FieldPredicate): Expression {
  return ways.length === 1 ? ways[0]! : { kind: 'or', operands: ways, span };
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
  const of = { ...field, text };
  const options = types.map(
    (name) => ({ kind: 'string', field: of, pattern: [name], cased: true, span }) as const,
  );
  return options.length === 1 ? options[0]! : { kind: 'one-of', field: of, options, span };
}

/** What Sysmon writes, in lower case, with `h` for any hexadecimal digit. */
const TEMPLATES = [
  { kind: 'dword', text: 'dword (0xhhhhhhhh)' },
  { kind: 'qword', text: 'qword (0xhhhhhhhh-0xhhhhhhhh)' },
] as const;

interface RegistryNumber {
  readonly kind: (typeof TEMPLATES)[number]['kind'];
  readonly types: readonly string[];
  readonly decimal: string;
}

/** Numbers of which a pattern names all digits, as the agents keep them. */
function numbersIn(
  parts: StringPattern,
  agents: Agents,
  cased: boolean,
): readonly RegistryNumber[] {
  const texts = parts.filter((part) => typeof part === 'string');
  const [digits, more] = texts.flatMap((text) => text.match(/[0-9a-f]{8}/gi) ?? []);
  if (digits === undefined) return [];
  const high = BigInt(`0x${digits}`);
  if (matchesPattern(parts, `DWORD (0x${digits})`, cased)) {
    return [{ kind: 'dword', types: agents.dword, decimal: String(high) }];
  }
  if (more === undefined || !matchesPattern(parts, `QWORD (0x${digits}-0x${more})`, cased))
    return [];
  return agents.qword.map(([type, bits]) => {
    return { kind: 'qword', types: [type], decimal: String((high << bits) + BigInt(`0x${more}`)) };
  });
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

import type { YamlScalar } from './node.js';

const INTEGER = /^[-+]?[0-9]+$/;
const OCTAL = /^0o[0-7]+$/;
const HEXADECIMAL = /^0x[0-9a-fA-F]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/**
 * What an unquoted scalar means under YAML 1.2's core schema. `yes`, `no`, `on` and `off` are
 * strings there. An integer that a double cannot hold becomes a bigint. Unlike there, `.inf` and
 * `.nan` stay strings: in a rule the first is a file extension, and no event holds an infinity.
 * https://yaml.org/spec/1.2.2/#103-core-schema
 */
export function resolvePlain(text: string): YamlScalar['value'] {
  // Most values are words: one look at the first character settles those.
  switch (text.charCodeAt(0)) {
    case 0x7e: // ~
      return text === '~' ? null : text;
    case 0x6e: // n
    case 0x4e: // N
      return text === 'null' || text === 'Null' || text === 'NULL' ? null : text;
    case 0x74: // t
    case 0x54: // T
      return text === 'true' || text === 'True' || text === 'TRUE' ? true : text;
    case 0x66: // f
    case 0x46: // F
      return text === 'false' || text === 'False' || text === 'FALSE' ? false : text;
    case 0x2b: // +
    case 0x2d: // -
    case 0x2e: // .
    case 0x30:
    case 0x31:
    case 0x32:
    case 0x33:
    case 0x34:
    case 0x35:
    case 0x36:
    case 0x37:
    case 0x38:
    case 0x39:
      return resolveNumber(text);
    default:
      return text === '' ? null : text;
  }
}

function resolveNumber(text: string): number | bigint | string {
  if (INTEGER.test(text)) return toInteger(text);
  if (FLOAT.test(text)) return Number(text);
  if (OCTAL.test(text) || HEXADECIMAL.test(text)) return toInteger(text);
  return text;
}

function toInteger(text: string): number | bigint {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return number;
  return text[0] === '-' ? -BigInt(text.slice(1)) : BigInt(text.replace(/^\+/, ''));
}

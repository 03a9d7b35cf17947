import type { NumberLiteral } from '../value.js';

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** A number in plain decimal: no exponent, no leading zeros, no trailing fraction zeros; or null. */
export function canonicalDecimal(text: string): string | null {
  if (/^[+-]?\d{1,15}$/.test(text)) return String(Number(text) || 0);
  if (/^0x[\da-f]{1,400}$/i.test(text) || /^0o[0-7]{1,400}$/i.test(text))
    return String(BigInt(text));
  if (text.length > 1_000) return null;
  const found = DECIMAL.exec(text);
  if (!found) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = found;
  if (whole + fraction === '') return null;
  let digits = whole + fraction;
  let point = whole.length + Number(exponent);
  if (point < 0) {
    digits = '0'.repeat(-point) + digits;
    point = 0;
  }
  digits = digits.padEnd(point, '0');
  const integer = BigInt(digits.slice(0, point) || '0').toString();
  const rest = digits.slice(point).replace(/0+$/, '');
  const unsigned = rest === '' ? integer : `${integer}.${rest}`;
  return sign === '-' && unsigned !== '0' ? `-${unsigned}` : unsigned;
}

export function numberLiteral(source: string): NumberLiteral | null {
  const decimal = canonicalDecimal(source);
  return decimal === null ? null : { source, decimal };
}

/**
 * Python's `%` operator on strings, with the values in order.
 * https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting
 * @param string how a value is written
 */
export function printf(
  format: string,
  values: readonly unknown[],
  string: (value: unknown) => string,
): string {
  let next = 0;
  return format.replace(CONVERSION, (whole, flags: string, width: string, precision, type) => {
    if (whole === '%%') return '%';
    const write = WRITERS[type as string];
    if (write === undefined) throw new Error(`\`${whole}\` is not supported in a format string`);
    if (next >= values.length) throw new Error(`\`${format}\` needs more values`);
    const value = values[next++];
    const digits = precision === undefined ? null : Math.min(Number(precision), MOST);
    const text = write(type === 's' ? string(value) : Number(value), digits);
    const signed = flags.includes('+') && type !== 's' && !text.startsWith('-') ? `+${text}` : text;
    const length = Math.min(Number(width || 0), MOST);
    if (flags.includes('-')) return signed.padEnd(length);
    if (!flags.includes('0') || type === 's') return signed.padStart(length);
    const [, sign, rest] = /^([-+]?)(.*)$/s.exec(signed)!;
    return sign! + rest!.padStart(length - sign!.length, '0');
  });
}

/** Of a width or a precision: longer strings would be made of nothing. */
const MOST = 100;

const CONVERSION = /%([-+0 #]*)(\d*)(?:\.(\d+))?(.)/gs;

type Writer = (value: string | number, precision: number | null) => string;

const whole: Writer = (value) => {
  const number = Math.trunc(value as number);
  if (Number.isNaN(number)) throw new Error('a number is needed in a format string');
  return String(number);
};
const inBase =
  (base: number): Writer =>
  (value) =>
    Math.trunc(value as number).toString(base);

const WRITERS: Readonly<Record<string, Writer>> = {
  s: (value, precision) => (precision === null ? String(value) : String(value).slice(0, precision)),
  d: whole,
  i: whole,
  f: (value, precision) => (value as number).toFixed(precision ?? 6),
  x: inBase(16),
  X: (value) => inBase(16)(value, null).toUpperCase(),
  o: inBase(8),
};

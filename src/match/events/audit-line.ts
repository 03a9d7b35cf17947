import type { JsonObject } from '../../source/json.js';

/** How a record of the Linux audit system begins, in audit.log and as `ausearch --raw` prints it. */
export const AUDIT_LINE =
  /^(?:node=(?<node>\S+) )?type=(?<type>\S+) msg=audit\((?<time>\d+\.\d+):\d+\): ?(?<fields>.*)$/s;

/**
 * A record of auditd as an event, by the names that it gives its fields; null if it is none.
 * @see https://github.com/linux-audit/audit-documentation/wiki/SPEC-Writing-Good-Events
 */
export function eventOfAuditLine(line: string): JsonObject | null {
  const parts = AUDIT_LINE.exec(line)?.groups;
  if (!parts) return null;
  const { node, type, time, fields } = parts as { node?: string } & Record<
    'type' | 'time' | 'fields',
    string
  >;
  const values = new Map<string, string[]>([
    ['type', [type]],
    ['timestamp', [time]],
  ]);
  if (node !== undefined) values.set('node', [node]);
  const [record = '', enriched = ''] = fields.split('\x1d');
  // What a program says is in quotation marks of its own, and may have those of a shell within them.
  const said = /\bmsg='(.*)'/s.exec(record);
  if (said) values.set('msg', [said[1]!]);
  for (const text of [said ? record.replace(said[0], '') : record, said?.[1] ?? '', enriched]) {
    for (const [, name, quoted, bare] of text.matchAll(FIELD)) {
      const value = quoted ?? (isEncoded(name!, type) ? decoded(bare!) : bare!);
      const known = values.get(name!);
      if (known) known.push(value);
      else values.set(name!, [value]);
    }
  }
  // The number of a call and its name, if log_format is ENRICHED.
  const call = values.get('SYSCALL');
  if (call) values.set('syscall', [...(values.get('syscall') ?? []), ...call]);
  const json = [...values].map(([name, all]) => [name, all.length === 1 ? all[0]! : all] as const);
  return Object.fromEntries(json);
}

const FIELD = /(?<![^\s,])([\w-]+(?:\[\d+\])?)=(?:"([^"]*)"|([^\s"]*))/g;

/**
 * Fields that are in hexadecimal unless they are in quotation marks.
 * https://github.com/linux-audit/audit-documentation/blob/main/specs/fields/field-dictionary.csv
 */
const ENCODED = new Set(
  'acct cmd comm cwd data dir exe file key name new old path proctitle saddr_path vm watch'.split(
    ' ',
  ),
);

function isEncoded(name: string, type: string): boolean {
  return type === 'EXECVE' ? /^a\d+(?:\[\d+\])?$/.test(name) : ENCODED.has(name);
}

/** NUL divides the arguments of a `proctitle`. */
function decoded(value: string): string {
  if (!/^(?:[\dA-F]{2})+$/.test(value)) return value;
  const bytes = Uint8Array.from(value.match(/../g)!, (b) => parseInt(b, 16));
  return new TextDecoder().decode(bytes).replace(/\0+$/, '').replaceAll('\0', ' ');
}

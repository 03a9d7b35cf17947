import type { StoredEvent } from './renamed.js';

/** What sudo logs of a command, with the values of some of its fields; null where a value cannot be in it. */
export function sudoLine(parts: StoredEvent['packed']): string | null {
  const fields = new Map([['TTY', 'pts/0']]);
  for (const { key, name, value } of parts) {
    const text = String(value ?? '');
    // Sudo writes one line, and what ends a field is in none.
    if (/[\n\r\u2028\u2029]| ;/.test(text)) return null;
    fields.set(key ?? name, text);
  }
  const command = fields.get('COMMAND') ?? '/bin/true';
  fields.delete('COMMAND');
  const before = [...fields].map(([field, text]) => `${field}=${text}`);
  return `alice : ${[...before, `COMMAND=${command}`].join(' ; ')}`;
}

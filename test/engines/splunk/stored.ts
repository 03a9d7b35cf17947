import { MatchEvent, textOf } from '../../../src/match/event.js';

type Json = Readonly<Record<string, unknown>>;

/** A field that a search reads out of another; a pipeline's state `columns` has them by name. */
interface Column {
  readonly as: string;
  readonly of: string;
  readonly key: string;
}

/**
 * The event as Splunk has it where such fields stand in XML or in JSON, and not by themselves; null
 * where one cannot stand there.
 */
export function stored(event: MatchEvent, columns: unknown): MatchEvent | null {
  const read = Object.entries((columns ?? {}) as Readonly<Record<string, Column>>);
  const names = new Set(read.map(([name]) => name));
  const fields = Object.entries(event.json).filter(([name]) => !names.has(name));
  const xml = new Map<string, string>();
  const json = new Map<string, Json>();
  for (const [name, { as, of, key }] of read) {
    const values = event.field(name) ?? [];
    const texts = values.flatMap((v) => textOf(v) ?? []);
    if (texts.length < values.length) return null;
    if (texts.length === 0) continue;
    if (as === 'json') {
      const value = nested(key, texts);
      if (!value) return null;
      json.set(of, { ...json.get(of), ...value });
    } else {
      if (texts.some((t) => t.includes('<'))) return null;
      xml.set(of, `${xml.get(of) ?? ''}${texts.map((t) => element(as, key, t)).join('')}`);
    }
  }
  const documents = [...json].map(([of, value]) => [of, JSON.stringify(value)] as const);
  return new MatchEvent(Object.fromEntries([...fields, ...xml, ...documents]));
}

function element(as: string, key: string, text: string): string {
  switch (as) {
    case 'xml-data':
      return `<Data Name='${key}'>${text}</Data>`;
    case 'xml-text':
      return `<Data>${text}</Data>`;
    case 'xml-element':
      return `<${key}>${text}</${key}>`;
    default:
      throw new TypeError(`no such reading: ${as}`);
  }
}

/** Several texts need an array on their way, which `{}` stands for: `a{}.b`. */
function nested(path: string, texts: readonly string[]): Json | null {
  const [step = '', ...rest] = path.split('.');
  const name = step.replace(/\{\}$/, '');
  const within = (some: readonly string[]): unknown =>
    rest.length > 0 ? nested(rest.join('.'), some) : some.length === 1 ? some[0] : null;
  const value = name === step ? within(texts) : texts.map((t) => within([t]));
  return value === null ? null : { [name]: value };
}

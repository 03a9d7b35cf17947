/**
 * How a field is indexed.
 * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/field-data-types
 */
export const FIELD_TYPES = [
  'keyword',
  'wildcard',
  'constant_keyword',
  'flattened',
  'text',
  'match_only_text',
  'ip',
  'boolean',
  'date',
  'byte',
  'short',
  'integer',
  'long',
  'unsigned_long',
  'half_float',
  'float',
  'double',
  'scaled_float',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

/** What a word of a text field is. */
export type Words =
  /** As Unicode divides text: the standard analyzer. */
  | 'standard'
  /** Letters, digits, underscores and dashes: what Elastic indexes PowerShell's scripts by. */
  | 'dashed';

export interface Column {
  readonly type: FieldType;
  /** It has a subfield `.caseless`, which is lower-cased. */
  readonly caseless: boolean;
  /** Its texts are all in lower case. */
  readonly lower: boolean;
  /** Texts that are left out: an event that holds one has no such field. */
  readonly absent: readonly string[];
  readonly words: Words;
}

/** A field that is read out of others. */
export interface Reading {
  readonly as: string;
  readonly of: string;
  readonly key: string;
}

/** What a pipeline knows of the fields of a rule, by their names. */
export interface Columns {
  readonly columns: ReadonlyMap<string, Column>;
  readonly readings: ReadonlyMap<string, Reading>;
  /** What is not understood of it. */
  readonly wrong: ReadonlyMap<string, string>;
}

const FLAGS = ['caseless', 'lower'] as const;

/** The state `columns`: a type, or a map of `type`, `caseless`, `lower`, `absent` and `words`. */
export function columnsOf(state: unknown): Columns {
  const columns = new Map<string, Column>();
  const readings = new Map<string, Reading>();
  const wrong = new Map<string, string>();
  if (state === null || typeof state !== 'object') return { columns, readings, wrong };
  for (const [name, value] of Object.entries(state)) {
    const given: unknown = value;
    const settings = typeof given === 'object' && given !== null ? given : { type: given };
    if ('as' in settings) readings.set(name, settings as unknown as Reading);
    else {
      const column = columnOf(settings as Readonly<Record<string, unknown>>);
      if (typeof column === 'string') wrong.set(name, column);
      else columns.set(name, column);
    }
  }
  return { columns, readings, wrong };
}

/** The column, or what is wrong with it. */
function columnOf(settings: Readonly<Record<string, unknown>>): Column | string {
  const { type, absent = [], words = 'standard', ...flags } = settings;
  const known = FIELD_TYPES.find((t) => t === type);
  if (!known) return `the type ${JSON.stringify(type)}; there are: ${FIELD_TYPES.join(', ')}`;
  for (const [key, value] of Object.entries(flags)) {
    if (!FLAGS.some((f) => f === key)) return `the key ${JSON.stringify(key)}`;
    if (typeof value !== 'boolean') return `${key}: ${JSON.stringify(value)}`;
  }
  if (words !== 'standard' && words !== 'dashed') return `words: ${JSON.stringify(words)}`;
  if (!Array.isArray(absent)) return `absent: ${JSON.stringify(absent)}`;
  return {
    type: known,
    caseless: flags['caseless'] === true,
    lower: flags['lower'] === true,
    absent: absent.map((text) => String(text)),
    words,
  };
}

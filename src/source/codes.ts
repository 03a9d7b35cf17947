import type { Severity } from './severity.js';

/** What a diagnostic code means. A slot is a name in braces: `{field}`. */
export interface CodeEntry {
  /** The severity unless the caller overrides it; strict conversion makes approximations errors. */
  readonly severity: Severity;
  /** One or two sentences: what is wrong, then what to do. */
  readonly message: string;
  /** A further way to resolve it, printed on a line of its own. */
  readonly help?: string;
  /** The version that first reported it. */
  readonly since: string;
}

/** A code with its slots filled in, not yet tied to a place in a file. */
export interface Finding<S extends Severity = Severity> {
  readonly code: string;
  readonly severity: S;
  readonly message: string;
  readonly help?: string;
}

type SlotsIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | SlotsIn<Rest>
  : never;

type HelpOf<E extends CodeEntry> = E extends { readonly help: infer H extends string } ? H : '';

type SlotsOf<E extends CodeEntry> = SlotsIn<E['message']> | SlotsIn<HelpOf<E>>;

type Fill<E extends CodeEntry> = [SlotsOf<E>] extends [never]
  ? () => Finding<E['severity']>
  : (slots: Readonly<Record<SlotsOf<E>, string | number>>) => Finding<E['severity']>;

/** A table of codes, each as a function that fills its slots. */
export type Codes<T extends Readonly<Record<string, CodeEntry>>> = {
  readonly [C in keyof T]: Fill<T[C]>;
};

/** A plugin's table is made by another copy of this module, so the key is shared by its name. */
const TABLE = Symbol.for('sigmaql.codes');

/**
 * Makes a table of codes callable: `codes['unknown-field']({ field })` gives a `Finding`, which
 * `diagnostic` and a backend's report take. The types check that a call fills every slot. A literal
 * brace in a message must come in through a slot.
 */
export function defineCodes<const T extends Readonly<Record<string, CodeEntry>>>(
  table: T,
): Codes<T> {
  const codes: Record<string, (slots?: Slots) => Finding> = {};
  for (const code of Object.keys(table)) codes[code] = filler(code, table[code]!);
  Object.defineProperty(codes, TABLE, { value: table });
  return codes as unknown as Codes<T>;
}

/** The table that some codes were made from. */
export function entriesOf(codes: object): Readonly<Record<string, CodeEntry>> {
  return (codes as { readonly [TABLE]?: Readonly<Record<string, CodeEntry>> })[TABLE] ?? {};
}

type Slots = Readonly<Record<string, string | number>>;

function filler(code: string, { severity, message, help }: CodeEntry): (slots?: Slots) => Finding {
  // A run reports thousands of findings of a few codes.
  let ofMessage: Template | null = null;
  let ofHelp: Template | null = null;
  return (slots = {}) => {
    const filled = fill((ofMessage ??= templateOf(message)), slots);
    if (help === undefined) return { code, severity, message: filled };
    return { code, severity, message: filled, help: fill((ofHelp ??= templateOf(help)), slots) };
  };
}

/** Text and names of slots in turn. */
type Template = readonly string[];

function templateOf(text: string): Template {
  return text.split(/\{(\w+)\}/);
}

function fill(parts: Template, slots: Slots): string {
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i]!;
    text += Object.hasOwn(slots, name) ? slots[name]! : `{${name}}`;
    text += parts[i + 1]!;
  }
  return text;
}

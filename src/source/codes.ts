import type { Severity } from './diagnostic.js';

/** What a diagnostic code stands for. A slot is a name in braces: `{field}`. */
export interface CodeEntry {
  /** What it is where nothing else decides; of an approximation, `--strict` makes it an error. */
  readonly severity: Severity;
  /** One or two sentences: what is wrong, then what to do. */
  readonly message: string;
  /** A further way out, said after the message where there is room. */
  readonly help?: string;
  /** The version that first reported it. */
  readonly since: string;
}

/** A code with its slots filled in: what is to be said, wherever it is said. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
}

type SlotsIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | SlotsIn<Rest>
  : never;

type HelpOf<E extends CodeEntry> = E extends { readonly help: infer H extends string } ? H : '';

type SlotsOf<E extends CodeEntry> = SlotsIn<E['message']> | SlotsIn<HelpOf<E>>;

type Fill<E extends CodeEntry> = [SlotsOf<E>] extends [never]
  ? () => Finding
  : (slots: Readonly<Record<SlotsOf<E>, string | number>>) => Finding;

/** A table of codes, each as a function that fills its slots. */
export type Codes<T extends Readonly<Record<string, CodeEntry>>> = {
  readonly [C in keyof T]: Fill<T[C]>;
};

const tableOf = new WeakMap<object, Readonly<Record<string, CodeEntry>>>();

/**
 * Makes a table of codes usable: `codes['unknown-field']({ field })` is a `Finding`, which
 * `diagnostic` and a backend's report take. The types hold a call to the slots of its message.
 * A literal brace in a message comes in through a slot.
 */
export function defineCodes<const T extends Readonly<Record<string, CodeEntry>>>(
  table: T,
): Codes<T> {
  const codes = Object.fromEntries(
    Object.entries(table).map(([code, entry]) => [
      code,
      (slots: Readonly<Record<string, string | number>> = {}): Finding => {
        const { severity, message, help } = entry;
        return {
          code,
          severity,
          message: fill(message, slots),
          ...(help === undefined ? {} : { help: fill(help, slots) }),
        };
      },
    ]),
  ) as unknown as Codes<T>;
  tableOf.set(codes, table);
  return codes;
}

/** The table that some codes were made from. */
export function entriesOf(codes: object): Readonly<Record<string, CodeEntry>> {
  return tableOf.get(codes) ?? {};
}

function fill(template: string, slots: Readonly<Record<string, string | number>>): string {
  if (!template.includes('{')) return template;
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(slots, name) ? String(slots[name]) : whole,
  );
}

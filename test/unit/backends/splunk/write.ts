import { splunk } from '../../../../backends/splunk/index.js';
import { print, searchOf, UNMAPPED } from '../../../../src/backend/index.js';
import type {
  Expression,
  Network,
  Placement,
  Predicate,
  Report,
} from '../../../../src/backend/index.js';
import { simplify } from '../../../../src/predicate/simplify/simplify.js';
import { name, span } from '../../predicate/build.js';

export interface Written {
  readonly text: string;
  /** `code direction`, `refused code` or `note code`, in order. */
  readonly said: readonly string[];
}

export function write(
  rule: Expression,
  options: Readonly<Record<string, string>> = {},
  width = 100,
  placement: Partial<Placement> = {},
): Written {
  const said: string[] = [];
  const report: Report = {
    approximate: (direction, polarity, { code }) => said.push(`${code} ${direction} ${polarity}`),
    limit: ({ code }) => said.push(`limit ${code}`),
    refuse: ({ code }) => said.push(`refused ${code}`),
    note: ({ code }) => said.push(`note ${code}`),
  };
  const doc = splunk.emit(
    {
      rule: {} as never,
      id: '',
      plan: searchOf(simplify(rule, splunk.simplify), { placement: { ...UNMAPPED, ...placement } }),
      options: { search: 'auto', index: '', ...options },
    },
    report,
  );
  return { text: print(doc, { width, compact: false }).text, said };
}

export function spl(rule: Expression, options: Readonly<Record<string, string>> = {}): string {
  const written = write(rule, options);
  if (written.said.length > 0) throw new Error(written.said.join(', '));
  return written.text;
}

type Bare<K extends Predicate['kind']> = Omit<
  Extract<Predicate, { kind: K }>,
  'kind' | 'span' | 'field'
>;

export function ask<K extends Predicate['kind']>(
  kind: K,
  field: string,
  rest: Bare<K>,
): Expression {
  return { kind, field: name(field), span, ...rest } as unknown as Expression;
}

export function number(source: string, decimal = source) {
  return { source, decimal };
}

export function network(text: string): Network {
  return { version: text.includes(':') ? 6 : 4, address: 0n, prefix: 8, text };
}

import { kql } from '../../../../backends/kql/index.js';
import { print, searchOf } from '../../../../src/backend/index.js';
import type {
  Expression,
  FieldPredicate,
  KeywordPredicate,
  Network,
  Report,
} from '../../../../src/backend/index.js';
import { simplify } from '../../../../src/predicate/simplify/simplify.js';
import { asQuery, parseKql } from '../../../engines/kql/parser.js';
import { name, span } from '../../predicate/build.js';

export interface Written {
  readonly text: string;
  /** `code effect`, `refused code` or `note code`, in order. */
  readonly said: readonly string[];
}

/** Writes a tree; Microsoft's parser must take whatever comes out. */
export function write(
  rule: Expression,
  options: Readonly<Record<string, string>> = {},
  layout: { readonly width?: number; readonly compact?: boolean; readonly format?: string } = {},
): Written {
  const said: string[] = [];
  const report: Report = {
    approximate: (direction, polarity, { code }) => {
      const wider = (direction === 'wider') === (polarity === 'positive');
      said.push(`${code} ${wider ? 'wider' : 'narrower'}`);
    },
    limit: ({ code }) => said.push(`limit ${code}`),
    refuse: ({ code }) => said.push(`refused ${code}`),
    note: ({ code }) => {
      if (code !== 'kql-no-table') said.push(`note ${code}`);
    },
  };
  const { format = 'query', width = 100, compact = false } = layout;
  const request = {
    rule: { logsource: { span } } as never,
    id: '',
    plan: searchOf(simplify(rule, kql.simplify)),
    options: { table: '', columns: '', dots: 'path', ...options },
    format,
  };
  const { text } = print(kql.emit(request, report), { width, compact });
  const bare = !options['table'] || format === 'predicate';
  const errors = parseKql(bare ? asQuery(text) : text);
  if (errors.length > 0) throw new SyntaxError(`${errors.join('; ')}\n${text}`);
  return { text, said };
}

/** The text alone, of what can be said exactly. */
export function exactly(rule: Expression, columns = '', dots = 'path'): string {
  const { text, said } = write(rule, { columns, dots });
  const doubts = said.filter((s) => !s.startsWith('note '));
  if (doubts.length > 0) throw new Error(`${doubts.join(', ')}\n${text}`);
  return text;
}

type Bare<K extends FieldPredicate['kind']> = Omit<
  Extract<FieldPredicate, { kind: K }>,
  'kind' | 'span' | 'field'
>;

export function ask<K extends FieldPredicate['kind']>(
  kind: K,
  field: string,
  rest: Bare<K>,
): Extract<FieldPredicate, { kind: K }> {
  const asked: unknown = { kind, field: name(field), span, ...rest };
  return asked as Extract<FieldPredicate, { kind: K }>;
}

export function keyword(search: KeywordPredicate['search']): KeywordPredicate {
  return { kind: 'keyword', search, span };
}

export function number(source: string, decimal = source): { source: string; decimal: string } {
  return { source, decimal };
}

export function network(
  version: 4 | 6,
  address: bigint,
  prefix: number,
  text: string,
): { network: Network } {
  return { network: { version, address, prefix, text } };
}

import type { Rule } from '../../../src/model/rule.js';
import { applyPipelines } from '../../../src/pipeline/apply.js';
import { describeRule } from '../../../src/pipeline/describe.js';
import { loadPipeline } from '../../../src/pipeline/load.js';
import { columnsIn } from './placed.js';
import type { Tables } from '../../../src/store/tables.js';
import { readLibrary } from '../../support/read-library.js';

export function ruleOf(logsource: string, detection: string): Rule {
  const text = `title: t\nlogsource: ${logsource}\ndetection:\n${detection}`;
  const library = readLibrary(text, { path: 'r.yml' });
  const [item] = library.documents;
  if (item?.content?.kind !== 'rule') throw new Error(text);
  return item.content;
}

/** Tables by name, each with its columns: `{ T: 'A:string B:int' }`. */
export function tablesOf(columns: Readonly<Record<string, string>>): Tables {
  const tables = new Map(
    Object.entries(columns).map(([table, text]) => {
      const pairs = text.split(' ').map((c) => c.split(':') as [string, string]);
      return [table, new Map(pairs)];
    }),
  );
  return { columns: (table) => tables.get(table), names: () => tables.keys() };
}

export interface Through {
  /** The rule's parts as they came out, one a line. */
  readonly parts: readonly string[];
  readonly tables: readonly string[];
  readonly columns: Readonly<Record<string, unknown>>;
  readonly messages: readonly string[];
  readonly refused: boolean;
}

/** What sources make of a rule. */
export function through(
  sources: string,
  rule: Rule,
  {
    tables = tablesOf({}),
    tablesChosen = [],
  }: { readonly tables?: Tables; readonly tablesChosen?: readonly string[] } = {},
): Through {
  const { pipeline, diagnostics } = loadPipeline(`name: p\nsources:\n${sources}`, {
    path: 'p.yml',
  });
  if (!pipeline) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  const [made] = applyPipelines(rule, [pipeline], {
    target: { name: 'kql' },
    tables,
    tablesChosen,
  });
  return {
    parts: describeRule(made.rule),
    tables: made.placement.tables,
    columns: columnsIn(made.placement),
    messages: made.diagnostics.map((d) => d.message),
    refused: made.diagnostics.some((d) => d.severity === 'error'),
  };
}

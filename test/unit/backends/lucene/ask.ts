import { lucene } from '../../../../backends/lucene/index.js';
import type { Backend } from '../../../../src/backend/contract.js';
import { convert } from '../../../../src/convert/index.js';
import { loadPipeline } from '../../../../src/pipeline/load.js';
import { readLibrary } from '../../../support/read-library.js';

export interface Answer {
  readonly query: string | null;
  /** `code` of a note, `code wider` or `code narrower`, `refused code`; in order. */
  readonly said: readonly string[];
}

/**
 * What a rule of one identifier `s` becomes where fields are kept as `source` says: its `types`,
 * `fields`, `keywords` and so on.
 */
export function ask(
  source: Readonly<Record<string, unknown>>,
  detection: unknown,
  { condition = 's', ...options }: Readonly<Record<string, string>> = {},
  backend: Backend = lucene,
): Answer {
  const { pipeline, diagnostics } = loadPipeline(
    JSON.stringify({
      name: 'p',
      sources: [{ name: 'a log', logsource: {}, others: 'keep', ...source }],
    }),
    { path: 'p.yml' },
  );
  if (!pipeline) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  const rule = JSON.stringify({
    title: 't',
    logsource: { product: 'p' },
    detection: { s: detection, condition },
  });
  const [query] = convert(readLibrary(rule), {
    backend,
    pipelines: [pipeline],
    options,
    width: 10_000,
  });
  const said = query!.diagnostics
    .filter((d) => d.code !== 'source-chosen')
    .map((d) =>
      d.severity === 'error'
        ? `refused ${d.code}`
        : d.direction
          ? `${d.code} ${d.direction}`
          : d.code,
    );
  return { query: query!.text, said };
}

/** The query alone, of what is asked exactly and without a word. */
export function exactly(
  source: Readonly<Record<string, unknown>>,
  detection: unknown,
): string | null {
  const { query, said } = ask(source, detection);
  if (said.length > 0) throw new Error(`${said.join(', ')}: ${query}`);
  return query;
}

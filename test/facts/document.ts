import { assumptionOf, assumptions, checked } from './checked.js';
import type { Checked } from './checked.js';
import { STORES } from './names.js';
import type { Recording } from './recorded.js';

interface Outcome {
  readonly store: string;
  readonly recording: Pick<Recording, 'logsource'>;
  readonly agreed: number;
  readonly refused: number;
}

/** docs/facts.md, before it is laid out. */
export async function factsDocument(outcomes: readonly Outcome[]): Promise<string> {
  const all = new Map(await Promise.all(STORES.map(async (s) => [s, await checked(s)] as const)));
  const lines = [
    '# Facts',
    '',
    'The schemas in `src/schemas` are tested against vendor documentation: every table, field, type, and value that identifies a source. Written by the tests in `test/facts`.',
    '',
    '## Names',
    '',
    'Listed: in a list published by the vendor and kept with the tests. Looked up: on a page read for this purpose. Assumed: not documented by any vendor, as far as known; the reasons are below.',
    '',
    '| store | schema | names | listed | looked up | assumed |',
    '| --- | --- | --: | --: | --: | --: |',
  ];
  for (const [store, names] of all) {
    for (const [schema, own] of groups(names, (c) => c.named.schema)) {
      const counts = [
        own.length,
        ...(['listed', 'looked up', 'assumed'] as const).map(
          (basis) => own.filter((c) => basisOf(c) === basis).length,
        ),
      ];
      lines.push(`| ${store} | ${schema} | ${counts.join(' | ')} |`);
    }
  }
  lines.push(
    '',
    '## Recordings',
    '',
    `${outcomes.length} events, each modelled on one that its vendor recorded. Each field of an event has a rule: it matches the event as the product writes it, and its query finds the event as Splunk's add-on or Elastic's integration stores it. Where the vendor's own recordings lie beside the project, the same is tested with them.`,
    '',
    '| store | log source | events | fields that agree | fields that the schema lacks |',
    '| --- | --- | --: | --: | --: |',
  );
  for (const [logsource, own] of groups(
    outcomes,
    (o) => `${o.store} | ${Object.values(o.recording.logsource).join(' ')}`,
  )) {
    const sum = (of: 'agreed' | 'refused'): number => own.reduce((n, o) => n + o[of], 0);
    lines.push(`| ${logsource} | ${own.length} | ${sum('agreed')} | ${sum('refused')} |`);
  }
  lines.push('', '## Assumed', '');
  for (const assumption of assumptions) {
    const names = new Set(
      [...all.values()]
        .flat()
        .flatMap(({ named, words }) =>
          !words && assumptionOf(named) === assumption
            ? [named.name.replace(/^(?:Xml)?WinEventLog:/, '')]
            : [],
        ),
    );
    lines.push(
      `- ${assumption.why} ${[...names]
        .sort()
        .map((n) => `\`${n}\``)
        .join(', ')}`,
    );
  }
  const pages = new Set(
    [...all.values()].flat().flatMap(({ words }) => (words ?? []).map((w) => w.page)),
  );
  lines.push('', '## Pages', '', ...[...pages].sort().map((page) => `- <${page}>`), '');
  return lines.join('\n');
}

function basisOf({ words }: Checked): 'listed' | 'looked up' | 'assumed' {
  if (!words) return 'assumed';
  return words.some((w) => w.listed) ? 'listed' : 'looked up';
}

function groups<T>(
  all: readonly T[],
  by: (one: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(by(one), [...(found.get(by(one)) ?? []), one]);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

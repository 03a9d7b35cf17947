import { COST_CLASSES, dearestOf } from '../backend/cost.js';
import type { Cost } from '../backend/cost.js';
import { convert } from '../convert/index.js';
import type { Query } from '../convert/index.js';
import { explain } from '../explain.js';
import { positionAt } from '../source/span.js';
import { visible } from '../source/visible.js';
import { commandRecord } from './terminal/hints.js';
import { jsonLine } from './terminal/json-line.js';
import { readLibrary } from './input/read-rules.js';
import { readSettings } from './settings.js';
import type { Flags } from './settings.js';
import { loadTargets, writeNotes } from './targets.js';
import { Diagnostics, flushOut, tellOut, wantsColour, writeOut } from './terminal/terminal.js';

interface ExplainFlags extends Flags {
  readonly filter?: readonly string[];
  readonly json?: boolean;
}

/** `sigmaql explain`; returns the exit status. */
export async function explainCommand(
  names: readonly string[],
  flags: ExplainFlags,
): Promise<number> {
  const settings = await readSettings(flags);
  const targets = await loadTargets(settings);
  writeNotes(targets);
  // All that is said of a query is worth reading beside it.
  const diagnostics = new Diagnostics(true, wantsColour(process.stderr));
  const library = await readLibrary(names, flags.filter, diagnostics);
  for (const { backend, pipelines, tables } of targets) {
    const queries = convert(library, {
      backend,
      options: settings.options[backend.name] ?? {},
      placeholders: settings.placeholders,
      pipelines,
      tables,
      width: 60,
      costs: true,
    });
    for (const query of queries) {
      if (flags.json) await writeOut(jsonLine(record(query)));
      else await tellOut(table(query));
      diagnostics.addAll(query.diagnostics);
    }
  }
  await flushOut();
  diagnostics.finish();
  return diagnostics.failed ? 1 : 0;
}

function record(query: Query): object {
  const { document, target, fidelity } = query;
  const { id, title } = document.heading;
  const { path } = document.span.file;
  const diagnostics = query.diagnostics.map(commandRecord);
  return { path, rule: { id, title }, target, fidelity, parts: explain(query), diagnostics };
}

interface Row {
  text: string;
  readonly costs: Cost[];
  readonly places: Map<string, string>;
}

/**
 * Each line of the query, next to what the target pays for it and the lines of the rule and its
 * filters that it expresses; last, why the dearest part is.
 */
function table(query: Query): string {
  const newRow = (): Row => ({ text: '', costs: [], places: new Map() });
  const rows = [newRow()];
  const { path: own } = query.document.span.file;
  for (const part of explain(query)) {
    part.text.split('\n').forEach((text, index) => {
      if (index > 0) rows.push(newRow());
      const row = rows[rows.length - 1]!;
      row.text += text;
      if (part.line === null || text.trim() === '') return;
      const place = part.path === own ? String(part.line) : `${part.path!}:${part.line}`;
      row.places.set(place, part.source);
      if (part.cost) row.costs.push(part.cost);
    });
  }
  const width = Math.min(72, Math.max(0, ...rows.map((r) => r.text.length)));
  const title = `${visible(query.document.heading.title ?? '')} [${query.target}, ${query.fidelity}]`;
  const isPriced = query.costs.length > 0;
  const cell = (cost: string): string => (isPriced ? `│ ${cost.padEnd(CLASS_WIDTH)} ` : '');
  const body = rows.flatMap(({ text, costs, places }) => {
    const [first, ...rest] = [...places].map(([place, source]) => visible(`${place}: ${source}`));
    const cost = cell(dearestOf(costs)?.class ?? '');
    const head = first === undefined ? text : `${text.padEnd(width)}  ${cost}│ ${first}`;
    return [head, ...rest.map((r) => `${' '.repeat(width)}  ${cell('')}│ ${r}`)];
  });
  return `${[title, ...body, ...dearest(query)].join('\n')}\n\n`;
}

const CLASS_WIDTH = Math.max(...COST_CLASSES.map((c) => c.length));

function dearest({ costs }: Query): readonly string[] {
  const found = dearestOf(costs);
  if (!found) return [];
  const { line } = positionAt(found.span.file, found.span.start);
  return [`Most expensive: line ${line} (${found.class}): ${found.why}.`];
}

import { convert } from '../convert/index.js';
import type { Query } from '../convert/index.js';
import { explain } from '../explain.js';
import { visible } from '../source/visible.js';
import { readLibrary } from './read-rules.js';
import { readSettings } from './settings.js';
import type { Flags } from './settings.js';
import { loadTargets, writeNotes } from './targets.js';
import { Diagnostics, flushOut, wantsColour, writeOut } from './terminal.js';

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
    });
    for (const query of queries) {
      const text = flags.json ? `${JSON.stringify(record(query))}\n` : table(query);
      await writeOut(text);
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
  return { path, rule: { id, title }, target, fidelity, parts: explain(query) };
}

/** Each line of the query, next to the lines of the rule and its filters that it expresses. */
function table(query: Query): string {
  const rows: { text: string; places: Map<string, string> }[] = [{ text: '', places: new Map() }];
  const { path: own } = query.document.span.file;
  for (const part of explain(query)) {
    part.text.split('\n').forEach((text, index) => {
      if (index > 0) rows.push({ text: '', places: new Map() });
      const row = rows[rows.length - 1]!;
      row.text += text;
      if (part.line === null || text.trim() === '') return;
      const place = part.path === own ? String(part.line) : `${part.path!}:${part.line}`;
      row.places.set(place, part.source);
    });
  }
  const width = Math.min(72, Math.max(0, ...rows.map((r) => r.text.length)));
  const title = `${visible(query.document.heading.title ?? '')} [${query.target}, ${query.fidelity}]`;
  const body = rows.flatMap(({ text, places }) => {
    const [first, ...rest] = [...places].map(([place, source]) => visible(`${place}: ${source}`));
    const head = first === undefined ? text : `${text.padEnd(width)}  │ ${first}`;
    return [head, ...rest.map((r) => `${' '.repeat(width)}  │ ${r}`)];
  });
  return `${title}\n${body.join('\n')}\n\n`;
}

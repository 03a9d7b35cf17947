import { convert } from '../convert/index.js';
import type { Query } from '../convert/index.js';
import { explain } from '../explain.js';
import { link } from '../model/library.js';
import { parse } from '../model/parse.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { visible } from '../source/visible.js';
import { commandFrame } from './hints.js';
import { readInput } from './read-file.js';
import { readSettings } from './settings.js';
import type { Flags } from './settings.js';
import { loadTargets, writeNotes } from './targets.js';
import { tell, wantsColour, writeOut } from './terminal.js';

/** `sigmaql explain`; returns the exit status. */
export async function explainCommand(
  path: string,
  flags: Flags & { readonly json?: boolean },
): Promise<number> {
  const settings = await readSettings(flags);
  const targets = await loadTargets(settings);
  writeNotes(targets);
  const colour = wantsColour(process.stderr);
  const input = readInput(path);
  if (!(input instanceof Uint8Array)) {
    tell(`${commandFrame(input, { colour })}\n`);
    return 1;
  }
  const library = link(parse(input, { path: path === '-' ? '<stdin>' : path }).documents);
  const report = (list: readonly Diagnostic[]): boolean => {
    for (const d of list) tell(`${commandFrame(d, { colour })}\n\n`);
    return list.some((d) => d.severity === 'error');
  };
  let failed = report(library.diagnostics);
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
      const text = flags.json
        ? `${JSON.stringify({ target: query.target, fidelity: query.fidelity, parts: explain(query) })}\n`
        : table(query);
      await writeOut(text);
      failed = report(query.diagnostics) || failed;
    }
  }
  return failed ? 1 : 0;
}

/** Each line of the query, next to the lines of the rule that it expresses. */
function table(query: Query): string {
  const rows: { text: string; lines: Map<number, string> }[] = [{ text: '', lines: new Map() }];
  for (const part of explain(query)) {
    part.text.split('\n').forEach((text, index) => {
      if (index > 0) rows.push({ text: '', lines: new Map() });
      const row = rows[rows.length - 1]!;
      row.text += text;
      if (part.line !== null && text.trim() !== '') row.lines.set(part.line, part.source);
    });
  }
  const width = Math.min(72, Math.max(0, ...rows.map((r) => r.text.length)));
  const title = `${visible(query.document.heading.title ?? '')} [${query.target}, ${query.fidelity}]`;
  const body = rows.flatMap(({ text, lines }) => {
    const [first, ...rest] = [...lines].map(([line, source]) => `${line}: ${visible(source)}`);
    const head = first === undefined ? text : `${text.padEnd(width)}  │ ${first}`;
    return [head, ...rest.map((r) => `${' '.repeat(width)}  │ ${r}`)];
  });
  return `${title}\n${body.join('\n')}\n\n`;
}

import { inspector } from '../catalog/inspect/inspect.js';
import { inspectionRecord } from '../catalog/inspect/record.js';
import { filterText, inspectionText } from './inspect-text.js';
import type { SigmaDocument } from '../model/document.js';
import type { Filter } from '../model/filter.js';
import type { Library } from '../model/library.js';
import { positionAt } from '../source/span.js';
import { readLibrary } from './read-rules.js';
import { Diagnostics, flushOut, wantsColour, writeOut } from './terminal.js';

export interface InspectFlags {
  readonly filter?: readonly string[];
  readonly json?: boolean;
  readonly verbose?: boolean;
}

/** `sigmaql inspect`; returns the exit status. */
export async function inspectCommand(
  names: readonly string[],
  flags: InspectFlags,
): Promise<number> {
  const inspect = await inspector();
  const diagnostics = new Diagnostics(flags.verbose ?? false, wantsColour(process.stderr));
  const colour = wantsColour(process.stdout);
  let before = '';
  const library = await readLibrary(names, flags.filter, diagnostics);
  for (const document of library.documents) {
    const { content } = document;
    if (content?.kind === 'filter') {
      const rules = rulesOf(document, library);
      if (flags.json) await writeOut(`${JSON.stringify(filterRecord(content, rules))}\n`);
      else await writeOut(before + filterText(content, rules, colour));
      before = '\n\n';
      continue;
    }
    if (content?.kind !== 'rule') continue;
    const inspection = inspect(content);
    if (flags.json) await writeOut(`${JSON.stringify(inspectionRecord(inspection))}\n`);
    else await writeOut(before + inspectionText(inspection, colour));
    before = '\n\n';
  }
  await flushOut();
  diagnostics.finish();
  return diagnostics.failed ? 1 : 0;
}

/** The rules that a filter applies to. */
function rulesOf(filter: SigmaDocument, { references, filters }: Library): SigmaDocument[] {
  const named = references.get(filter) ?? [];
  return named.filter((rule) => filters.get(rule)?.includes(filter));
}

function filterRecord({ id, title, span }: Filter, rules: readonly SigmaDocument[]): object {
  return {
    path: span.file.path,
    kind: 'filter',
    rule: { id, title },
    rules: rules.map(({ heading, span: place }) => ({
      id: heading.id,
      title: heading.title,
      path: place.file.path,
      line: positionAt(place.file, place.start).line,
    })),
  };
}

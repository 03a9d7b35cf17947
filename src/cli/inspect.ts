import { inspector } from '../catalog/inspect/inspect.js';
import { inspectionRecord } from '../catalog/inspect/record.js';
import { correlationRecord } from '../catalog/inspect/correlation.js';
import { linkTo, servedIn } from '../catalog/inspect/links.js';
import { correlationText, filterText, inspectionText } from './inspect-text.js';
import { loadAttack } from '../model/attack/load.js';
import type { SigmaDocument } from '../model/document.js';
import type { Filter } from '../model/filter.js';
import type { Library } from '../model/linking/library.js';
import { jsonLine } from './terminal/json-line.js';
import { readLibrary } from './input/read-rules.js';
import { Diagnostics, flushOut, tellOut, wantsColour, writeOut } from './terminal/terminal.js';

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
  const [inspect, attack] = await Promise.all([inspector(), loadAttack()]);
  const diagnostics = new Diagnostics(flags.verbose ?? false, wantsColour(process.stderr));
  const colour = wantsColour(process.stdout);
  const library = await readLibrary(names, flags.filter, diagnostics);
  const served = servedIn(library);
  const shownOf = (document: SigmaDocument): Shown | null => {
    const { content } = document;
    const correlations = (served.get(document) ?? []).map(linkTo);
    switch (content?.kind) {
      case 'correlation': {
        const record = correlationRecord(content, library, { attack, correlations });
        return { record: () => record, text: () => correlationText(record, colour) };
      }
      case 'filter': {
        const rules = rulesOf(document, library);
        return {
          record: () => filterRecord(content, rules),
          text: () => filterText(content, rules, colour),
        };
      }
      case 'rule': {
        const inspection = inspect(content);
        return {
          record: () => inspectionRecord(inspection, correlations),
          text: () => inspectionText(inspection, colour, correlations),
        };
      }
      default:
        return null;
    }
  };
  let before = '';
  for (const document of library.documents) {
    const shown = shownOf(document);
    if (!shown) continue;
    if (flags.json) await writeOut(jsonLine(shown.record()));
    else await tellOut(before + shown.text());
    before = '\n\n';
  }
  await flushOut();
  diagnostics.finish();
  return diagnostics.failed ? 1 : 0;
}

/** What is known of a document, to be written in either form. */
interface Shown {
  readonly record: () => object;
  readonly text: () => string;
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
    rules: rules.map(linkTo),
  };
}

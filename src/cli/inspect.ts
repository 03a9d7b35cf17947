import { inspector } from '../catalog/inspect/inspect.js';
import { inspectionRecord } from '../catalog/inspect/record.js';
import { inspectionText } from './inspect-text.js';
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
  for (const { content } of library.documents) {
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

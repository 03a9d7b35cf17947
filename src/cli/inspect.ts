import { inspector } from '../catalog/inspect/inspect.js';
import { inspectionRecord } from '../catalog/inspect/record.js';
import { parse } from '../model/parse.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { findInputs, readInput } from './inputs.js';
import { inspectionText } from './inspect-text.js';
import { Diagnostics, flushOut, wantsColour, writeOut } from './terminal.js';

export interface InspectFlags {
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
  let failed = false;
  const report = (list: readonly Diagnostic[]): void => {
    for (const d of list) {
      if (d.severity === 'error') failed = true;
      diagnostics.addPlain(d);
    }
  };
  const inputs = await findInputs(names);
  report(inputs.diagnostics);
  let before = '';
  for (const { path } of inputs.files) {
    const input = readInput(path);
    if (!(input instanceof Uint8Array)) {
      report([input]);
      continue;
    }
    const parsed = parse(input, { path: path === '-' ? '<stdin>' : path });
    report(parsed.diagnostics);
    for (const { content } of parsed.collection.items) {
      if (content?.kind !== 'rule') continue;
      const inspection = inspect(content);
      if (flags.json) await writeOut(`${JSON.stringify(inspectionRecord(inspection))}\n`);
      else await writeOut(before + inspectionText(inspection, colour));
      before = '\n\n';
    }
  }
  await flushOut();
  diagnostics.finish();
  return failed ? 1 : 0;
}

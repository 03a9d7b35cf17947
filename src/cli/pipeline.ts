import { existsSync } from 'node:fs';
import { resolveOptions } from '../convert/index.js';
import { usableRule } from '../model/document.js';
import type { Rule } from '../model/rule.js';
import { applyPipelines } from '../pipeline/apply.js';
import { describeRule } from '../pipeline/describe.js';
import { loadPipeline } from '../pipeline/load.js';
import type { ProcessingItem } from '../pipeline/pipeline.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { visible } from '../source/visible.js';
import { commandFrame, commandRecord } from './terminal/hints.js';
import { findInputs, isFolder, missing } from './input/inputs.js';
import { jsonLine } from './terminal/json-line.js';
import { readInput } from './input/read-file.js';
import { readLibrary } from './input/read-rules.js';
import { PIPELINES } from './pipelines.js';
import { readSettings } from './settings.js';
import type { Flags, Settings } from './settings.js';
import { loadTargets, writeNotes } from './targets.js';
import type { Target } from './targets.js';
import {
  Diagnostics,
  flushOut,
  tell,
  tellOut,
  wantsColour,
  writeOut,
} from './terminal/terminal.js';

/** `sigmaql pipeline check`; returns the exit status. */
export async function pipelineCheckCommand(
  paths: readonly string[],
  flags: { readonly json?: boolean },
): Promise<number> {
  const colour = wantsColour(process.stderr);
  let failed = false;
  for (const [path, input] of await checked(paths)) {
    const diagnostics =
      input instanceof Uint8Array ? loadPipeline(input, { path }).diagnostics : [input];
    for (const d of diagnostics) {
      if (d.severity === 'error') failed = true;
      if (flags.json) await writeOut(jsonLine(commandRecord(d)));
      else tell(`${commandFrame(d, { colour })}\n\n`);
    }
    if (!flags.json && diagnostics.length === 0) await tellOut(`${visible(path)}: no errors.\n`);
  }
  return failed ? 1 : 0;
}

/** What each path holds, or each file of a folder, or why it cannot be had. */
async function checked(
  paths: readonly string[],
): Promise<readonly (readonly [string, Uint8Array | Diagnostic])[]> {
  const found = paths.map(async (path) => {
    if (!isFolder(path))
      return [[path, existsSync(path) ? readInput(path) : missing(path)] as const];
    const { files, diagnostics } = await findInputs([path], PIPELINES);
    return [
      ...files.map((file) => [file.path, readInput(file.path)] as const),
      ...diagnostics.map((d) => [d.path, d] as const),
    ];
  });
  return (await Promise.all(found)).flat();
}

interface ShowFlags extends Flags {
  readonly filter?: readonly string[];
}

/** `sigmaql pipeline show`; returns the exit status. */
export async function pipelineShowCommand(
  names: readonly string[],
  flags: ShowFlags,
): Promise<number> {
  const settings = await readSettings(flags);
  const targets = await loadTargets(settings);
  writeNotes(targets);
  const said = new Diagnostics(true, wantsColour(process.stderr));
  const { documents } = await readLibrary(names, flags.filter, said);
  const rules = documents.flatMap((document) => usableRule(document) ?? []);
  for (const target of targets) {
    for (const rule of rules) {
      const { text, diagnostics } = shown(rule, target, settings);
      await tellOut(text);
      said.addAll(diagnostics);
    }
  }
  await flushOut();
  said.finish();
  return said.failed ? 1 : 0;
}

/** The steps that change a rule, and what they say of it. */
function shown(
  rule: Rule,
  { backend, pipelines, tables }: Target,
  { options, placeholders }: Settings,
): { readonly text: string; readonly diagnostics: readonly Diagnostic[] } {
  const chosen = resolveOptions(backend, options[backend.name] ?? {});
  let step = 0;
  const out: string[] = [`${visible(rule.title)} [${backend.name}]`];
  const [{ diagnostics, state }] = applyPipelines(rule, pipelines, {
    target: backend,
    tables,
    tablesChosen: backend.tablesChosen?.(chosen) ?? [],
    placeholders,
    onStep: (item, before, after, diagnostics) => {
      out.push(`${++step}. ${titleOf(item)}`);
      out.push(...sideBySide(describeRule(before), describeRule(after)));
      out.push(...effectsOf(diagnostics));
    },
  });
  if (step === 0) out.push('No step changes this rule.');
  for (const [key, value] of state) out.push(`state ${visible(key)} = ${JSON.stringify(value)}`);
  return { text: `${out.join('\n')}\n`, diagnostics };
}

function titleOf(item: ProcessingItem | 'sources'): string {
  if (item === 'sources') return item;
  return `${item.transformation.type}${item.id === null ? '' : ` (${visible(item.id)})`}`;
}

/** What a step did to the fidelity of the query; a fact is what it says of where events are. */
function effectsOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.flatMap(({ direction, severity, message }) => {
    const effect = direction ?? (severity === 'note' ? 'fact' : null);
    return effect === null ? [] : [`   ${effect}: ${visible(message)}`];
  });
}

/** Lines that are on one side only, the removed ones next to the added ones. */
function sideBySide(before: readonly string[], after: readonly string[]): string[] {
  const gone = before.filter((l) => !after.includes(l)).map(visible);
  const come = after.filter((l) => !before.includes(l)).map(visible);
  const width = Math.min(70, Math.max(0, ...gone.map((l) => l.length)));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) =>
    `   ${(gone[i] ?? '').padEnd(width)}  →  ${come[i] ?? ''}`.trimEnd(),
  );
}

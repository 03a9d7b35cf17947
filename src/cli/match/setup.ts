import { loadSchemas } from '../../match/schemas.js';
import type { StoredAs } from '../../match/stored/asked.js';
import type { StreamOptions } from '../../match/stream.js';
import { timespanOf } from '../../model/correlation/timespan.js';
import { isFor, purposeOf } from '../../pipeline/pipeline.js';
import { storeOf } from '../../schemas/stores.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { visible } from '../../source/visible.js';
import { loadBackends } from '../backends.js';
import { PipelineShelf } from '../pipelines.js';
import { readPlaceholders } from '../settings.js';
import { pipelineNames } from '../targets.js';
import { UsageError } from '../usage-error.js';

/** What says how rules are tried on events; plain data. */
export interface MatchSetup {
  readonly logsource?: string;
  readonly pipeline?: readonly string[];
  readonly backend?: readonly string[];
  readonly placeholder?: readonly string[];
  readonly lateness?: string;
  readonly timeField?: string;
  readonly config?: string;
  readonly trustConfig?: boolean;
  readonly profile?: string;
}

/**
 * Throws `UsageError`.
 * @param tellOf is given what was doubtful in pipelines
 */
export async function matchOptions(
  flags: MatchSetup,
  tellOf: (warnings: readonly Diagnostic[]) => void = () => undefined,
): Promise<StreamOptions> {
  const { logsource = 'auto' } = flags;
  if (logsource !== 'auto' && logsource !== 'off') {
    throw new UsageError(`--logsource cannot be '${visible(logsource)}'. It takes auto or off.`);
  }
  if (flags.timeField?.trim() === '') {
    throw new UsageError('--time-field cannot be empty. Write the name of the field.');
  }
  const placeholders = readPlaceholders(flags);
  const lateness = readLateness(flags.lateness ?? '1h');
  const storedAs = await loadStoredAs(flags, tellOf);
  return {
    placeholders,
    lateness,
    ...(flags.timeField === undefined ? {} : { timeField: flags.timeField }),
    schemas: await loadSchemas(),
    compareLogSources: logsource === 'auto',
    ...(storedAs ? { storedAs } : {}),
  };
}

function readLateness(text: string): number {
  const read = timespanOf({ text, span: { file: { path: '', text }, start: 0, end: 0 } });
  if (read) return read.milliseconds;
  throw new UsageError(
    `--lateness cannot be '${visible(text)}'. Write a number and s, m, h, d or w, such as 15m.`,
  );
}

/**
 * The pipelines that name the fields of the events; null if there are none. They are applied for the
 * first target that all of them are for, since an event is stored in one way for all targets of a store.
 */
async function loadStoredAs(
  { pipeline = [], backend = [] }: MatchSetup,
  tellOf: (warnings: readonly Diagnostic[]) => void,
): Promise<StoredAs | null> {
  const names = await pipelineNames(pipeline);
  if (!names || names.length === 0) return null;
  if (names.includes('default')) {
    throw new UsageError(
      '`default` is the choice of each target, and match has none. Name a pipeline.',
    );
  }
  const backends = await loadBackends(backend);
  const shelf = new PipelineShelf(backends, async () => backends);
  const pipelines = await shelf.load(names);
  tellOf(shelf.warningsOf(names));
  const target = backends.find((b) => pipelines.every((p) => isFor(p, b)));
  if (!target) {
    const list = pipelines.map((p) => `${p.name} (${purposeOf(p) || 'any target'})`).join(', ');
    throw new UsageError(
      `No target can use all of these pipelines: ${visible(list)}. Remove some.`,
    );
  }
  return { pipelines, target, tables: await storeOf(target).tables() };
}

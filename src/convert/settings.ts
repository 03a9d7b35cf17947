import { expectArgument, expectLoaded, expectPlaceholders, isObject } from '../source/arguments.js';
import type { Backend } from '../backend/contract.js';
import type { Format } from '../backend/format.js';
import type { AttackData } from '../model/attack/attack.js';
import type { SigmaDocument } from '../model/document.js';
import { inOrder } from '../pipeline/apply.js';
import type { Pipeline } from '../pipeline/pipeline.js';
import type { Tables } from '../store/tables.js';
import type { Placeholders } from '../model/given-values.js';
import { expectMinutes } from './deployment.js';
import type { DeploySettings } from './deployment.js';

export interface ConvertOptions {
  readonly backend: Backend;
  /** Some of `library.documents`, the same objects; all if not given. */
  readonly documents?: readonly SigmaDocument[] | undefined;
  /** A name of `backend.formats`; the first is the default. */
  readonly format?: string | undefined;
  /** Values for `backend.options`, by name. */
  readonly options?: Readonly<Record<string, string>> | undefined;
  readonly placeholders?: Placeholders | undefined;
  /** What rules go through first, by priority; `loadPipeline` reads them. */
  readonly pipelines?: readonly Pipeline[] | undefined;
  /** What is known of the target's tables; `publishedTables` loads it. */
  readonly tables?: Tables | undefined;
  /** For formats that name tactics and techniques; `loadAttack` loads it. */
  readonly attack?: AttackData | undefined;
  /** What to call a path in an id that is made from it, so that it is the same wherever a run starts. */
  readonly placeOf?: ((path: string) => string) | undefined;
  /** How the documents of a format are to run. */
  readonly deploy?: DeploySettings | undefined;
  /** Turns approximations into errors. */
  readonly strict?: boolean | undefined;
  /** Every query on one line. */
  readonly compact?: boolean | undefined;
  /** Columns that a line of a query should keep to; 100 if not given. */
  readonly width?: number | undefined;
  /** Gives each query the costs of its parts. */
  readonly costs?: boolean | undefined;
}

/** Options with every default filled in, and checked. */
export interface Settings extends Omit<ConvertOptions, 'format' | 'options'> {
  /** In the order in which they apply. */
  readonly pipelines: readonly Pipeline[];
  readonly pipelineNames: readonly string[];
  readonly chosenFormat: Format;
  readonly tablesChosen: readonly string[];
  readonly backendOptions: Readonly<Record<string, string>>;
}

/** Throws a `RangeError` for a format or an option that the backend does not have, and for minutes of `deploy`. */
export function resolveSettings(options: ConvertOptions): Settings {
  const isOfBackend = isObject(options) && isObject(options.backend) && 'emit' in options.backend;
  expectArgument(
    isOfBackend,
    "convert takes options with a `backend`, such as `kql` of 'sigmaql/kql'",
    isObject(options) ? options.backend : options,
  );
  const { backend, format } = options;
  const backendOptions = resolveOptions(backend, options.options ?? {});
  const chosenFormat = chooseFormat(backend, format, backendOptions);
  const named = options.pipelines ?? [];
  expectArgument(
    Array.isArray(named),
    'convert takes `pipelines` as an array, which `shippedPipelines` gives a promise of',
    named,
  );
  for (const pipeline of named) {
    const isPipeline = isObject(pipeline) && 'items' in pipeline;
    expectArgument(isPipeline, 'convert takes `pipelines` that `loadPipeline` made', pipeline);
  }
  expectLoaded('convert takes `tables`', 'publishedTables', options.tables);
  expectLoaded('convert takes `attack`', 'loadAttack', options.attack);
  expectPlaceholders('convert', options.placeholders);
  if (options.deploy) expectMinutes(options.deploy);
  const pipelines = inOrder(named);
  const tablesChosen = backend.tablesChosen?.(backendOptions) ?? [];
  const pipelineNames = pipelines.map((p) => p.name);
  return { ...options, pipelines, pipelineNames, chosenFormat, backendOptions, tablesChosen };
}

/**
 * The default if none is named. Throws a `RangeError` for one that the backend does not have, or that
 * the options exclude.
 */
export function chooseFormat(
  backend: Backend,
  name: string | undefined,
  options: Readonly<Record<string, string>>,
): Format {
  const found =
    name === undefined ? backend.formats[0] : backend.formats.find((f) => f.name === name);
  if (!found) {
    const names = backend.formats.map((f) => f.name).join(', ');
    throw new RangeError(`${backend.name} has no format '${name}'. It has: ${names}.`);
  }
  const why = found.refuses?.(options) ?? null;
  if (why === null) return found;
  throw new RangeError(`${backend.name} cannot write the format '${found.name}': ${why}.`);
}

/** Fills in defaults. Throws a `RangeError` that names the valid values, a `TypeError` for no string. */
export function resolveOptions(
  backend: Backend,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const resolved: Record<string, string> = {};
  for (const option of backend.options) {
    resolved[option.name] = option.values?.[0] ?? option.default ?? '';
  }
  for (const [name, value] of Object.entries(given)) {
    const option = backend.options.find((o) => o.name === name);
    if (!option) {
      const names = backend.options.map((o) => o.name).join(', ') || 'none';
      throw new RangeError(`${backend.name} has no option '${name}'. It has: ${names}.`);
    }
    const where = `${backend.name}.${name}`;
    expectArgument(typeof value === 'string', `${where} must be a string`, value);
    if (option.values && !option.values.includes(value)) {
      throw new RangeError(`${where} cannot be '${value}'. It takes: ${option.values.join(', ')}.`);
    }
    const wrong = option.check?.(value);
    if (wrong) throw new RangeError(`${where} cannot be '${value}': ${wrong}`);
    resolved[name] = value;
  }
  return resolved;
}

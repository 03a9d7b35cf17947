import type { Backend } from '../backend/index.js';
import { modifiers } from '../model/modifiers/index.js';
import { nearest } from '../model/suggest.js';
import { chooseBackends, loadBackends } from './backends.js';
import { codeTables } from './code-tables.js';
import { allShipped } from './pipelines.js';
import { visible } from '../source/visible.js';
import { writeOut } from './terminal/terminal.js';
import { UsageError } from './usage-error.js';

interface Row {
  readonly name: string;
  readonly description: string;
  /** What `--json` adds. */
  readonly [key: string]: string | undefined;
}

const LISTS: Readonly<
  Record<string, (backends: readonly Backend[]) => readonly Row[] | Promise<readonly Row[]>>
> = {
  targets: (backends) =>
    backends.flatMap((b) => [
      { name: b.name, description: b.title },
      ...b.options.map((o) => ({
        name: `  -O ${b.name}.${o.name}=${o.values?.join('|') ?? 'STRING'}`,
        description: o.description,
      })),
    ]),
  formats: (backends) =>
    backends.flatMap((b) =>
      b.formats.map((f) => ({ name: `${b.name} -f ${f.name}`, description: f.description })),
    ),
  pipelines: async (backends) => {
    const shipped = await allShipped(backends);
    return [
      { name: 'none', description: "Keep Sigma's field names." },
      {
        name: 'default',
        description: "The target's default pipelines; others can be added after a comma.",
      },
      ...shipped.map(({ name, targets, isDefault }) => ({
        name,
        description: targets
          ? `for ${targets.map((b) => b.name).join(', ')}${isDefault ? ' (default)' : ''}`
          : 'for every target',
      })),
      {
        name: 'FILE',
        description: "A pipeline in pySigma's YAML format, or a file with just `mapping`.",
      },
    ];
  },
  modifiers: () =>
    modifiers.map((m) => ({ name: m.name, description: `${m.description} (${m.heading})` })),
  codes: (backends) =>
    codeTables(backends).flatMap(({ title, entries }) =>
      Object.entries(entries).map(([code, { severity, message, help, since }]) => ({
        name: code,
        description: `${severity}: ${message}`,
        area: title,
        severity,
        message,
        help,
        since,
      })),
    ),
  checks: () => [
    {
      name: 'convert',
      description: 'Every problem that conversion reports, and no others.',
    },
  ],
};

export const LISTED: readonly string[] = Object.keys(LISTS);

/** The row of that name. Throws `UsageError` if there is none. */
function named(rows: readonly Row[], what: string, name: string): readonly Row[] {
  const found = rows.filter((r) => r.name === name.toLowerCase());
  if (found.length > 0) return found;
  const like = nearest(
    name,
    rows.map((r) => r.name),
  );
  const hint = like ? `Did you mean '${like}'?` : `\`sigmaql list ${what}\` shows all.`;
  throw new UsageError(`There is no '${visible(name)}' among the ${what}. ${hint}`);
}

/** Lists of what targets have, or a target. */
const OF_TARGETS: readonly string[] = ['targets', 'formats', 'pipelines'];

/**
 * `sigmaql list`; returns the exit status.
 *
 * @param name the target or the code that it is about; all if not given
 */
export async function listCommand(
  what: string,
  name: string | undefined,
  flags: { readonly json?: boolean; readonly backend?: readonly string[] },
): Promise<number> {
  const list = Object.hasOwn(LISTS, what) ? LISTS[what] : undefined;
  if (!list) {
    const like = nearest(what, LISTED);
    const hint = like ? ` Did you mean '${like}'?` : '';
    throw new UsageError(`'${what}' cannot be listed.${hint} Use one of: ${LISTED.join(', ')}.`);
  }
  const backends = await loadBackends(flags.backend ?? []);
  const isOfTarget = OF_TARGETS.includes(what);
  const all = await list(name && isOfTarget ? chooseBackends(backends, [name]) : backends);
  const rows = name && !isOfTarget ? named(all, what, name) : all;
  if (flags.json) {
    await writeOut(rows.map((r) => `${JSON.stringify({ ...r, name: r.name.trim() })}\n`).join(''));
    return 0;
  }
  const width = Math.max(...rows.map((r) => r.name.length));
  await writeOut(rows.map((r) => `${r.name.padEnd(width)}  ${r.description}\n`).join(''));
  return 0;
}

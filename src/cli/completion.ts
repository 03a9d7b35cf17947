import type { Command, Option } from 'commander';
import { loadBackends } from './backends.js';
import { LISTED } from './list.js';
import { allShipped } from './pipelines.js';
import { FAILURES } from './policy.js';
import { writeOut } from './terminal/terminal.js';
import { UsageError } from './usage-error.js';

/** A subcommand with its own, such as `catalog build`, and what can come after it. */
interface Completed {
  /** Empty for the program. */
  readonly path: string;
  readonly subcommands: readonly Described[];
  readonly options: readonly CompletedOption[];
  /** Values of its arguments; files where there are none. */
  readonly values: readonly string[];
}

interface Described {
  readonly name: string;
  readonly description: string;
}

interface CompletedOption extends Described {
  /** `-t`. */
  readonly short: string | undefined;
  readonly takesValue: boolean;
  readonly values: readonly string[];
}

const SHELLS: Readonly<Record<string, (all: readonly Completed[]) => string>> = {
  bash: bashScript,
  zsh: (all) =>
    `autoload -Uz +X compinit bashcompinit && compinit && bashcompinit\n${bashScript(all)}`,
  fish: fishScript,
};

/**
 * `sigmaql completion`: prints a script that knows the command as it is, so that completion starts no
 * process. Returns the exit status.
 */
export async function completionCommand(program: Command, shell: string): Promise<number> {
  const script = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (!script) {
    const known = Object.keys(SHELLS).join(', ');
    throw new UsageError(`There is no completion for '${shell}'. Use one of: ${known}.`);
  }
  await writeOut(script(completedOf(program, await knownValues())));
  return 0;
}

/** Values by the name of an option or, for an argument, of its subcommand. */
async function knownValues(): Promise<ReadonlyMap<string, readonly string[]>> {
  const backends = await loadBackends([]);
  const formats = new Set(backends.flatMap((b) => b.formats.map((f) => f.name)));
  const pipelines = (await allShipped(backends)).map((p) => p.name);
  return new Map([
    ['--target', backends.map((b) => b.name)],
    ['--format', [...formats]],
    ['--pipeline', ['default', 'none', ...pipelines]],
    ['--fail-on', FAILURES],
    ['list', LISTED],
    ['completion', Object.keys(SHELLS)],
  ]);
}

function completedOf(
  command: Command,
  known: ReadonlyMap<string, readonly string[]>,
  path = '',
): readonly Completed[] {
  const below = command.commands.flatMap((c) =>
    completedOf(c as Command, known, path === '' ? c.name() : `${path} ${c.name()}`),
  );
  const own: Completed = {
    path,
    subcommands: command.commands.map((c) => ({ name: c.name(), description: c.description() })),
    options: command.options.filter((o) => o.long).map((o) => completedOption(o, known)),
    values: known.get(path) ?? [],
  };
  return [own, ...below];
}

function completedOption(
  option: Option,
  known: ReadonlyMap<string, readonly string[]>,
): CompletedOption {
  const { flags, short, description } = option;
  const name = option.long!;
  const alternatives = /<([\w|]+)>$/.exec(flags)?.[1]?.split('|') ?? [];
  return {
    name,
    short,
    description,
    takesValue: option.required || option.optional,
    values: known.get(name) ?? (alternatives.length > 1 ? alternatives : []),
  };
}

/**
 * What no list of words answers is left to the shell, which completes file names. The program's own
 * path is empty, so a space precedes the name of each subcommand of it. The variables are none that zsh
 * gives a meaning to, such as `path` and `words`.
 */
function bashScript(all: readonly Completed[]): string {
  const paths = all
    .filter((c) => c.path !== '')
    .map(({ path }) => (path.includes(' ') ? `'${path}'` : `' ${path}'`));
  const valued = all.flatMap(({ path, options }) =>
    options
      .filter((o) => o.takesValue)
      .map(({ name, short, values }) => ({
        flags: [...(short === undefined ? [] : [short]), name].map((f) => `'${path} ${f}'`),
        values: values.join(' '),
      })),
  );
  const free = valued.filter((o) => o.values === '').flatMap((o) => o.flags);
  const listed = valued.filter((o) => o.values !== '');
  const values = listed.map((o) => `    ${o.flags.join('|')}) names='${o.values}' ;;\n`);
  const flags = all.map(
    ({ path, options }) => `      '${path}') names='${options.map((o) => o.name).join(' ')}' ;;\n`,
  );
  const words = all
    .map(({ path, subcommands, values: own }) => ({
      path,
      names: [...subcommands.map((c) => c.name), ...own].join(' '),
    }))
    .filter((c) => c.names !== '')
    .map(({ path, names }) => `      '${path}') names='${names}' ;;\n`);
  return `_sigmaql() {
  local word names='' command='' at=1
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  while [ "$at" -lt "$COMP_CWORD" ]; do
    word=\${COMP_WORDS[at]}
    case "$command $word" in
      ${paths.join('|')}) command=\${command:+$command }$word ;;
    esac
    at=$((at+1))
  done
  case "$command $previous" in
${values.join('')}    ${free.join('|')}) ;;
    *) case "$current" in
    -*) case "$command" in
${flags.join('')}    esac ;;
    *) case "$command" in
${words.join('')}    esac ;;
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$names" -- "$current"))
}
complete -o default -F _sigmaql sigmaql
`;
}

/** https://fishshell.com/docs/current/completions.html */
function fishScript(all: readonly Completed[]): string {
  return all.map(fishLines).join('');
}

function fishLines({ path, subcommands, options, values }: Completed): string {
  const seen = path.split(' ').map((word) => `__fish_seen_subcommand_from ${word}`);
  const names = subcommands.map((c) => c.name).join(' ');
  const here = path === '' ? '__fish_use_subcommand' : seen.join('; and ');
  const open =
    names === '' || path === '' ? here : `${here}; and not __fish_seen_subcommand_from ${names}`;
  const start = `complete -c sigmaql -n '${open}'`;
  return [
    ...subcommands.map((c) => `${start} -f -a ${c.name} -d ${quoted(c.description)}\n`),
    ...(values.length > 0 ? [`${start} -f -a '${values.join(' ')}'\n`] : []),
    ...options.map(({ name, short, description, takesValue, values: words }) => {
      const letter = short === undefined ? '' : ` -s ${short.slice(1)}`;
      const value = words.length > 0 ? ` -x -a '${words.join(' ')}'` : takesValue ? ' -r' : '';
      return `${start}${letter} -l ${name.slice(2)}${value} -d ${quoted(description)}\n`;
    }),
  ].join('');
}

/** For fish, whose single quotes know two escapes. */
function quoted(description: string): string {
  return `'${description.replace(/[\\']/g, '\\$&')}'`;
}

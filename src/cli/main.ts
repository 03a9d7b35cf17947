import { CommanderError } from 'commander';
import { version } from '../../package.json';
import type { BuildFlags } from './catalog/build.js';
import type { ServeFlags } from './catalog/serve.js';
import { addConfigCommands } from './config/group.js';
import type { InspectFlags } from './inspect.js';
import type { MatchFlags } from './match/match.js';
import type { PublishFlags } from './publish/publish.js';
import type { TestFlags } from './match/test-rules.js';
import {
  BACKEND,
  CONFIGURATION,
  CONVERSION,
  FILTERS,
  MATCH_REPORT,
  OPTION,
  PIPELINES,
  PLACEHOLDER,
  POLICY,
  QUIET,
  SETTINGS,
  WITHOUT_PIPELINE,
  place,
  placeOfQueries,
  several,
} from './option-flags.js';
import { Subcommand } from './subcommand.js';

/** Loads nothing but this until a subcommand is known: `--help` must answer at once. */
const program = new Subcommand('sigmaql')
  .description('Converts Sigma detection rules to Kusto KQL, Splunk SPL and Elasticsearch queries.')
  .version(version)
  .showSuggestionAfterError()
  .exitOverride();

program
  .command('convert')
  .description('Convert rules to queries.')
  .argument('<rules...>', 'files, folders, globs, or - for standard input')
  .option(
    '-t, --target <names>',
    'targets, comma-separated or repeated: kql, splunk, lucene, dsl, eql, esql',
    several,
  )
  .takes(CONVERSION)
  .option('-o, --output <path>', 'output file, or a folder that mirrors the rules', placeOfQueries)
  .takes(SETTINGS)
  .option('--strict', 'refuse queries that are approximate, unmapped, misspelt or over a limit')
  .option('--compact', 'print each query on one line')
  .option('--json', 'print one JSON object per line for each query, rule and other document')
  .option('--verbose', 'show every note, not just their number')
  .takes(POLICY)
  .option('--jobs <n>', 'number of threads')
  .addHelpText(
    'after',
    `
A single query is printed as is; several are each preceded by a line '# path: title [target]'.
Diagnostics go to standard error; \`sigmaql list codes\` explains their codes.
Exit status: 0 success, 1 a rule failed, 2 usage error.

Examples:
  sigmaql convert rules/ -t kql,splunk,lucene
  sigmaql convert rule.yml -t kql -p microsoft-xdr,fields.yml
  sigmaql convert rules/ -t lucene -O lucene.case=caseless -o queries/`,
  )
  .action(async (rules: string[], options: Record<string, unknown>) => {
    const { convertCommand } = await import('./commands.js');
    await finish(convertCommand(rules, options));
  });

program
  .command('publish')
  .description('Write deployable files and a manifest, and say what changed.')
  .argument('<rules...>', 'files, folders or globs')
  .requiredOption('-o, --output <folder>', 'output folder', place)
  .option('-t, --target <names>', 'targets, comma-separated or repeated', several)
  .takes(CONVERSION)
  .takes(SETTINGS)
  .option('--check', 'write nothing; fail if the folder is not up to date, and print the changes')
  .option('--force', 'overwrite files that were changed by hand')
  .option('--strict', 'refuse queries that are approximate, unmapped, misspelt or over a limit')
  .option('--compact', 'print each query on one line')
  .option('--verbose', 'show every note, not just their number')
  .takes(POLICY)
  .option('--jobs <n>', 'number of threads')
  .addHelpText(
    'after',
    `
Each target has a folder below the output folder. manifest.json lists every query with its source,
changes.md and changes.json what the last run that changed anything changed. Only rules that changed
are converted again.
Exit status: 0 success, 1 a rule failed, a file was changed by hand or --check found differences,
2 usage error.

Examples:
  sigmaql publish rules/ -t kql,splunk -f kql=sentinel,splunk=savedsearches -o deploy/
  sigmaql publish rules/ -t kql -f sentinel -o deploy/ --check`,
  )
  .action(async (rules: string[], options: PublishFlags) => {
    const { publishCommand } = await import('./commands.js');
    await finish(publishCommand(rules, options));
  });

program
  .command('explain')
  .description('Show each part of a query next to the rule line it comes from.')
  .argument('<rules...>', 'files, folders, globs, or - for standard input')
  .option('-t, --target <name>', 'target: kql, splunk, lucene, dsl, eql, esql', several)
  .option(...PIPELINES)
  .option(...WITHOUT_PIPELINE)
  .option(...FILTERS)
  .option(...OPTION)
  .takes(SETTINGS)
  .option('--json', 'print the parts as JSON, one query per line')
  .action(async (rules: string[], options: Record<string, unknown>) => {
    const { explainCommand } = await import('./commands.js');
    await finish(explainCommand(rules, options));
  });

program
  .command('test')
  .description('Test rules against the events that are beside them.')
  .argument('<rules...>', 'files, folders or globs')
  .option(...FILTERS)
  .option(...PLACEHOLDER)
  .takes(CONFIGURATION)
  .option('--junit <file>', 'write the results as JUnit XML')
  .option('--verbose', 'show every note, not just their number')
  .addHelpText(
    'after',
    `
Beside rule.yml, rule.test.yml lists events, or files of events, that the rule must match and must not:
  match: [{Image: 'C:\\a.exe'}, events.json]
  no_match: [{Image: 'C:\\b.exe'}]
Beside a correlation, each entry is a list of events, or a file, in which it must hold or must not.
SigmaHQ's regression_tests_path in a rule is followed too, to events in JSON.
Exit status: 0 success, 1 a test failed, 2 usage error, or no tests.`,
  )
  .action(async (rules: string[], options: TestFlags) => {
    const { testCommand } = await import('./match-commands.js');
    await finish(testCommand(rules, options));
  });

program
  .command('match')
  .description('Show which rules match which events, and why.')
  .argument('<rules...>', 'files, folders, globs, or - for standard input')
  .requiredOption(
    '--events <path>',
    'events as JSON, CSV, XML, or lines of logs: a file, a folder of .json, .jsonl, .ndjson, .log, .csv or .xml files, or -; any may be compressed with gzip; repeatable',
    several,
  )
  .option(...FILTERS)
  .option(...PLACEHOLDER)
  .option(
    '-p, --pipeline <name>',
    'pipelines that the events are stored by (names or files); or none',
    several,
  )
  .option(...BACKEND)
  .option(
    '--lateness <timespan>',
    'how much later than a later one an event may come and still count in a correlation (1h)',
  )
  .option('--time-field <field>', 'the field that holds the time of events, for correlations')
  .option(
    '--logsource <auto|off>',
    'auto: skip rules whose log source an event contradicts; off: try all (default: auto)',
  )
  .takes(CONFIGURATION)
  .option('--jobs <n>', 'number of threads (default: more than one for large files)')
  .option('--json', 'print one JSON object per line for each match of a rule and an event')
  .option(...MATCH_REPORT)
  .option('--verbose', 'show every note, not just their number')
  .option(...QUIET)
  .addHelpText(
    'after',
    `
Events are JSON objects, one per line, one after another, or in arrays, rows of CSV with a header, XML of the
Windows event log, lines of a log that names its fields first, as those of IIS (W3C) and Zeek do, or lines of
auditd, syslog or a web server's access log. Fields are looked up by name, by dotted path, and in System and
EventData of Windows events; the names that Elastic, Splunk and Microsoft store events under are known. The
last line says what the events were read as. A rule is not tried on an event that says it is of another log
source (by its channel, provider, dataset, source type or table).
Diagnostics go to standard error. Exit status: 0 success, 1 a rule or event failed, 2 usage error.

Examples:
  sigmaql match rules/ --events events.jsonl
  sigmaql match rules/ --events elastic.ndjson -p ecs
  sigmaql match rule.yml --events AWSLogs/ --json`,
  )
  .action(async (rules: string[], options: MatchFlags) => {
    const { matchCommand } = await import('./match-commands.js');
    await finish(matchCommand(rules, options));
  });

program
  .command('inspect')
  .description('Show the parts of rules, and the events and ATT&CK techniques they cover.')
  .argument('<rules...>', 'files, folders, globs, or - for standard input')
  .option(...FILTERS)
  .option('--json', 'print one JSON object per line for each rule')
  .option('--verbose', 'show every note, not just their number')
  .addHelpText(
    'after',
    `
Stages are the condition (0) and the search identifiers it uses, in order of use. Predicates are
their tests of fields; indicators are the predicates that are worth hunting for.
Diagnostics go to standard error. Exit status: 0 success, 1 a rule failed, 2 usage error.

Examples:
  sigmaql inspect rule.yml
  sigmaql inspect rules/ --json`,
  )
  .action(async (rules: string[], options: InspectFlags) => {
    const { inspectCommand } = await import('./commands.js');
    await finish(inspectCommand(rules, options));
  });

const catalog = program
  .command('catalog')
  .description('Build a website from rules: queries, coverage, indicators, search.');

/** What `build` and `serve` have in common. */
function catalogCommand(name: string, description: string): Subcommand {
  return catalog
    .command(name)
    .description(description)
    .argument('<rules...>', 'files, folders, globs, or - for standard input')
    .option(
      '--with <path>',
      'folder of rules in other languages (Kusto, Sentinel, Elastic, Splunk); repeatable',
      several,
    )
    .option('--title <text>', 'title of the catalogue')
    .option('--source-url <url>', 'base URL of the rule files, for links to them')
    .option('--date <day>', 'date to show on the pages, as YYYY-MM-DD')
    .option('-t, --target <names>', 'targets, comma-separated or repeated (default: all)', several)
    .option(...OPTION)
    .option(...FILTERS)
    .option(...PIPELINES)
    .option(...WITHOUT_PIPELINE)
    .takes(SETTINGS)
    .option('--jobs <n>', 'number of threads');
}

catalogCommand('build', 'Write the site as files that open from disk, without a server.')
  .requiredOption('-o, --output <folder>', 'output folder', place)
  .option('--since <file>', 'manifest.json to compare with (default: the one in the output folder)')
  .option('--verbose', 'list every file without a rule, not just their number')
  .addHelpText(
    'after',
    `
Only changed files are written. Exit status: 0 success, 1 a rule could not be read (rules from --with
do not count; the site lists unreadable rules and the reasons), 2 usage error.

Examples:
  sigmaql catalog build rules/ -o site/
  sigmaql catalog build rules/ --with sentinel/ --with elastic/ -o site/ -t splunk`,
  )
  .action(async (rules: string[], options: BuildFlags) => {
    const { catalogBuildCommand } = await import('./catalog/build.js');
    await finish(catalogBuildCommand(rules, options));
  });

catalogCommand('serve', 'Serve the site locally, and update it when rules change.')
  .option('--port <n>', 'port to listen on; 0 for any free one', '8787')
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .action(async (rules: string[], options: ServeFlags) => {
    const { catalogServeCommand } = await import('./catalog/serve.js');
    await finish(catalogServeCommand(rules, options));
  });

const pipeline = program
  .command('pipeline')
  .description('Check processing pipelines, or show what they change.');

pipeline
  .command('check')
  .description('Report the errors in pipeline files.')
  .argument('<files...>', 'pipeline files')
  .option('--json', 'print one JSON object per line for each diagnostic')
  .action(async (files: string[], options: { json?: boolean }) => {
    const { pipelineCheckCommand } = await import('./commands.js');
    await finish(pipelineCheckCommand(files, options));
  });

pipeline
  .command('show')
  .description('Show how each pipeline step changes a rule, before and after.')
  .argument('<rules...>', 'files, folders, globs, or - for standard input')
  .option('-t, --target <name>', 'target: kql, splunk, lucene, dsl, eql, esql', several)
  .option(...PIPELINES)
  .option(...FILTERS)
  .option(...OPTION)
  .takes(SETTINGS)
  .action(async (rules: string[], options: Record<string, unknown>) => {
    const { pipelineShowCommand } = await import('./commands.js');
    await finish(pipelineShowCommand(rules, options));
  });

addConfigCommands(program, finish);

program
  .command('list')
  .description('List targets, formats, pipelines, modifiers, diagnostic codes or checks.')
  .argument('<what>', 'targets, formats, pipelines, modifiers, codes or checks')
  .argument('[name]', 'a target whose formats, pipelines or options to list, or a code')
  .option(...BACKEND)
  .option('--json', 'print as JSON')
  .action(async (what: string, name: string | undefined, options: Record<string, unknown>) => {
    const { listCommand } = await import('./commands.js');
    await finish(listCommand(what, name, options));
  });

program
  .command('completion')
  .description('Print a script that completes the command in a shell.')
  .argument('<shell>', 'bash, zsh or fish')
  .addHelpText(
    'after',
    `
Examples:
  sigmaql completion bash > ~/.local/share/bash-completion/completions/sigmaql
  sigmaql completion zsh >> ~/.zshrc
  sigmaql completion fish > ~/.config/fish/completions/sigmaql.fish`,
  )
  .action(async (shell: string) => {
    const { completionCommand } = await import('./commands.js');
    await finish(completionCommand(program, shell));
  });

/** Waits for a subcommand, and for all that it wrote. */
async function finish(status: Promise<number>): Promise<void> {
  process.exitCode = await status;
  const { flushOut } = await import('./commands.js');
  await flushOut();
}

// Diagnostics that nobody reads do not stop the run.
process.stderr.on('error', () => undefined);

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(
    `sigmaql: Standard output cannot be written (${error.code ?? 'unknown'}).\n`,
  );
  process.exit(1);
});

/** Says why there is no result, and sets the exit status. */
async function fail(error: unknown): Promise<void> {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  const { tell, UsageError, visible } = await import('./commands.js');
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if ((error as NodeJS.ErrnoException | null)?.syscall === 'uv_cwd') {
    tell('sigmaql: The working directory is gone. Change to another one.\n');
    process.exitCode = 2;
    return;
  }
  if (error instanceof UsageError) {
    tell(`sigmaql: ${message.split('\n').map(visible).join('\n')}\n`);
    process.exitCode = 2;
    return;
  }
  tell(`sigmaql: ${visible(message)}\n`);
  if (process.env['SIGMAQL_DEBUG']) tell(`${stack}\n`);
  else tell('This is a bug in sigmaql. Set SIGMAQL_DEBUG=1 to see where.\n');
  process.exitCode = 1;
}

// Nothing is waited for any more, and still there is no result.
const unfinished = (): void => {
  process.stderr.write(
    'sigmaql: The run stopped before its end: a package that it loads, or a thread, never answered. Nothing that it printed or wrote is complete.\n',
  );
  process.exitCode = 1;
};
process.once('beforeExit', unfinished);

void program
  .parseAsync()
  .catch(fail)
  .then(() => process.off('beforeExit', unfinished));

#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import type { BuildFlags } from './catalog.js';
import type { ServeFlags } from './catalog-serve.js';
import type { InspectFlags } from './inspect.js';
import type { MatchFlags } from './match.js';
import { UsageError } from './usage-error.js';

/** Loads nothing but this until a subcommand is known: `--help` must answer at once. */
const program = new Command('sigmaql')
  .description('Turns Sigma detection rules into Kusto KQL, Splunk SPL and Elasticsearch Lucene.')
  .version(version)
  .showSuggestionAfterError()
  .exitOverride();

const several = (value: string, before: readonly string[] = []): string[] => [...before, value];

const CONFIG = [
  '--config <file>',
  'defaults; sigmaql.config.yml or .json here if not given',
] as const;

const TRUST = [
  '--trust-config',
  'let a configuration that was found load backends and name files elsewhere',
] as const;

const PIPELINES = [
  '-p, --pipeline <name>',
  'pipelines by name or file, by comma or repeated; or none',
  several,
] as const;

program
  .command('convert')
  .description('Convert rules to queries.')
  .argument('<rules...>', 'files, folders, globs, or - for standard input')
  .option(
    '-t, --target <names>',
    'targets, by comma or repeated: kql, splunk, lucene, esql',
    several,
  )
  .option(
    '-f, --format <name>',
    'the output format, or one for each target: kql=sentinel,splunk=savedsearches',
  )
  .option('-O, --option <target.name=value>', 'an option of a target; repeatable', several)
  .option(...PIPELINES)
  .option('-o, --output <path>', 'a file, or a folder that mirrors the rules')
  .option('--placeholder <name=value>', 'a value for %name%; repeatable', several)
  .option('--backend <package>', 'a package or file with further targets; repeatable', several)
  .option(...CONFIG)
  .option(...TRUST)
  .option('--strict', 'refuse what a target can only approximate')
  .option('--compact', 'each query on one line')
  .option('--json', 'one JSON object a line for each rule, target and query')
  .option('--verbose', 'show every note, not only how many there are')
  .option('--jobs <n>', 'threads to convert with')
  .addHelpText(
    'after',
    `
One query alone is printed as it is; several are each headed by a line '# path: title [target]'.
Diagnostics go to standard error. Exit status: 0 done, 1 some rule failed, 2 wrong use.

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
  .command('explain')
  .description('Show each part of a query beside the line of the rule that it came from.')
  .argument('<rule>', 'a file, or - for standard input')
  .option('-t, --target <name>', 'the target: kql, splunk, lucene, esql', several)
  .option(...PIPELINES)
  .option('-O, --option <target.name=value>', 'an option of the target; repeatable', several)
  .option('--placeholder <name=value>', 'a value for %name%; repeatable', several)
  .option('--backend <package>', 'a package or file with further targets; repeatable', several)
  .option(...CONFIG)
  .option(...TRUST)
  .option('--json', 'the parts as JSON, one query a line')
  .action(async (rule: string, options: Record<string, unknown>) => {
    const { explainCommand } = await import('./commands.js');
    await finish(explainCommand(rule, options));
  });

program
  .command('match')
  .description('Say which rules match which events, and why.')
  .argument('<rules...>', 'files, folders, globs, or - for standard input')
  .requiredOption(
    '--events <path>',
    'JSON events: a file, a folder of .json, .jsonl, .ndjson or .log files, or -; repeatable',
    several,
  )
  .option('--placeholder <name=value>', 'a value for %name%; repeatable', several)
  .option(...CONFIG)
  .option(...TRUST)
  .option('--json', 'one JSON object a line for each rule and event that match')
  .option('--verbose', 'show every note, not only how many there are')
  .addHelpText(
    'after',
    `
Events are one JSON object a line, objects one after another, or arrays of them; fields are found
by name, by dotted path, and in the System and EventData of Windows events. Log sources are not
compared: give the events that the rules are for.
Diagnostics go to standard error. Exit status: 0 done, 1 some rule or event failed, 2 wrong use.

Examples:
  sigmaql match rules/ --events events.jsonl
  zcat log.gz | sigmaql match rule.yml --events - --json`,
  )
  .action(async (rules: string[], options: MatchFlags) => {
    const { matchCommand } = await import('./commands.js');
    await finish(matchCommand(rules, options));
  });

program
  .command('inspect')
  .description('Show what rules are made of, and which events and ATT&CK techniques they cover.')
  .argument('<rules...>', 'files, folders, globs, or - for standard input')
  .option('--json', 'one JSON object a line for each rule')
  .option('--verbose', 'show every note, not only how many there are')
  .addHelpText(
    'after',
    `
Stages are the condition (0) and the search identifiers that it uses, in the order of use.
Predicates are what they ask of fields; indicators those of them that are worth hunting for.
Diagnostics go to standard error. Exit status: 0 done, 1 some rule failed, 2 wrong use.

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
  .description('Make a site of rules: queries, coverage, indicators, search.');

/** What `build` and `serve` have in common. */
function catalogCommand(name: string, description: string): Command {
  return catalog
    .command(name)
    .description(description)
    .argument('<rules...>', 'files, folders, globs, or - for standard input')
    .option(
      '--with <path>',
      'a folder of rules in other languages (Kusto, Sentinel, Elastic, Splunk); repeatable',
      several,
    )
    .option('--title <text>', 'the name of the catalogue')
    .option('--source-url <url>', 'put before the path of a rule, it makes a link to its file')
    .option('--date <day>', 'a day to name in the pages, as YYYY-MM-DD')
    .option('-t, --target <names>', 'targets, by comma or repeated; all if not given', several)
    .option('-O, --option <target.name=value>', 'an option of a target; repeatable', several)
    .option(...PIPELINES)
    .option('--placeholder <name=value>', 'a value for %name%; repeatable', several)
    .option('--backend <package>', 'a package or file with further targets; repeatable', several)
    .option(...CONFIG)
    .option(...TRUST)
    .option('--jobs <n>', 'threads to read with');
}

catalogCommand('build', 'Write the site: files that open from disk, without a server.')
  .requiredOption('-o, --output <folder>', 'where the site goes')
  .option('--since <file>', "a manifest.json to compare with; the folder's own if not given")
  .option('--verbose', 'show every file without a rule, not only how many there are')
  .addHelpText(
    'after',
    `
Only what has changed is written. Exit status: 0 done, 1 some rule could not be read (those of --with
do not count; the site has the others, and says why), 2 wrong use.

Examples:
  sigmaql catalog build rules/ -o site/
  sigmaql catalog build rules/ --with sentinel/ --with elastic/ -o site/ -t splunk`,
  )
  .action(async (rules: string[], options: BuildFlags) => {
    const { catalogBuildCommand } = await import('./catalog.js');
    await finish(catalogBuildCommand(rules, options));
  });

catalogCommand('serve', 'Show the site in a browser, and follow the rules as they change.')
  .option('--port <n>', 'the port to listen at; 0 for any that is free', '8787')
  .option('--host <address>', 'the address to listen at', '127.0.0.1')
  .action(async (rules: string[], options: ServeFlags) => {
    const { catalogServeCommand } = await import('./catalog-serve.js');
    await finish(catalogServeCommand(rules, options));
  });

const pipeline = program
  .command('pipeline')
  .description('Check processing pipelines, or see what they do.');

pipeline
  .command('check')
  .description('Say what is wrong with pipelines, and where.')
  .argument('<files...>', 'pipelines')
  .option('--json', 'one JSON object a line for each diagnostic')
  .action(async (files: string[], options: { json?: boolean }) => {
    const { pipelineCheckCommand } = await import('./commands.js');
    await finish(pipelineCheckCommand(files, options));
  });

pipeline
  .command('show')
  .description('Show what each step of pipelines changes in a rule, before and after.')
  .argument('<rule>', 'a file, or - for standard input')
  .requiredOption(
    '-p, --pipeline <name>',
    'pipelines by name or file, by comma or repeated',
    several,
  )
  .requiredOption('-t, --target <name>', 'the target: kql, splunk, lucene, esql')
  .action(async (rule: string, options: { pipeline: string[]; target: string }) => {
    const { pipelineShowCommand } = await import('./commands.js');
    await finish(pipelineShowCommand(rule, options));
  });

program
  .command('list')
  .description('List targets, formats, pipelines, modifiers, codes or checks.')
  .argument('<what>', 'targets, formats, pipelines, modifiers, codes or checks')
  .option('--backend <package>', 'a package or file with further targets; repeatable', several)
  .option('--json', 'as JSON')
  .action(async (what: string, options: Record<string, unknown>) => {
    const { listCommand } = await import('./commands.js');
    await finish(listCommand(what, options));
  });

/** Waits for a subcommand, and for all that it wrote. */
async function finish(status: Promise<number>): Promise<void> {
  process.exitCode = await status;
  const { flushOut } = await import('./commands.js');
  await flushOut();
}

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else if (error instanceof UsageError) {
    const { tell } = await import('./terminal.js');
    const { visible } = await import('../source/visible.js');
    tell(`sigmaql: ${error.message.split('\n').map(visible).join('\n')}\n`);
    process.exitCode = 2;
  } else {
    const { tell } = await import('./terminal.js');
    const { visible } = await import('../source/visible.js');
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    tell(`sigmaql: ${visible(message)}\n`);
    if (process.env['SIGMAQL_DEBUG']) tell(`${stack}\n`);
    else tell('This is a mistake of sigmaql. SIGMAQL_DEBUG=1 shows where.\n');
    process.exitCode = 1;
  }
}

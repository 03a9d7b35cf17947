#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { UsageError } from './usage-error.js';

/** Loads nothing but this until a subcommand is known: `--help` must answer at once. */
const program = new Command('sigmaql')
  .description('Turns Sigma detection rules into Kusto KQL, Splunk SPL and Elasticsearch Lucene.')
  .version(version)
  .showSuggestionAfterError()
  .exitOverride();

const several = (value: string, before: readonly string[] = []): string[] => [...before, value];

program
  .command('convert')
  .description('Convert rules to queries.')
  .argument('<rules...>', 'files, folders, globs, or - for standard input')
  .option('-t, --target <names>', 'targets, by comma or repeated: kql, splunk, lucene', several)
  .option('-f, --format <name>', "the targets' output format; see `sigmaql list formats`")
  .option('-O, --option <target.name=value>', 'an option of a target; repeatable', several)
  .option('-p, --pipeline <name>', 'a processing pipeline; none is the only one yet', several)
  .option('-o, --output <path>', 'a file, or a folder that mirrors the rules')
  .option('--placeholder <name=value>', 'a value for %name%; repeatable', several)
  .option('--backend <package>', 'a package or file with further targets; repeatable', several)
  .option('--config <file>', 'defaults; sigmaql.config.yml or .json if there is one')
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
  sigmaql convert rule.yml -t kql -O kql.table=SecurityEvent
  sigmaql convert rules/ -t lucene -O lucene.case=caseless -o queries/`,
  )
  .action(async (rules: string[], options: Record<string, unknown>) => {
    const { convertCommand } = await import('./convert.js');
    await finish(convertCommand(rules, options));
  });

program
  .command('explain')
  .description('Show each part of a query beside the line of the rule that it came from.')
  .argument('<rule>', 'a file, or - for standard input')
  .option('-t, --target <name>', 'the target: kql, splunk, lucene', several)
  .option('-O, --option <target.name=value>', 'an option of the target; repeatable', several)
  .option('--placeholder <name=value>', 'a value for %name%; repeatable', several)
  .option('--backend <package>', 'a package or file with further targets; repeatable', several)
  .option('--json', 'the parts as JSON, one query a line')
  .action(async (rule: string, options: Record<string, unknown>) => {
    const { explainCommand } = await import('./explain.js');
    await finish(explainCommand(rule, options));
  });

program
  .command('list')
  .description('List targets, formats, pipelines, modifiers or checks.')
  .argument('<what>', 'targets, formats, pipelines, modifiers or checks')
  .option('--backend <package>', 'a package or file with further targets; repeatable', several)
  .option('--json', 'as JSON')
  .action(async (what: string, options: Record<string, unknown>) => {
    const { listCommand } = await import('./list.js');
    await finish(listCommand(what, options));
  });

/** Waits for a subcommand, and for all that it wrote. */
async function finish(status: Promise<number>): Promise<void> {
  process.exitCode = await status;
  const { flushOut } = await import('./terminal.js');
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
    process.stderr.write(`sigmaql: ${error.message}\n`);
    process.exitCode = 2;
  } else throw error;
}

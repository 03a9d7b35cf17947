import type { Command } from 'commander';
import type { ConfigFlags } from './reader.js';
import { CONFIG, TRUST } from '../option-flags.js';

/** `sigmaql config`. @param finish waits for a subcommand */
export function addConfigCommands(
  program: Command,
  finish: (status: Promise<number>) => Promise<void>,
): void {
  const config = program.command('config').description('Check or begin a configuration file.');

  config
    .command('check')
    .description('Report what is wrong with a configuration file and its profiles.')
    .argument('[file]', 'the file, as with --config')
    .option(...CONFIG)
    .option(...TRUST)
    .action(async (file: string | undefined, options: ConfigFlags) => {
      const { configCheckCommand } = await import('../commands.js');
      const config = file ?? options.config;
      await finish(configCheckCommand({ ...options, ...(config !== undefined && { config }) }));
    });

  config
    .command('init')
    .description('Write sigmaql.config.yml with every setting, and its schema for editors.')
    .action(async () => {
      const { configInitCommand } = await import('../commands.js');
      await finish(configInitCommand());
    });

  config
    .command('schema')
    .description('Print the JSON schema of configuration files.')
    .action(async () => {
      const { configSchemaCommand } = await import('../commands.js');
      await finish(configSchemaCommand());
    });
}

import { Command } from 'commander';
import type { ErrorOptions } from 'commander';
import { withAdvice } from './sigma-cli.js';

/** What commander's `option` takes. */
export type Flag = readonly [
  flags: string,
  description: string,
  parse?: (value: string, previous: string[] | undefined) => string[],
];

/** A command that takes options which it shares with others, as lists. */
export class Subcommand extends Command {
  override createCommand(name?: string): Subcommand {
    return new Subcommand(name);
  }

  override error(message: string, options?: ErrorOptions): never {
    return super.error(withAdvice(message), options);
  }

  takes(flags: readonly Flag[]): this {
    for (const [name, description, parse] of flags) {
      if (parse) this.option(name, description, parse);
      else this.option(name, description);
    }
    return this;
  }
}

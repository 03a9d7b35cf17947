/** Subcommands that match events. */
export { matchCommand } from './match.js';
export { testCommand } from './test-rules.js';

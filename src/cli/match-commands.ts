/** Subcommands that match events. */
export { matchCommand } from './match/match.js';
export { testCommand } from './match/test-rules.js';

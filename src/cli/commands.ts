/** Subcommands that share nearly all of their code: one file, as each more takes time to find. */
export { completionCommand } from './completion.js';
export { configCheckCommand, configInitCommand, configSchemaCommand } from './config/command.js';
export { convertCommand } from './convert/convert.js';
export { explainCommand } from './explain.js';
export { inspectCommand } from './inspect.js';
export { listCommand } from './list.js';
export { pipelineCheckCommand, pipelineShowCommand } from './pipeline.js';
export { publishCommand } from './publish/publish.js';
export { visible } from '../source/visible.js';
export { flushOut, tell } from './terminal/terminal.js';
export { UsageError } from './usage-error.js';

/** The subcommands that share nearly all of what they load: one file, as each more takes time to find. */
export { convertCommand } from './convert.js';
export { explainCommand } from './explain.js';
export { inspectCommand } from './inspect.js';
export { listCommand } from './list.js';
export { matchCommand } from './match.js';
export { pipelineCheckCommand, pipelineShowCommand } from './pipeline.js';

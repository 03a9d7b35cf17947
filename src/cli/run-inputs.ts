import { configPaths } from './config/config.js';
import { protectedFiles } from './output/destination.js';
import type { Protected } from './output/destination.js';
import type { PolicyFlags } from './policy.js';
import { placeholderFiles } from './settings.js';
import type { Flags, Settings } from './settings.js';

/** All that a run reads, so that none of it is written over. */
export function runInputs(
  rules: Iterable<string>,
  flags: Flags & PolicyFlags,
  settings: Settings,
): Protected {
  const { baseline, updateBaseline } = flags;
  return protectedFiles([
    ...rules,
    ...(settings.pipelines ?? []),
    ...settings.packages,
    ...placeholderFiles(flags),
    ...configPaths(flags),
    ...(baseline === undefined || updateBaseline ? [] : [baseline]),
  ]);
}

import type { Level } from '../model/level.js';
import type { Json } from '../source/json.js';

/** How a document of a format is to run, as the user sets it; what is left out, the format decides. */
export interface Deployment {
  readonly enabled?: boolean;
  /** Index patterns of Elasticsearch. */
  readonly index?: readonly string[];
  /** How often it runs, in minutes: an hour or a day by a whole number. */
  readonly interval?: number;
  /** How far back a run reads, in minutes, at least; a correlation may need more. */
  readonly lookback?: number;
  /** How long it is quiet after an alert, in minutes. */
  readonly throttle?: number;
  /** In place of the rule's own level. */
  readonly severity?: Level;
  /** What its name begins with. */
  readonly prefix?: string;
  /** Further keys of the document, as the product has them. */
  readonly set?: Readonly<Record<string, Json>>;
}

export type DeploymentSetting = keyof Deployment;

/** `15m` or `2h`. */
export function shortDuration(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/** `PT15M` or `PT2H`. */
export function isoDuration(minutes: number): string {
  return `PT${shortDuration(minutes).toUpperCase()}`;
}

/**
 * Lines of a document, `key: value` or `key = value`, without those of keys that the user sets; what is
 * indented belongs to the line before.
 */
export function withoutSet(lines: readonly string[], set: Deployment['set']): readonly string[] {
  if (!set) return lines;
  let drops = false;
  return lines.filter((line) => {
    if (/^\s/.test(line)) return !drops;
    const key = /^[^:=\s]+/.exec(line)?.[0];
    drops = key !== undefined && Object.hasOwn(set, key);
    return !drops;
  });
}

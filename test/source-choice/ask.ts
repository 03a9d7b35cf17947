import { expect } from 'vitest';
import { dsl } from '../../backends/dsl/index.js';
import { eql } from '../../backends/eql/index.js';
import { esql } from '../../backends/esql/index.js';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import type { Query } from '../../src/convert/index.js';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { defaultsOf, firstQuery } from '../support/defaults.js';

/* What a rule itself says of its events chooses the source, on every target alike. */

const targets = { kql, splunk, lucene, dsl, eql, esql };
export type TargetName = keyof typeof targets;
const settings = await defaultsOf(Object.values(targets));

export const EVERY = Object.keys(targets) as readonly TargetName[];
export const ELASTIC: readonly TargetName[] = ['lucene', 'dsl', 'eql', 'esql'];
/** One of each store. */
export const ALL: readonly TargetName[] = ['kql', 'splunk', 'lucene'];

export const PROCESS = { product: 'windows', category: 'process_creation' };
export const SECURITY = 'source IN (WinEventLog:Security, XmlWinEventLog:Security)';
export const SYSMON =
  'source IN (WinEventLog:Microsoft-Windows-Sysmon/Operational, XmlWinEventLog:Microsoft-Windows-Sysmon/Operational)';

export function ask(target: TargetName, logsource: object, detection: object, rest = {}): Query {
  return firstQuery({ logsource, detection }, { ...settings.get(target)!, ...rest });
}

export function query(target: TargetName, logsource: object, detection: object): string | null {
  return ask(target, logsource, detection).text;
}

/** Why a rule is refused, which it must be. */
export function errors(
  target: TargetName,
  logsource: object,
  detection: object,
): readonly Diagnostic[] {
  const { text, diagnostics } = ask(target, logsource, detection);
  expect(text).toBeNull();
  return diagnostics.filter((d) => d.severity === 'error');
}

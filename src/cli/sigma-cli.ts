/*
 * Names that sigma-cli and its plugins have for what is called something else here. A name of ours, of
 * a file or of a loaded package takes precedence.
 * https://github.com/SigmaHQ/pySigma-backend-kusto
 * https://github.com/SigmaHQ/pySigma-backend-elasticsearch
 * https://github.com/SigmaHQ/pySigma-backend-splunk
 * https://github.com/SigmaHQ/pySigma-pipeline-sysmon
 * https://github.com/SigmaHQ/pySigma-pipeline-windows
 */

/** Targets; `es-qs` was that of sigmac. */
export const TARGET_ALIASES: ReadonlyMap<string, string> = new Map([
  ['kusto', 'kql'],
  ['microsoft365defender', 'kql'],
  ['elasticsearch', 'lucene'],
  ['es-qs', 'lucene'],
]);

/** Targets that are formats here, or not there at all, and what to use. */
export const TARGET_HINTS: ReadonlyMap<string, string> = new Map([
  ['elastalert', 'Use -t lucene -f elastalert.'],
  ['es-rule', 'Use -t lucene -f siem_rule.'],
  ['splunk_spl2', 'Use splunk.'],
]);

/** Formats, of any target that has one of this name. */
export const FORMAT_ALIASES: ReadonlyMap<string, string> = new Map([
  ['dsl_lucene', 'dsl'],
  ['kibana_ndjson', 'kibana'],
]);

export const PIPELINE_ALIASES: ReadonlyMap<string, string> = new Map([
  ['azure_monitor', 'sentinel'],
  ['ecs_kubernetes', 'ecs-kubernetes'],
  ['ecs_macos_esf', 'ecs-macos'],
  ['ecs_windows', 'ecs-windows'],
  ['ecs_zeek_beats', 'zeek'],
  ['ecs_zeek_corelight', 'zeek-corelight'],
  ['microsoft_365_defender', 'microsoft-xdr'],
  ['microsoft_xdr', 'microsoft-xdr'],
  ['sentinel_asim', 'asim'],
  ['splunk_cim', 'cim'],
  ['splunk_windows', 'splunk-windows'],
  ['windows-logsources', 'windows'],
]);

/** Pipelines that do something else than any of ours, and what to use. */
export const PIPELINE_HINTS: ReadonlyMap<string, string> = new Map([
  [
    'sysmon',
    'Use splunk-sysmon for Splunk, ecs-windows for Elasticsearch, sentinel for KQL, or windows for conditions on Channel and EventID.',
  ],
  ['ecs_windows_old', 'Use ecs-windows, which is for Winlogbeat 7 and later, or a file.'],
  ['splunk_sysmon_acceleration', 'Use splunk-sysmon, or cim for accelerated data models.'],
]);

/** The name of ours for a pipeline of sigma-cli; null if there is none. */
export function pipelineAlias(name: string): string | null {
  return PIPELINE_ALIASES.get(withoutSuffix(name)) ?? null;
}

export function pipelineHint(name: string): string | null {
  return PIPELINE_HINTS.get(withoutSuffix(name)) ?? null;
}

/** Some versions of its plugins end the names of pipelines with it. */
function withoutSuffix(name: string): string {
  return name.replace(/_pipeline$/, '');
}

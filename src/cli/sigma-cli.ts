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
  [
    'opensearch',
    'Use -t lucene -O lucene.flavour=opensearch, or -t dsl -O dsl.flavour=opensearch.',
  ],
  ['opensearch_lucene', 'Use -t lucene -O lucene.flavour=opensearch.'],
]);

/** Formats, of any target that has one of this name. */
export const FORMAT_ALIASES: ReadonlyMap<string, string> = new Map([
  ['dsl_lucene', 'dsl'],
  ['kibana_ndjson', 'kibana'],
]);

/** Formats that are something else here, and what to use. */
export const FORMAT_HINTS: ReadonlyMap<string, string> = new Map([
  ['data_model', 'Use the pipeline: -p cim.'],
  ['eql', 'Use the target: -t eql.'],
  ['esql', 'Use the target: -t esql.'],
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

/** Commands and flags of `convert` that are not here, and what to do instead. */
export const COMMAND_HINTS: ReadonlyMap<string, string> = new Map([
  ['check', 'Use `sigmaql inspect`, which reports problems with a code and a line.'],
  ['analyze', 'Use `sigmaql catalog build`.'],
  ['plugin', 'Targets and pipelines are part of sigmaql; --backend loads packages with others.'],
  ['version', 'Use --version.'],
]);

const NO_PIPELINE_CHECK = 'Remove it: a pipeline that is for none of the targets is an error.';
const NO_METHOD = 'Remove it: there is one method, with windows that slide.';
const FILE_PATTERN = "Name the files by a glob, such as 'rules/**/*.yaml'.";
const NO_INDENT = 'Remove it: --json prints one object per line.';
const NO_ENCODING = 'Remove it: output is UTF-8.';

export const FLAG_HINTS: ReadonlyMap<string, string> = new Map([
  ['--pipeline-check', NO_PIPELINE_CHECK],
  ['--disable-pipeline-check', NO_PIPELINE_CHECK],
  ['-c', NO_METHOD],
  ['--correlation-method', NO_METHOD],
  ['-P', FILE_PATTERN],
  ['--file-pattern', FILE_PATTERN],
  ['--fail-unsupported', 'Remove it: a rule that is refused fails the run, unless -s is given.'],
  ['--backend-option', 'Use -O target.name=value.'],
  ['-j', NO_INDENT],
  ['--json-indent', NO_INDENT],
  ['-e', NO_ENCODING],
  ['--encoding', NO_ENCODING],
  ['--enable-template-vars', 'Remove it: templates run no code.'],
]);

/** What commander says of a command or flag that it does not know, with what to do instead. */
export function withAdvice(message: string): string {
  const [, what, name] = /^error: unknown (command|option) '([^']*)'/.exec(message) ?? [];
  const advice = (what === 'command' ? COMMAND_HINTS : FLAG_HINTS).get(name ?? '');
  return advice === undefined ? message : `error: unknown ${what} '${name}'. ${advice}`;
}

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

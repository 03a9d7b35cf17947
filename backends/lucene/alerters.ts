import {
  byLevel,
  joinTexts,
  jsonLines,
  markOf,
  placeInJson,
  replaceEach,
  shortDuration,
  yamlDocuments,
  yamlQuoted,
  yamlString,
  yamlWithSet,
} from '../../src/backend/index.js';
import {
  DETECTION_SEVERITIES,
  detectionSchedule,
  notInOpenSearch,
  searchedIndices,
} from '../../src/backend/elastic/index.js';
import type { AboutQuery, Format, MappedText } from '../../src/backend/index.js';
import { codes } from './codes.js';

/** https://elastalert2.readthedocs.io/en/latest/ruletypes.html */
export const elastalert: Format = {
  name: 'elastalert',
  description: 'A rule for ElastAlert 2 (YAML)',
  extension: 'yaml',
  wrap: writeElastalert,
  bundle: yamlDocuments,
  takes: ['enabled', 'index', 'lookback', 'throttle', 'severity', 'prefix', 'set'],
  deploys: true,
};

/** From 1, the most urgent, to 5. */
const PRIORITIES = { informational: 5, low: 4, medium: 3, high: 2, critical: 1 };

function writeElastalert(query: MappedText, about: AboutQuery): MappedText {
  const { rule, id, name, deployment } = about;
  const { enabled = false, lookback, throttle } = deployment;
  const lines = [
    // Rules of one name exclude each other.
    `name: ${fixedString(`${name} - ${markOf(id)}`)}`,
    `description: ${fixedString(rule.description?.trim() || name)}`,
    `index: ${yamlString(searchedIndices(about).join(','))}`,
    'type: any',
    `priority: ${byLevel(rule, PRIORITIES, 4)}`,
    `is_enabled: ${enabled}`,
    ...(lookback === undefined ? [] : ['buffer_time:', `  minutes: ${lookback}`]),
    ...(throttle === undefined ? [] : ['realert:', `  minutes: ${throttle}`]),
    'alert:',
    '  - debug',
  ];
  const own = yamlWithSet(lines, deployment.set);
  const before = ['filter:', '  - query:', '      query_string:', '        query: '];
  const fixed = replaceEach(yamlQuoted(query), /\$/g, () => DOLLAR);
  return joinTexts([[...own, ...before].join('\n'), fixed, '\n']);
}

/**
 * Before it reads the YAML, ElastAlert 2 puts environment variables in place of `$NAME` and `${NAME}`.
 * https://github.com/jertel/elastalert2/blob/master/elastalert/yaml.py
 */
function fixedString(value: string): string {
  return yamlString(value).replaceAll('$', () => DOLLAR);
}

const DOLLAR = '\\x24';

/** https://www.elastic.co/docs/explore-analyze/alerts-cases/watcher/how-watcher-works */
export const watcher: Format = {
  name: 'watcher',
  description: 'A watch for Elasticsearch (JSON)',
  extension: 'json',
  wrap: (query, about) => placeInJson((text) => watch(text, about), query, 2),
  bundle: jsonLines,
  takes: ['index', 'interval', 'lookback', 'throttle', 'severity', 'prefix', 'set'],
  deploys: true,
  // The body of its search is a template.
  // https://www.elastic.co/docs/explore-analyze/alerts-cases/watcher/input-search
  limits: (query) => (query.includes('{{') ? [codes['lucene-watch-template']()] : []),
  refuses: (options) => notInOpenSearch('Watcher', options),
};

function watch(query: string, about: AboutQuery): object {
  const { rule, id, name, deployment } = about;
  const { interval, from } = detectionSchedule(about);
  const [severity] = byLevel(rule, DETECTION_SEVERITIES, DETECTION_SEVERITIES.low);
  const range = { '@timestamp': { gte: from } };
  const filter = [{ query_string: { query, analyze_wildcard: false } }, { range }];
  return {
    metadata: { id, title: name, severity, tags: rule.tags.map((t) => t.text) },
    trigger: { schedule: { interval } },
    input: {
      search: {
        request: {
          indices: searchedIndices(about),
          body: { size: 10, query: { bool: { filter } } },
        },
      },
    },
    condition: { compare: { 'ctx.payload.hits.total': { gt: 0 } } },
    actions: {
      log: {
        // What is in braces would be a template.
        logging: { text: `${name.replace(/[{}]/g, '_')}: {{ctx.payload.hits.total}} events` },
      },
    },
    ...(deployment.throttle === undefined
      ? {}
      : { throttle_period: shortDuration(deployment.throttle) }),
    ...deployment.set,
  };
}

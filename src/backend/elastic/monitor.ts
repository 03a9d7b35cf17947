import { placeInJson, placeJson, replaceEach } from '../../source/mapped-text.js';
import { byLevel } from '../../model/level.js';
import { jsonLines } from '../bundles.js';
import type { AboutQuery, Format } from '../format.js';
import { elasticCodes } from './codes.js';
import { searchedIndices } from './indices.js';
import { isOpenSearch } from './opensearch.js';
import { detectionSchedule } from './siem-rule.js';

/** From 1, the most urgent, to 5. */
const SEVERITIES = { informational: '5', low: '4', medium: '3', high: '2', critical: '1' };

/**
 * A monitor of OpenSearch's Alerting, as its API takes it: it searches every few minutes, and alerts
 * if it finds something.
 * https://docs.opensearch.org/latest/observing-your-data/alerting/api/
 */
export function monitorOf(language: 'lucene' | 'dsl'): Format {
  return {
    name: 'monitor',
    description: 'A monitor for Alerting in OpenSearch (a line of JSON)',
    extension: 'json',
    wrap: (query, about) =>
      language === 'dsl'
        ? placeJson((clause) => monitor(clause, about), replaceEach(query, WILDCARD, literal))
        : placeInJson(
            (text) => monitor({ query_string: { query: text, analyze_wildcard: false } }, about),
            query,
          ),
    bundle: jsonLines,
    takes: ['enabled', 'index', 'interval', 'lookback', 'severity', 'prefix', 'set'],
    deploys: true,
    // The search of a monitor is a template.
    limits: (query) =>
      query.replace(WILDCARD, literal).includes('{{')
        ? [elasticCodes['elastic-monitor-template']()]
        : [],
    refuses: (options) =>
      isOpenSearch(options)
        ? null
        : 'a monitor runs in OpenSearch. Set the option flavour to opensearch, or use the format siem_rule',
  };
}

/** A clause of Query DSL that asks for a pattern, to the end of the pattern. */
const WILDCARD = /"wildcard":\s*\{\s*"(?:[^"\\]|\\.)*":\s*(?:\{\s*"value":\s*)?"(?:[^"\\]|\\.)*"/g;

/** In patterns, a brace after a backslash is itself, and begins no template. */
function literal(clause: string): string {
  return clause.replace(/\{{2,}/g, (braces) => String.raw`\\{`.repeat(braces.length));
}

function monitor(query: unknown, about: AboutQuery): object {
  const { rule, name, deployment } = about;
  const { from, minutes } = detectionSchedule(about);
  const end = '{{period_end}}';
  const gte = from.replace(/^now/, `${end}||`);
  const range = { '@timestamp': { gte, lte: end, format: 'epoch_millis' } };
  return {
    type: 'monitor',
    name,
    monitor_type: 'query_level_monitor',
    enabled: deployment.enabled ?? false,
    schedule: { period: { interval: minutes, unit: 'MINUTES' } },
    inputs: [
      {
        search: {
          indices: searchedIndices(about),
          query: { size: 10, query: { bool: { filter: [query, { range }] } } },
        },
      },
    ],
    triggers: [
      {
        name,
        severity: byLevel(rule, SEVERITIES, '4'),
        condition: {
          script: { source: 'ctx.results[0].hits.total.value > 0', lang: 'painless' },
        },
        actions: [],
      },
    ],
    ...deployment.set,
  };
}

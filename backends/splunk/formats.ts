import { byLevel, commented, joinTexts, paragraphs, replaceEach } from '../../src/backend/index.js';
import type { AboutQuery, Format } from '../../src/backend/index.js';

export const query: Format = {
  name: 'query',
  description: 'Just the search',
  extension: 'spl',
  wrap: null,
  /** https://help.splunk.com/en/splunk-enterprise/search/search-manual/10.0/search-overview/add-comments-to-searches */
  bundle: commented((line) => `\`\`\`${line.replaceAll('`', "'")}\`\`\``),
};

/**
 * A stanza of `savedsearches.conf`, not scheduled until someone sets `enableSched`. A backslash at
 * the end of a line continues the value on the next.
 * https://help.splunk.com/en/data-management/splunk-enterprise-admin-manual/10.0/10.0.0-configuration-file-reference/savedsearches.conf
 */
export const savedSearches: Format = {
  name: 'savedsearches',
  description: 'A savedsearches.conf stanza per query',
  extension: 'conf',
  bundle: paragraphs,
  deploys: true,
  wrap: (search, about) => {
    const { rule } = about;
    const lines = [`[${stanzaName(about)}]`];
    const description = oneLine(rule.description ?? '');
    if (description !== '') lines.push(`description = ${description}`);
    lines.push(
      'enableSched = 0',
      'cron_schedule = 0 * * * *',
      'dispatch.earliest_time = -65m@m',
      'dispatch.latest_time = -5m@m',
      `alert.severity = ${byLevel(rule, SEVERITIES, 3)}`,
      'search = ',
    );
    return joinTexts([lines.join('\n'), replaceEach(search, /\n/g, () => '\\\n'), '\n']);
  },
};

/** `alert.severity`: 1 debug, 2 info, 3 warn, 4 error, 5 severe, 6 fatal. */
const SEVERITIES = { informational: 2, low: 2, medium: 3, high: 4, critical: 5 };

/**
 * Two stanzas of one name are one, so each has a part of the query's id: names hang on nothing else
 * in the run, and none is that of a stanza of Splunk's own, such as `default`.
 */
function stanzaName({ id, name }: AboutQuery): string {
  const title = oneLine(name).replaceAll('[', '(').replaceAll(']', ')');
  return `${title} - ${id.slice(0, 8)}`;
}

/** No line breaks, and no backslash at the end. */
function oneLine(value: string): string {
  const flat = value.replace(/[\u0000-\u0020\u007f\u0085\u2028\u2029]+/g, ' ').trim();
  return flat.endsWith('\\') ? `${flat}.` : flat;
}

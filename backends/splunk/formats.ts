import { byLevel, joinTexts, replaceEach } from '../../src/backend/index.js';
import type { Format, Rule } from '../../src/backend/index.js';

export const query: Format = {
  name: 'query',
  description: 'Just the search',
  extension: 'spl',
  wrap: null,
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
  wrap: (search, rule) => {
    const lines = [`[${stanzaName(search.text, rule)}]`];
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

/** Two stanzas of one name are one; a rule with several conditions has a search for each. */
function stanzaName(search: string, rule: Rule): string {
  const title = oneLine(rule.title).replaceAll('[', '(').replaceAll(']', ')');
  const name = title === '' ? 'Untitled rule' : title;
  return rule.detection.conditions.length > 1 ? `${name} (${checksum(search)})` : name;
}

/** No line breaks, and no backslash at the end. */
function oneLine(value: string): string {
  const flat = value.replace(/[\u0000-\u0020\u007f\u0085\u2028\u2029]+/g, ' ').trim();
  return flat.endsWith('\\') ? `${flat}.` : flat;
}

/** FNV-1a, as eight hexadecimal digits. */
function checksum(value: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < value.length; i++) {
    hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

import { commented } from '../../src/backend/index.js';
import type { Format } from '../../src/backend/index.js';
import { splunkApp } from './app.js';
import { savedSearches } from './saved-searches.js';

const query: Format = {
  name: 'query',
  description: 'Just the search',
  extension: 'spl',
  wrap: null,
  showsFields: true,
  /** https://help.splunk.com/en/splunk-enterprise/search/search-manual/10.0/search-overview/add-comments-to-searches */
  bundle: commented((line) => `\`\`\`${line.replaceAll('`', "'")}\`\`\``),
};

export const formats: readonly Format[] = [query, savedSearches, splunkApp];

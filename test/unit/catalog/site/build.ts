import { kql } from '../../../../backends/kql/index.js';
import { loadAttack } from '../../../../src/model/attack/load.js';
import { inspector } from '../../../../src/catalog/inspect/inspect.js';
import { catalogOf } from '../../../../src/catalog/site/catalog.js';
import type { Catalog, CatalogInput } from '../../../../src/catalog/site/catalog.js';
import type { CatalogRule } from '../../../../src/catalog/site/entry.js';
import type { SiteOptions } from '../../../../src/catalog/site/layout.js';
import { catalogRules } from '../../../../src/catalog/site/read.js';
import { convert } from '../../../../src/convert/index.js';
import { readLibrary } from '../../../support/read-library.js';

const inspect = await inspector();
const attack = await loadAttack();

/** The rules of a Sigma text, with their KQL. */
export function rulesOf(text: string, path = 'rule.yml'): readonly CatalogRule[] {
  const library = readLibrary(text, { path });
  const queries = convert(library, { backend: kql });
  const targets = [{ title: kql.title, queries }];
  return catalogRules(library.documents, { path, text }, { library, targets, inspect, attack });
}

interface Written {
  readonly title?: string;
  readonly id?: string;
  readonly level?: string;
  readonly author?: string;
  readonly tags?: readonly string[];
  /** A flow map. */
  readonly logsource?: string;
  /** The lines of the detection section. */
  readonly detection: string;
  readonly path?: string;
}

export function ruleOf(written: Written): CatalogRule {
  const { detection, logsource = '{ product: windows }', tags, path = 'rule.yml' } = written;
  const head = (['title', 'id', 'level', 'author'] as const)
    .filter((key) => written[key] !== undefined)
    .map((key) => `${key}: ${JSON.stringify(written[key])}\n`);
  const listed = tags ? `tags: ${JSON.stringify(tags)}\n` : '';
  const body = detection.trim().replace(/^(?=.)/gm, '  ');
  const title = written.title === undefined ? 'title: A rule\n' : '';
  return rulesOf(
    `${title}${head.join('')}${listed}logsource: ${logsource}\ndetection:\n${body}\n`,
    path,
  )[0]!;
}

export const options: SiteOptions = {
  title: 'Rules',
  sourceUrl: null,
  date: null,
  generator: 'a test',
  attackVersion: '1.0',
  live: false,
};

export function catalogWith(
  rules: readonly CatalogRule[],
  more: Partial<CatalogInput> = {},
): Catalog {
  return catalogOf({ rules, filters: [], others: [], attack, previous: null, options, ...more });
}

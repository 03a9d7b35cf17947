import { assets } from './assets.generated.js';
import type { Catalog } from './catalog.js';
import { manifestOf, printManifest } from './changes.js';
import { layout } from './layout.js';
import type { Page } from './layout.js';
import { navigatorLayer } from './navigator.js';
import { changesPage } from './pages/changes.js';
import { duplicatesPage } from './pages/duplicates.js';
import { eventOverview, eventPage } from './pages/events.js';
import { allRules, facetPages } from './pages/facet.js';
import { filterOverview, filterPage, FILTERS } from './pages/filters.js';
import { homePage } from './pages/home.js';
import { indicatorOverview, indicatorPage, indicatorsByPage } from './pages/indicator.js';
import { attackPage, matrixPage } from './pages/matrix.js';
import { rulePage } from './pages/rule.js';
import { unreadPage } from './pages/unread.js';
import { searchScript } from './search-data.js';

/**
 * The files of a site by path, relative and with `/`; each is made on request. Paths hold
 * no more than letters, digits, `_`, `-`, `.` and one `/`.
 */
export type Site = ReadonlyMap<string, () => string>;

/** The name of the file that the next build compares itself with. */
export const MANIFEST = 'manifest.json';

/** Every file of the site of a catalogue. */
export function siteOf(catalog: Catalog): Site {
  const site = new Map<string, () => string>();
  const add = (path: string, text: () => string): void => {
    if (site.has(path)) throw new Error(`Two files of the site would be ${path}.`);
    site.set(path, text);
  };
  for (const [name, text] of Object.entries(assets)) {
    if (name !== 'live.js' || catalog.options.live) add(`assets/${name}`, () => text);
  }
  add('assets/rules.js', () => searchScript(catalog));
  add('attack/navigator.json', () => navigatorLayer(catalog));
  for (const [path, page] of pagesOf(catalog)) {
    add(path, () => layout(page(), catalog.options));
  }
  add(MANIFEST, () => printManifest(manifestOf(catalog.index.rules)));
  return site;
}

function* pagesOf(catalog: Catalog): Iterable<readonly [path: string, page: () => Page]> {
  yield ['index.html', () => homePage(catalog)];
  yield ['by/all.html', () => allRules(catalog)];
  yield* facetPages(catalog);
  for (const [rule, path] of catalog.pageOf) yield [path, () => rulePage(rule, catalog)];
  if (catalog.filters.length > 0) {
    yield [FILTERS, () => filterOverview(catalog)];
    for (const [filter, path] of catalog.filterPages) {
      yield [path, () => filterPage(filter, catalog)];
    }
  }
  yield ['attack/index.html', () => matrixPage(catalog)];
  for (const [id, listed] of catalog.attackPages) {
    yield [listed.path, () => attackPage(id, listed, catalog)];
  }
  yield ['events/index.html', () => eventOverview(catalog)];
  for (const listed of catalog.eventPages.values()) {
    if (listed.rules.length > 1) yield [listed.path, () => eventPage(listed, catalog)];
  }
  yield ['indicators/index.html', () => indicatorOverview(catalog)];
  for (const [path, shared] of indicatorsByPage(catalog)) {
    yield [path, () => indicatorPage(path, shared, catalog)];
  }
  yield ['duplicates.html', () => duplicatesPage(catalog)];
  yield ['changes.html', () => changesPage(catalog)];
  yield ['unread.html', () => unreadPage(catalog)];
}

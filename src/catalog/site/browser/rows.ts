import type { SearchFacet, SearchRule } from './data.js';
import { bdi, element } from './dom.js';
import { snippet } from './search.js';
import type { Searched } from './search.js';

const LEVELS: readonly string[] = ['critical', 'high', 'medium', 'low', 'informational'];

/** A rule as the lists of all pages have it, and where something was found in it. */
export function ruleRow(
  rule: SearchRule,
  lower: Searched,
  facets: readonly SearchFacet[],
  terms: readonly string[],
  ranges: Range[],
): HTMLElement {
  const [page, title, status, logsource, , text] = rule;
  const [level] = labelsOf(rule, facets, 'level');
  const name = bdi(title);
  const row = element('li', {}, element('a', { href: page }, name));
  mark(name, terms, ranges);
  if (level !== undefined) {
    const className = LEVELS.includes(level) ? level : 'level';
    row.append(element('b', { className }, bdi(level)));
  }
  const about = element('i');
  for (const each of [status, logsource, labelsOf(rule, facets, 'tactic').join(', ')]) {
    if (each !== '') about.append(about.hasChildNodes() ? ' · ' : '', bdi(each));
  }
  row.append(about);
  const missing = terms.find((t) => !lower.title.includes(t));
  const where = missing === undefined ? null : snippet(text, lower.text, missing);
  if (where !== null) {
    const line = bdi(where);
    row.append(element('span', { className: 'hit' }, line));
    mark(line, terms, ranges);
  }
  return row;
}

function labelsOf(
  rule: SearchRule,
  facets: readonly SearchFacet[],
  key: string,
): readonly string[] {
  const f = facets.findIndex((facet) => facet.key === key);
  return (rule[4][f] ?? []).map((v) => facets[f]!.values[v]![1]);
}

/** Adds the places of terms in the text of an element. */
function mark(shown: HTMLElement, terms: readonly string[], ranges: Range[]): void {
  for (const node of shown.childNodes) {
    if (!(node instanceof Text)) continue;
    const lower = node.data.toLowerCase();
    if (lower.length !== node.data.length) continue;
    for (const term of terms) {
      for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + term.length)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + term.length);
        ranges.push(range);
      }
    }
  }
}

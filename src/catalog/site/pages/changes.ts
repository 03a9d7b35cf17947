import type { Catalog } from '../catalog.js';
import { changesSince } from '../changes.js';
import type { Change, ChangedRule, Changes, ManifestRule } from '../changes.js';
import { bdi, markup } from '../html.js';
import type { Child, Html } from '../html.js';
import type { Page } from '../layout.js';
import { count, ruleList, thousands } from './list.js';

const PATH = 'changes.html';

/** What is not as it was at the build before. */
export function changesPage(catalog: Catalog): Page {
  const { previous, index } = catalog;
  return {
    path: PATH,
    title: 'Changes',
    body: markup`<h1>Changes</h1>${
      previous === null
        ? markup`<p class="lead">This is the first build: there is nothing to compare it with.</p>`
        : changes(changesSince(previous, index.rules), catalog)
    }`,
  };
}

function changes({ added, changed, removed }: Changes, catalog: Catalog): Child {
  if (added.length + changed.length + removed.length === 0) {
    return markup`<p class="lead">Nothing has changed since the last build.</p>`;
  }
  // What a reader of changes looks for is not to be lost among files that were moved.
  const only = (what: Change['what']) =>
    changed.filter((c) => c.changes.every((d) => d.what === what));
  const [moved, reworded] = [only('path'), only('text')];
  const others = changed.filter((c) => !moved.includes(c) && !reworded.includes(c));
  return [
    markup`<p class="lead">Since the last build: ${count(added.length, 'rule')} added, ${thousands(changed.length)} changed, ${thousands(removed.length)} removed.</p>`,
    section('Added', added.length, () => ruleList(added, catalog, PATH)),
    section('Changed', others.length, () => changedList(others, catalog)),
    section('Removed', removed.length, () => removedList(removed)),
    section('Written about', reworded.length, () => changedList(reworded, catalog)),
    section('Moved', moved.length, () => changedList(moved, catalog)),
  ];
}

function section(title: string, n: number, list: () => Html): Child {
  if (n === 0) return null;
  return markup`<section><h2>${title} <small>${thousands(n)}</small></h2>${list()}</section>`;
}

function changedList(changed: readonly ChangedRule[], catalog: Catalog): Html {
  const byRule = new Map(changed.map((c) => [c.rule, c.changes]));
  return ruleList([...byRule.keys()], catalog, PATH, (rule) => {
    return markup`<dl class="changes">${byRule
      .get(rule)!
      .map(
        (change) => markup`<div><dt>${change.what}</dt><dd>${changeText(change)}</dd></div>`,
      )}</dl>`;
  });
}

function changeText(change: Change): Child {
  switch (change.what) {
    case 'values':
      return [
        change.removed.map((v) => markup`<del><code>${v}</code></del> `),
        change.added.map((v) => markup`<ins><code>${v}</code></ins> `),
      ];
    case 'queries':
      return change.targets.join(', ');
    case 'logic':
      return 'The same values are linked in another way.';
    case 'text':
      return 'No more than what is written about the rule.';
    default:
      return markup`<del><code>${change.before}</code></del> <ins><code>${change.after}</code></ins>`;
  }
}

function removedList(removed: readonly ManifestRule[]): Html {
  return markup`<ul class="prose">${removed.map(
    ({ title, path, id }) =>
      markup`<li>${bdi(title)} <bdi class="path">${path}</bdi>${id !== null && markup` <code>${id}</code>`}</li>`,
  )}</ul>`;
}

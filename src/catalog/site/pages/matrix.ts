import { attackKindOf } from '../../../model/attack/attack.js';
import type { AttackObject } from '../../../model/attack/attack.js';
import type { Catalog, Listed } from '../catalog.js';
import type { CatalogRule } from '../entry.js';
import { joined, markup } from '../html.js';
import type { Child, Html } from '../html.js';
import type { Page } from '../layout.js';
import { mitreLink, tacticLink } from './coverage.js';
import { count, crumbs, ruleGroups, ruleList } from './list.js';

const MATRIX = 'attack/index.html';

/** A technique with its sub-techniques, in the order of their names. */
interface Technique {
  readonly object: AttackObject;
  readonly parts: readonly AttackObject[];
  /** Tagged with it or with a part of it, each once. */
  readonly rules: readonly CatalogRule[];
}

/** ATT&CK's matrix with the number of rules for each technique; what has none is there too. */
export function matrixPage(catalog: Catalog): Page {
  const { attack, facets, options } = catalog;
  const techniques = techniquesOf(catalog);
  const covered = techniques.filter((t) => t.rules.length > 0).length;
  return {
    path: MATRIX,
    title: 'ATT&CK',
    body: markup`<h1>MITRE ATT&amp;CK</h1>
      <p class="lead">Rules for ${covered} of ${techniques.length} techniques of Enterprise ATT&amp;CK ${options.attackVersion}. A technique counts the rules that are tagged with it or with one of its sub-techniques.</p>
      <p><a class="button" href="navigator.json" download="navigator.json">Layer for the ATT&amp;CK Navigator</a></p>
      <div class="matrix" tabindex="0" role="group" aria-label="Matrix">${attack.tactics.map(
        (tactic) => {
          const [short] = tactic.tactics;
          const own = techniques.filter((t) => t.object.tactics.includes(short!));
          const rules = facets.get('tactic')!.find((f) => f.value === short)?.rules.length ?? 0;
          return markup`<section><h2>${tacticLink(short!, catalog)}<small>${count(rules, 'rule')}</small></h2>
          <ul>${own.map((t) => techniqueCell(t, catalog))}</ul></section>`;
        },
      )}</div>
      ${others(catalog)}
      <section><h2 id="notice">Notice</h2><p class="hint prose">${attack.notice}</p></section>`,
  };
}

function techniquesOf({ attack, attackPages }: Catalog): readonly Technique[] {
  const parts = new Map<string, AttackObject[]>();
  const techniques: AttackObject[] = [];
  for (const object of attack.objects.values()) {
    if (object.retired) continue;
    if (object.kind === 'technique') techniques.push(object);
    else if (object.kind === 'sub-technique') {
      parts.set(object.parent!, [...(parts.get(object.parent!) ?? []), object]);
    }
  }
  return techniques.sort(byName).map((object) => {
    const own = (parts.get(object.id) ?? []).sort(byName);
    const ids = [object.id, ...own.map((o) => o.id)];
    const rules = new Set(ids.flatMap((id) => attackPages.get(id)?.rules ?? []));
    return { object, parts: own, rules: [...rules] };
  });
}

function byName(a: AttackObject, b: AttackObject): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function techniqueCell({ object, parts, rules }: Technique, catalog: Catalog): Html {
  const withRules = parts.filter((p) => catalog.attackPages.has(p.id)).length;
  return markup`<li data-heat="${heat(rules.length)}">${cell(object, rules.length, catalog)}
    ${
      parts.length > 0 &&
      markup`<details><summary>Sub-techniques ${withRules}/${parts.length}</summary><ul>${parts.map(
        (part) => {
          const n = catalog.attackPages.get(part.id)?.rules.length ?? 0;
          return markup`<li data-heat="${heat(n)}">${cell(part, n, catalog)}</li>`;
        },
      )}</ul></details>`
    }</li>`;
}

function cell({ id, name }: AttackObject, rules: number, { attackPages }: Catalog): Html {
  const page = attackPages.get(id);
  const text = markup`${name} <small>${id}</small>`;
  return page
    ? markup`<a href="${`../${page.path}`}">${text}</a><b>${rules}</b>`
    : markup`<span>${text}</span>`;
}

/** Five shades are told apart; their steps grow as numbers of rules do. */
function heat(rules: number): number {
  return [1, 3, 10, 30].filter((least) => rules >= least).length;
}

/** What is in no cell: groups, software, campaigns, and what our copy does not have. */
function others({ attackPages, attack }: Catalog): Child {
  const left = [...attackPages]
    .filter(([id]) => {
      const object = attack.objects.get(id);
      return !object || object.retired || !/technique$/.test(object.kind);
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (left.length === 0) return null;
  return markup`<section><h2>Groups, software and others</h2><ul class="values">${left.map(
    ([, { label, path, rules }]) =>
      markup`<li><a href="${`../${path}`}">${label}</a> <span>${rules.length}</span></li>`,
  )}</ul></section>`;
}

/** The rules for a technique, a group, or whatever else has an id. */
export function attackPage(id: string, { label, path, rules }: Listed, catalog: Catalog): Page {
  const { objects } = catalog.attack;
  const object = objects.get(id);
  const kind = attackKindOf(id);
  const above = object?.parent ? objects.get(object.parent) : undefined;
  const parts = [...catalog.attackPages].filter(([other]) => objects.get(other)?.parent === id);
  const tactics = (object?.tactics ?? []).map((t) => tacticLink(t, catalog));
  const all = new Set([rules, ...parts.map(([, listed]) => listed.rules)].flat());
  const facts = [
    all.size === rules.length
      ? count(rules.length, 'rule')
      : `${count(all.size, 'rule')}, ${rules.length} of them tagged with the technique itself`,
    ...(tactics.length > 0 ? [joined(tactics, ', ')] : []),
    ...(object && kind ? [mitreLink(id, kind)] : []),
    ...(object
      ? []
      : [markup`<span class="flag">not in ATT&amp;CK ${catalog.options.attackVersion}</span>`]),
    ...(object?.retired ? [markup`<span class="flag">withdrawn</span>`] : []),
  ];
  return {
    path,
    title: label,
    body: markup`${crumbs(
      markup`<a href="index.html">ATT&amp;CK</a>`,
      ...(above
        ? [
            markup`<a href="${`../${catalog.attackPages.get(above.id)!.path}`}">${`${above.id} ${above.name}`}</a>`,
          ]
        : []),
    )}
      <h1>${kind && markup`<span class="kind">${kind}</span> `}${label}</h1>
      <p class="lead">${joined(facts, ' · ')}</p>
      ${ruleGroups(rules, catalog, path)}
      ${parts.map(
        ([
          ,
          listed,
        ]) => markup`<section><h2><a href="${`../${listed.path}`}">${listed.label}</a> <small>${listed.rules.length}</small></h2>
        ${ruleList(listed.rules, catalog, path)}</section>`,
      )}`,
  };
}

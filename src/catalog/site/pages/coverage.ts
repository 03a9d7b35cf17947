import { attackUrl } from '../../../model/attack/attack.js';
import type { AttackKind } from '../../../model/attack/attack.js';
import { eventKey } from '../catalog.js';
import type { Catalog } from '../catalog.js';
import type { SigmaDetails } from '../entry.js';
import { bdi, joined, markup } from '../html.js';
import type { Child, Html } from '../html.js';
import { tacticName } from './list.js';

type Tag = SigmaDetails['attack'][number];

/** What a rule covers of ATT&CK: its tactics, then what else it is tagged with. */
export function attackCoverage({ attack }: SigmaDetails, catalog: Catalog): Html {
  const tactics = attack.filter((t) => t.kind === 'tactic');
  const linked = new Set(tactics.flatMap((t) => t.tactics));
  const tags = [...tactics, ...attack.filter((t) => t.kind !== 'tactic')];
  return markup`<section><h2>MITRE ATT&amp;CK coverage</h2>
    ${
      tags.length === 0
        ? markup`<p class="hint">The rule has no ATT&amp;CK tags.</p>`
        : markup`<ul class="attack">${tags.map((tag) => markup`<li>${tagText(tag, linked, catalog)}</li>`)}</ul>`
    }</section>`;
}

/**
 * The name leads to our rules for it, the id to MITRE's page.
 * @param linked tactics that have a link of their own
 */
function tagText(tag: Tag, linked: ReadonlySet<string>, catalog: Catalog): Child {
  const { id, kind, known, retired } = tag;
  const tactics =
    kind === 'tactic'
      ? []
      : tag.tactics.map((t) => (linked.has(t) ? tacticName(t, catalog) : tacticLink(t, catalog)));
  return [
    kind === 'tactic' ? ownTactic(tag, catalog) : objectLink(tag, catalog),
    known && id !== null && kind !== 'other' && markup` ${mitreLink(id, kind)}`,
    !known && markup` <span class="flag">not in ATT&amp;CK ${catalog.options.attackVersion}</span>`,
    retired && markup` <span class="flag">withdrawn${successors(tag)}</span>`,
    tactics.length > 0 && markup` <span class="ta">${joined(tactics, ', ')}</span>`,
  ];
}

function ownTactic({ tag, tactics, name }: Tag, catalog: Catalog): Child {
  const [short] = tactics;
  return short === undefined ? bdi(name ?? tag) : tacticLink(short, catalog);
}

export function tacticLink(short: string, catalog: Catalog): Html {
  const listed = catalog.facets.get('tactic')!.find((f) => f.value === short);
  const name = tacticName(short, catalog);
  return listed ? markup`<a href="${`../${listed.path}`}">${name}</a>` : markup`${name}`;
}

function objectLink(tag: Tag, catalog: Catalog): Child {
  const page = tag.id === null ? undefined : catalog.attackPages.get(tag.id);
  const text = tag.name === null ? bdi(tag.tag) : fullName(tag, catalog);
  return page ? markup`<a href="${`../${page.path}`}">${text}</a>` : text;
}

/** Of a sub-technique the technique's name too, as MITRE writes it. */
function fullName({ name, parent }: Tag, { attack }: Catalog): string {
  const above = parent === null ? undefined : attack.objects.get(parent)?.name;
  return above === undefined ? name! : `${above}: ${name!}`;
}

function successors({ replacedBy }: Tag): string {
  return replacedBy.length === 0 ? '' : `; now ${replacedBy.join(', ')}`;
}

/** An id, leading to MITRE's page about it. */
export function mitreLink(id: string, kind: AttackKind): Html {
  return markup`<a href="${attackUrl({ id, kind })}">${id}</a>`;
}

/** The events that a rule selects. */
export function eventCoverage({ events }: SigmaDetails, catalog: Catalog): Html {
  return markup`<section><h2>Event coverage</h2>
    ${
      events.length === 0
        ? markup`<p class="hint">There are no known event ids for this log source.</p>`
        : markup`<table class="events"><thead><tr><th>Log</th><th>Event</th><th>Meaning</th></tr></thead><tbody>${events.map(
            (event) => eventRow(event, catalog),
          )}</tbody></table>`
    }</section>`;
}

function eventRow(event: SigmaDetails['events'][number], catalog: Catalog): Html {
  const { channel, provider, id, meaning, known } = event;
  const { path, rules } = catalog.eventPages.get(eventKey(event))!;
  return markup`<tr><td>${channel ?? provider ?? 'any'}</td>
    <td>${rules.length > 1 ? markup`<a href="${`../${path}`}">${id ?? 'any'}</a>` : (id ?? 'any')}</td>
    <td>${meaning ?? (known ? 'Any event of it' : 'Not known here')}</td></tr>`;
}

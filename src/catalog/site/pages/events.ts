import type { Catalog, ListedEvent } from '../catalog.js';
import { bdi, markup } from '../html.js';
import type { Page } from '../layout.js';
import { count, crumbs, ruleGroups } from './list.js';

/** The events that rules select, by log: what each means, and how many rules there are for it. */
export function eventOverview({ eventPages }: Catalog): Page {
  const logs = new Map<string, ListedEvent[]>();
  for (const listed of eventPages.values()) {
    const log = listed.event.channel ?? listed.event.provider ?? 'Any log';
    logs.set(log, [...(logs.get(log) ?? []), listed]);
  }
  const sorted = [...logs].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    path: 'events/index.html',
    title: 'Events',
    body: markup`<h1>Event coverage</h1>
      <p class="lead">The events that rules select, by log. A rule stands at every event that its log source may mean, such as Sysmon's 1 and Security's 4688 for the creation of a process.</p>
      ${sorted.map(
        ([log, events]) => markup`<section><h2>${bdi(log)}</h2>
        <table class="events"><thead><tr><th>Event</th><th>Meaning</th><th>Rules</th></tr></thead>
        <tbody>${[...events].sort(byId).map(
          ({
            event: { id, meaning, provider, known },
            path,
            rules,
          }) => markup`<tr><td><a href="${`../${path}`}">${id ?? 'any'}</a></td>
          <td>${meaning ?? (known ? 'Any event of it' : 'Not known here')}${provider !== null && markup` <small>${provider}</small>`}</td><td>${rules.length}</td></tr>`,
        )}</tbody></table></section>`,
      )}`,
  };
}

function byId(a: ListedEvent, b: ListedEvent): number {
  return (
    (a.event.id ?? -1) - (b.event.id ?? -1) ||
    ((a.event.provider ?? '') < (b.event.provider ?? '') ? -1 : 1)
  );
}

/** The rules that select an event. */
export function eventPage({ event, label, path, rules }: ListedEvent, catalog: Catalog): Page {
  const { channel, provider, id } = event;
  const place = [channel, provider === channel ? null : provider].filter((p) => p !== null);
  const number = id === null ? 'Any event' : `Event ${id}`;
  return {
    path,
    title: `${number}: ${label}`,
    body: markup`${crumbs(markup`<a href="index.html">Events</a>`)}
      <h1><span class="kind">${number}</span> ${bdi(label)}</h1>
      <p class="lead">${place.length > 0 && markup`${bdi(place.join(', '))} · `}${count(rules.length, 'rule')}</p>
      ${ruleGroups(rules, catalog, path)}`,
  };
}

import type { Catalog, ListedEvent } from '../catalog.js';
import type { Page } from '../layout.js';
/** The events that rules select, by log: what each means, and how many rules there are for it. */
export declare function eventOverview({ eventPages }: Catalog): Page;
/** The rules that select an event. */
export declare function eventPage({ event, label, path, rules }: ListedEvent, catalog: Catalog): Page;

import { parseEvents } from './event-data.js';
import type { EventData } from './event-data.js';

let events: Promise<EventData> | null = null;

/**
 * The events of Windows and Sysmon, and what they mean. Loaded on first use, so that
 * nothing else pays for it.
 */
export function loadEvents(): Promise<EventData> {
  return (events ??= import('./events.js').then((m) => parseEvents(m.eventTables)));
}

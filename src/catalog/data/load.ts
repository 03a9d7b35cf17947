import { parseAttack } from './attack-data.js';
import type { AttackData } from './attack-data.js';
import { parseEvents } from './event-data.js';
import type { EventData } from './event-data.js';

// The data is loaded when it is first asked for: nothing else should pay for it.

let attack: Promise<AttackData> | null = null;
let events: Promise<EventData> | null = null;

/** The tactics, techniques, groups and software of Enterprise ATT&CK. */
export function loadAttack(): Promise<AttackData> {
  return (attack ??= import('./attack.js').then((m) =>
    parseAttack(m.attackText, m.attackVersion, m.attackNotice),
  ));
}

/** The events of Windows and Sysmon, and what they mean. */
export function loadEvents(): Promise<EventData> {
  return (events ??= import('./events.js').then((m) => parseEvents(m.eventTables)));
}

import type { AttackData } from './attack-data.js';
import type { EventData } from './event-data.js';
/** The tactics, techniques, groups and software of Enterprise ATT&CK. */
export declare function loadAttack(): Promise<AttackData>;
/** The events of Windows and Sysmon, and what they mean. */
export declare function loadEvents(): Promise<EventData>;

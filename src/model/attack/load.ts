import { parseAttack } from './attack.js';
import type { AttackData } from './attack.js';

let attack: Promise<AttackData> | null = null;

/**
 * The tactics, techniques, groups and software of Enterprise ATT&CK. Loaded when it is first asked
 * for, so that nothing else pays for it.
 */
export function loadAttack(): Promise<AttackData> {
  return (attack ??= import('./attack.data.js').then((m) =>
    parseAttack(m.attackText, m.attackVersion, m.attackNotice),
  ));
}

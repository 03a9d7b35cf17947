/**
 * What the events of Windows mean, in short words of our own: as of Windows 11, Windows Server
 * 2025 and Sysmon 15, looked over in November 2026. Kept by hand: to renew it,
 * hold the tables against the vendor's pages and change their lines; docs/catalog.md says how.
 *
 * https://learn.microsoft.com/windows/security/threat-protection/auditing/advanced-security-audit-policy-settings
 * https://learn.microsoft.com/windows-server/identity/ad-ds/plan/appendix-l--events-to-monitor
 * https://learn.microsoft.com/sysinternals/downloads/sysmon
 * https://learn.microsoft.com/defender-endpoint/troubleshoot-microsoft-defender-antivirus
 * https://learn.microsoft.com/windows/security/application-security/application-control/app-control-for-business/operations/event-id-explanations
 */
import { operational } from './events/operational.js';
import { security } from './events/security.js';
import { sysmon } from './events/sysmon.js';
import { system } from './events/system.js';

export const eventTables: readonly string[] = [security, system, sysmon, operational];

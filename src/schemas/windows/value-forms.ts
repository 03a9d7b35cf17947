/** How the values of a field are written, where no value in one form equals any in another. */
export type ValueForm = 'domain-user' | 'user' | 'decimal' | 'hexadecimal' | 'message' | 'word';

/** For messages. */
export const VALUE_FORMS: Readonly<Record<ValueForm, string>> = {
  'domain-user': 'a user name with its domain (`DOMAIN\\user`)',
  user: 'a user name without its domain',
  decimal: 'a decimal number',
  hexadecimal: 'a hexadecimal number (`0x1f4`)',
  message: 'the numbers of messages (`%%4417`), never their words',
  word: 'words (`demand start`), never numbers',
};

/**
 * By channel in lower case: fields of its events whose values are all in one form.
 * https://learn.microsoft.com/en-us/sysinternals/downloads/sysmon#events
 * https://github.com/splunk/security_content/blob/develop/data_sources/sysmon_eventid_1.yml
 * https://github.com/splunk/security_content/blob/develop/data_sources/sysmon_eventid_10.yml
 * https://github.com/splunk/security_content/blob/develop/data_sources/windows_event_log_system_7045.yml
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4624
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4688
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4625
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4663
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4769
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4776
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4719
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4738
 * https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-5156
 */
const FORMS: Readonly<Record<string, Readonly<Partial<Record<ValueForm, string>>>>> = {
  'microsoft-windows-sysmon/operational': {
    'domain-user': 'User ParentUser SourceUser TargetUser',
    decimal:
      'DestinationPort NewThreadId ParentProcessId ProcessId SourcePort SourceProcessId TargetProcessId',
    hexadecimal: 'GrantedAccess LogonId',
  },
  security: {
    user: 'SubjectUserName TargetUserName OldTargetUserName NewTargetUserName',
    decimal: 'LogonType KeyLength',
    hexadecimal:
      'NewProcessId SubjectLogonId TargetLogonId TicketEncryptionType TicketOptions AccessMask Status SubStatus',
    message:
      'AccessList AuditPolicyChanges CategoryId Direction ElevatedToken FailureReason ImpersonationLevel LayerName SubcategoryId TokenElevationType UserAccountControl VirtualAccount',
  },
  system: { word: 'ServiceType StartType' },
};

/**
 * In the events of every channel.
 * https://learn.microsoft.com/en-us/windows/win32/wes/eventschema-systempropertiestype-complextype
 */
const EVERYWHERE: ReadonlyMap<string, ValueForm> = new Map([['eventid', 'decimal']]);

const BY_CHANNEL: ReadonlyMap<string, ReadonlyMap<string, ValueForm>> = new Map(
  Object.entries(FORMS).map(([channel, forms]) => [
    channel,
    new Map([
      ...EVERYWHERE,
      ...(Object.entries(forms) as [ValueForm, string][]).flatMap(([form, names]) =>
        names.split(' ').map((name) => [name.toLowerCase(), form] as const),
      ),
    ]),
  ]),
);

/** The forms of fields in the events of a channel, both in lower case. */
export function valueFormsOf(channel: string): ReadonlyMap<string, ValueForm> {
  return BY_CHANNEL.get(channel) ?? EVERYWHERE;
}

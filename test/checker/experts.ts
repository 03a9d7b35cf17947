/** A rule of `rules/` as an expert on the product writes it by hand, before seeing what we write. */
export interface Expert {
  /** Below `rules/`, without the extension. */
  readonly rule: string;
  readonly target: 'kql' | 'splunk' | 'lucene' | 'dsl';
  readonly byHand: string;
  /** How ours compares. */
  readonly verdict: string;
}

const SYSMON = 'source="XmlWinEventLog:Microsoft-Windows-Sysmon/Operational"';

export const EXPERTS: readonly Expert[] = [
  {
    rule: 'windows/certutil_fetches_a_file',
    target: 'kql',
    byHand: String.raw`DeviceProcessEvents
| where FileName =~ "certutil.exe" or ProcessVersionInfoOriginalFileName =~ "CertUtil.exe"
| where ProcessCommandLine has_any ("urlcache", "verifyctl", "URL") and ProcessCommandLine contains "://"`,
    verdict:
      'Longer: the rule has the switch between spaces after any of five dashes or a slash, which terms of the index cannot tell; ours also keeps to processes that were created.',
  },
  {
    rule: 'windows/recovery_key_displayed',
    target: 'kql',
    byHand: String.raw`DeviceProcessEvents
| where FileName =~ "manage-bde.exe" and InitiatingProcessFileName !~ "CcmExec.exe"
| where ProcessCommandLine has "protectors" and ProcessCommandLine has "get"`,
    verdict: 'Equal: one line longer, as the rule has the hyphens that terms leave out.',
  },
  {
    rule: 'windows/uac_prompt_switched_off',
    target: 'kql',
    byHand: String.raw`DeviceRegistryEvents
| where ActionType == "RegistryValueSet"
| where RegistryKey =~ @"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System"
| where RegistryValueName in~ ("ConsentPromptBehaviorAdmin", "EnableLUA") and RegistryValueData == "0"`,
    verdict:
      'Longer: the rule matches deeper keys too, which the one key by hand misses; the type of the data is asked for, as the rule says DWORD.',
  },
  {
    rule: 'windows/web_server_writes_script',
    target: 'kql',
    byHand: String.raw`DeviceFileEvents
| where ActionType == "FileCreated"
| where InitiatingProcessFileName in~ ("httpd.exe", "nginx.exe", "php-cgi.exe", "tomcat9.exe", "w3wp.exe")
| where FolderPath has_any (@"\inetpub\wwwroot\", @"\htdocs\", @"\webapps\")
| where FileName matches regex @"(?i)\.(ashx|asmx|aspx?|jspx?|php)$"
| where not(FolderPath contains @"\Temporary ASP.NET Files\")`,
    verdict:
      'Equal: seven `endswith` in place of a regular expression, which no index helps with; folders are searched for as the rule has them, within words too.',
  },
  {
    rule: 'windows/service_ticket_with_weak_encryption',
    target: 'kql',
    byHand: String.raw`SecurityEvent
| where EventID == 4769
| where TicketOptions == "0x40810000" and TicketEncryptionType == "0x17" and Status == "0x0"
| where ServiceName !endswith "$" and ServiceName !~ "krbtgt"`,
    verdict:
      'Better: the columns by hand are not in SecurityEvent, so that query does not run; ours reads them out of EventData after a filter on its text, and finds numbers in either spelling.',
  },
  {
    rule: 'linux/module_loaded_from_writable_folder',
    target: 'kql',
    byHand: String.raw`DeviceProcessEvents
| where FileName in ("insmod", "modprobe") and AccountName == "root"
| where ProcessCommandLine has_any ("/dev/shm/", "/tmp/", "/var/tmp/")`,
    verdict: 'Equal: ours keeps the space before the folder and any letter case.',
  },
  {
    rule: 'windows/account_enabled_without_password',
    target: 'kql',
    byHand: String.raw`SecurityEvent
| where EventID in (4720, 4738)
| where UserAccountControl has_any ("%%2082", "%%2050")
| where isempty(PasswordLastSet) or PasswordLastSet in ("-", "%%1794")`,
    verdict: 'Equal: both ask the columns that these events fill; ours in any letter case.',
  },
  {
    rule: 'windows/lsass_handle_with_read_rights',
    target: 'splunk',
    byHand: String.raw`${SYSMON} EventCode=10 TargetImage="*\\lsass.exe"
GrantedAccess IN ("0x1010", "0x1038", "0x1410", "0x1438", "0x143a", "0x1fffff")
CallTrace IN ("*\\dbgcore.dll*", "*\\dbghelp.dll*", "*UNKNOWN(*")
NOT SourceImage IN (
  "C:\\Program Files\\Windows Defender\\*\\MsMpEng.exe",
  "C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\*\\MsMpEng.exe",
  "C:\\Windows\\System32\\WerFault.exe"
)`,
    verdict:
      "Longer: classic events are found as well as XML; the two wildcards within a value that are shorter by hand give inconsistent results, says Splunk's manual.",
  },
  {
    rule: 'windows/web_server_writes_script',
    target: 'splunk',
    byHand: String.raw`${SYSMON} EventCode=11
Image IN ("*\\httpd.exe", "*\\nginx.exe", "*\\php-cgi.exe", "*\\tomcat9.exe", "*\\w3wp.exe")
TargetFilename IN ("*\\inetpub\\wwwroot\\*", "*\\htdocs\\*", "*\\webapps\\*")
TargetFilename IN ("*.ashx", "*.asmx", "*.asp", "*.aspx", "*.jsp", "*.jspx", "*.php")
NOT TargetFilename="*\\Temporary ASP.NET Files\\*"`,
    verdict: 'Equal: ours has the second spelling of the source.',
  },
  {
    rule: 'windows/remote_tools_installed_as_service',
    target: 'splunk',
    byHand: String.raw`source="XmlWinEventLog:System" EventCode=7045
(ServiceName IN ("*AnyDesk*", "*ScreenConnect*", "*Splashtop*", "*RustDesk*")
OR ImagePath IN ("*AnyDesk*", "*ScreenConnect*", "*Splashtop*", "*RustDesk*"))`,
    verdict:
      "Equal: the second event ID is the rule's, the second source is that of classic events.",
  },
  {
    rule: 'windows/named_pipe_of_post_exploitation_kit',
    target: 'splunk',
    byHand: String.raw`${SYSMON} EventCode IN (17, 18) PipeName=*
| regex PipeName="(?i)^\\\\(msagent_..|MSSE-....-server|postex_.*|status_..|(?![0-9]+$)[0-9a-f]{7,10})$"`,
    verdict:
      "Longer: `regex` by hand asks one pattern, ours `where`, as one alternative is in the rule's own letter case and is a pattern that excludes another.",
  },
  {
    rule: 'windows/service_ticket_with_weak_encryption',
    target: 'splunk',
    byHand: String.raw`source="XmlWinEventLog:Security" EventCode=4769 TicketOptions="0x40810000"
TicketEncryptionType="0x17" Status="0x0" NOT ServiceName IN ("*$", "krbtgt")`,
    verdict: "Better: Splunk's add-on may store 0x17 as text or as 23, and ours finds both.",
  },
  {
    rule: 'linux/root_logs_in_over_ssh',
    target: 'splunk',
    byHand: String.raw`sourcetype=linux_secure sshd
("Accepted password for root from" OR "Accepted publickey for root from"
OR ("Failed password for root from" port ssh*))
NOT ("from 127.0.0.1 port" OR "from ::1 port")`,
    verdict:
      "Longer: terms by hand miss what is within a longer word, and lose the order of the rule's wildcards; ours asks that by `regex` after the index has been asked.",
  },
  {
    rule: 'network/cisco_logging_switched_off',
    target: 'splunk',
    byHand: String.raw`sourcetype="cisco:ios"
("no logging" OR "no aaa new-model" OR "clear logging" OR "erase nvram:" OR (archive "no log config"))`,
    verdict:
      'Longer: as above, `regex` holds the order of `archive*no log config`, and the first search is the one by hand with wildcards.',
  },
  {
    rule: 'windows/remote_tools_installed_as_service',
    target: 'lucene',
    byHand: String.raw`winlog.channel:System AND event.code:7045 AND (
  winlog.event_data.ServiceName:(*AnyDesk* OR *ScreenConnect* OR *Splashtop* OR *RustDesk*)
  OR winlog.event_data.ImagePath:(*AnyDesk* OR *ScreenConnect* OR *Splashtop* OR *RustDesk*)
)`,
    verdict:
      'Longer: the fields are keywords, on which the query by hand only finds names spelled in its own case; `-O lucene.case=caseless` or `-t dsl` is as short.',
  },
  {
    rule: 'windows/service_ticket_with_weak_encryption',
    target: 'lucene',
    byHand: String.raw`winlog.channel:Security AND event.code:4769 AND winlog.event_data.TicketOptions:0x40810000
AND winlog.event_data.TicketEncryptionType:0x17 AND winlog.event_data.Status:0x0
AND NOT winlog.event_data.ServiceName:(*$ OR krbtgt)`,
    verdict: 'Longer: hexadecimal digits and names in any case, and numbers in both spellings.',
  },
  {
    rule: 'windows/event_log_cleared',
    target: 'lucene',
    byHand: String.raw`event.provider:Microsoft-Windows-Eventlog AND event.code:(1102 OR 104)
AND winlog.channel:(Security OR System)`,
    verdict:
      'Equal: two conditions of the rule are two queries, and each is shorter than the one by hand but for the provider in any letter case.',
  },
  {
    rule: 'linux/cron_file_written',
    target: 'lucene',
    byHand: String.raw`host.os.type:linux AND event.category:file AND event.type:(creation OR change)
AND (file.path:(\/etc\/cron.d\/* OR \/etc\/cron.hourly\/* OR \/etc\/cron.daily\/* OR \/var\/spool\/cron\/*)
OR file.path:\/etc\/crontab)
AND NOT process.name:(dpkg OR rpm OR yum OR dnf) AND NOT process.executable:\/usr\/bin\/crontab`,
    verdict:
      'Longer: paths in any letter case, as Sigma has it, though Linux tells cases apart; `|cased` in the rule makes the query as short as by hand.',
  },
  {
    rule: 'windows/certutil_fetches_a_file',
    target: 'dsl',
    byHand: `{ "bool": {
  "filter": [
    { "term": { "event.category": "process" } },
    { "term": { "event.type": "start" } },
    { "wildcard": { "process.command_line": { "value": "*://*", "case_insensitive": true } } },
    { "regexp": { "process.command_line": { "value": ".* [-/](urlcache|verifyctl|url) .*", "case_insensitive": true } } }
  ],
  "should": [
    { "term": { "process.name": { "value": "certutil.exe", "case_insensitive": true } } },
    { "term": { "process.pe.original_file_name": { "value": "CertUtil.exe", "case_insensitive": true } } }
  ],
  "minimum_should_match": 1
} }`,
    verdict:
      'Longer: any of the five dashes of `windash` for each switch, as wildcards rather than the regular expression that is shorter by hand and as costly.',
  },
  {
    rule: 'linux/module_loaded_from_writable_folder',
    target: 'dsl',
    byHand: `{ "bool": { "filter": [
  { "term": { "host.os.type": "linux" } },
  { "term": { "event.category": "process" } },
  { "term": { "event.type": "start" } },
  { "terms": { "process.name": ["insmod", "modprobe"] } },
  { "term": { "user.name": "root" } },
  { "regexp": { "process.command_line": ".* /(dev/shm|tmp|var/tmp)/.*" } }
] } }`,
    verdict:
      'Longer: process.executable is what the rule asks, and any letter case; events of forks are left out, which the query by hand counts twice.',
  },
];

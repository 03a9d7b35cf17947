// Fifty rules on starts of processes, each as a Sigma rule and as Query DSL by hand. A rule names:
// image, parent: names of programs; original: names within them; all, any: parts of the command line;
// user: a part of its name; not: a rule that is excluded.
export const RULES = [
  { image: ['AdFind.exe'], any: ['lockoutduration', 'trustdmp', 'dcmodes'] },
  { image: ['Dism.exe'], all: ['/Online', '/Disable-Feature', 'Windows-Defender'] },
  { image: ['wmic.exe'], all: ['service', 'call'], any: ['stopservice', 'ChangeStartMode'] },
  { image: ['wmic.exe'], all: ['process', 'call', 'create'] },
  { image: ['wmic.exe'], all: ['/node:'], not: { any: ['/node:127.0.0.1 ', '/node:localhost '] } },
  { image: ['wmic.exe'], any: ['qfe', 'useraccount get', 'group list', 'product where'] },
  { original: ['wmic.exe'], parent: ['powershell.exe', 'pwsh.exe'], all: ['/format:'] },
  { image: ['bitsadmin.exe'], all: ['/transfer'], any: ['https://', 'http://'] },
  { original: ['bitsadmin.exe'], any: ['raw.githubusercontent.com', 'gist.github.com'] },
  { image: ['bitsadmin.exe'], any: ['C:\\Users\\Public\\', 'C:\\Windows\\Temp\\', '%temp%'] },
  { image: ['certutil.exe'], any: ['urlcache ', 'verifyctl ', 'URL '], all: ['http'] },
  { image: ['certutil.exe'], all: ['-encode'] },
  { original: ['CertUtil.exe'], all: ['-exportPFX'] },
  { image: ['chrome.exe', 'msedge.exe', 'brave.exe'], all: ['--load-extension='] },
  { image: ['chrome.exe', 'msedge.exe'], all: ['--headless', 'http'] },
  { image: ['cipher.exe'], all: [' /w:'] },
  { image: ['clip.exe'], original: ['clip.exe'] },
  { image: ['cmd.exe'], all: ['assoc'] },
  { image: ['cmd.exe'], all: ['tasklist', 'findstr'] },
  { image: ['cmd.exe'], parent: ['explorer.exe'], all: ['start ', '/min'] },
  { image: ['cmdkey.exe'], all: ['/generic', '/user'] },
  { image: ['curl.exe'], any: [' -k ', ' --insecure '] },
  { image: ['curl.exe'], any: [' -O ', ' --output ', ' --remote-name'], all: ['http'] },
  { image: ['curl.exe'], all: ['User-Agent:'] },
  { image: ['curl.exe'], all: ['--ntlm'] },
  { original: ['curl.exe'], not: { image: ['curl.exe'] } },
  { original: ['ftp.exe'], not: { image: ['ftp.exe'] } },
  { original: ['wscript.exe', 'cscript.exe'], not: { image: ['wscript.exe', 'cscript.exe'] } },
  { original: ['CALC.EXE'], not: { image: ['calc.exe'] } },
  { image: ['devcon.exe'], all: ['disable'] },
  { image: ['dtrace.exe'], all: ['lkd(', 'syscall:::return'] },
  { image: ['findstr.exe'], any: ['cpassword', 'Everyone', 'BUILTIN'] },
  { image: ['findstr.exe'], all: ['sysvol', '.xml'] },
  { image: ['hh.exe'], all: ['.chm'] },
  { image: ['icacls.exe'], parent: ['cmd.exe'], all: ['Program Files'] },
  { image: ['node.exe'], all: ['npx-cli.js'] },
  { image: ['powershell.exe', 'pwsh.exe'], all: ['Set-ItemProperty', 'HKLM'] },
  { image: ['powershell.exe', 'pwsh.exe'], any: [' -enc ', ' -e ', 'FromBase64String', 'IEX'] },
  { image: ['reg.exe'], all: ['add', 'CurrentVersion\\Run'] },
  { image: ['reg.exe'], all: ['copy', 'safeboot'] },
  { image: ['reg.exe'], all: ['query', 'CurrentBuildNumber'] },
  { original: ['reg.exe'], all: ['SpecialAccounts\\Userlist'] },
  {
    original: ['reg.exe'],
    all: ['DeviceGuard'],
    any: ['EnableVirtualizationBasedSecurity', 'Hyper'],
  },
  { image: ['reg.exe'], parent: ['powershell.exe'], all: ['AmsiEnable'] },
  { image: ['sc.exe', 'net.exe'], all: ['stop'], any: ['mpssvc', 'WinDefend', 'Sense'] },
  { image: ['sftp.exe', 'ssh.exe'], all: ['ProxyCommand='] },
  { image: ['tasklist.exe'], user: ['admin'] },
  { all: ['filesystem ', ' --json'], not: { parent: ['code.exe', 'idea64.exe'] } },
  { any: ['.vbs', '.hta', '.js', '.wsf', '.scr'], not: { image: ['node.exe', 'wscript.exe'] } },
  {
    parent: ['winword.exe', 'excel.exe', 'powerpnt.exe', 'outlook.exe'],
    image: ['cmd.exe', 'powershell.exe', 'wscript.exe', 'mshta.exe', 'rundll32.exe'],
  },
];

/** A rule in Sigma's YAML, of which JSON is a part. */
export function sigma(rule, number) {
  const { not, ...asked } = rule;
  const detection = {
    selection: selectionOf(asked),
    ...(not ? { filter: selectionOf(not) } : {}),
    condition: not ? 'selection and not filter' : 'selection',
  };
  const logsource = { product: 'windows', category: 'process_creation' };
  return JSON.stringify({ title: `Rule ${number}`, logsource, detection });
}

function selectionOf({ image, parent, original, all, any, user }) {
  const ends = (names) => names.map((name) => `\\${name}`);
  return {
    ...(image ? { 'Image|endswith': ends(image) } : {}),
    ...(parent ? { 'ParentImage|endswith': ends(parent) } : {}),
    ...(original ? { OriginalFileName: original } : {}),
    ...(all ? { 'CommandLine|contains|all': all } : {}),
    ...(any ? { 'CommandLine|contains': any } : {}),
    ...(user ? { 'User|contains': user } : {}),
  };
}

/** As in Elastic's own rules: an event's category and type, names of programs, parts by wildcards. */
export function byHand({ not, ...asked }) {
  const filter = [
    { term: { 'host.os.type': 'windows' } },
    { term: { 'event.category': 'process' } },
    { term: { 'event.type': 'start' } },
    ...clausesOf(asked),
  ];
  const excluded = not ? clausesOf(not) : [];
  const must_not = excluded.length > 1 ? [{ bool: { filter: excluded } }] : excluded;
  return { bool: { filter, ...(not ? { must_not } : {}) } };
}

function clausesOf({ image, parent, original, all = [], any, user }) {
  const named = (field, names) => oneOf(names.map((value) => ignoringCase('term', field, value)));
  const has = (field, part) =>
    ignoringCase('wildcard', field, `*${part.replace(/[\\*?]/g, '\\$&')}*`);
  return [
    ...(image ? [named('process.name', image)] : []),
    ...(parent ? [named('process.parent.name', parent)] : []),
    ...(original ? [named('process.pe.original_file_name', original)] : []),
    ...all.map((part) => has('process.command_line', part)),
    ...(any ? [oneOf(any.map((part) => has('process.command_line', part)))] : []),
    ...(user ? [oneOf(user.flatMap((u) => [has('user.name', u), has('user.domain', u)]))] : []),
  ];
}

function ignoringCase(kind, field, value) {
  return { [kind]: { [field]: { value, case_insensitive: true } } };
}

function oneOf(clauses) {
  return clauses.length === 1 ? clauses[0] : { bool: { should: clauses } };
}

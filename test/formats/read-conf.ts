/**
 * Reads a `.conf` file as Splunk does: a backslash at the end of a line continues the value, `#` at the
 * beginning of a line begins a comment, and stanzas of one name are one.
 * https://help.splunk.com/en/splunk-enterprise/administer/admin-manual/10.0/administer-splunk-enterprise-with-configuration-files/configuration-file-structure
 */
export function readConf(text: string): Map<string, Map<string, string>> {
  const stanzas = new Map<string, Map<string, string>>();
  let current = new Map<string, string>();
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i]!;
    if (line.trim() === '' || line.startsWith('#')) continue;
    const stanza = /^\[(.*)\]\s*$/.exec(line);
    if (stanza) {
      current = stanzas.get(stanza[1]!) ?? new Map<string, string>();
      stanzas.set(stanza[1]!, current);
      continue;
    }
    while (line.endsWith('\\')) line = `${line.slice(0, -1)}\n${lines[++i]!}`;
    const at = line.indexOf('=');
    if (at < 0) throw new Error(`not a setting: ${line}`);
    current.set(line.slice(0, at).trim(), line.slice(at + 1).trim());
  }
  return stanzas;
}

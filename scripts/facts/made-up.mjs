// Turns a recorded event into one with the same names and types of values, and none of its values.

/** What says which event it is, and stays. */
const TELLING = new Set([
  ...['kind', 'category', 'operationName', 'Operation', 'Workload', 'eventName', 'eventSource'],
  ...['eventType', 'action', 'verb', 'stage', 'type', 'applicationName', 'RecordType', 'level'],
]);

/** Null for forms that are not read. */
export function madeUp(recorded) {
  const text = recorded.trim();
  if (text.startsWith('<Event')) return ofXml(text);
  if (text.startsWith('{')) {
    try {
      return JSON.stringify(ofJson(JSON.parse(text), '', counter()));
    } catch {
      return null;
    }
  }
  if (/^type=\w+ msg=audit\(/.test(text)) return ofAudit(text);
  return null;
}

function counter() {
  let n = 0;
  return () => ++n;
}

function ofXml(text) {
  const next = counter();
  const system = /<System>.*?<\/System>/s.exec(text)?.[0];
  if (system === undefined) return null;
  const kept = system
    .replace(/<Computer>[^<]*</, '<Computer>kettle.example.com<')
    .replace(/<EventRecordID>\d*</, '<EventRecordID>1<')
    .replace(/(SystemTime=['"])[^'"]*/, '$12025-01-02T03:04:05.000000000Z')
    .replace(/((?:ProcessID|ThreadID)=['"])\d+/g, '$14')
    .replace(/((?:UserID|UserId)=['"])[^'"]*/, '$1S-1-5-18')
    .replace(/(ActivityID=['"])[^'"]*/, '$1{00000000-0000-4000-8000-000000000001}');
  const rest = text
    .slice(text.indexOf('</System>') + '</System>'.length)
    .replace(/<RenderingInfo.*?<\/RenderingInfo>/s, '')
    .replace(
      /(<(?!\/)[^>]*[^/>]>)([^<]+)(?=<\/)/g,
      (_, tag, value) => tag + valueLike(value, next()),
    )
    .replace(/ (\w+)=(['"])([^'"]*)\2/g, (whole, name, quote, value) =>
      name === 'Name' || name === 'xmlns' || name.startsWith('xmlns')
        ? whole
        : ` ${name}=${quote}${valueLike(value, next())}${quote}`,
    );
  return `${text.slice(0, text.indexOf('<System>'))}${kept}${rest}`;
}

function ofAudit(text) {
  const next = counter();
  return text
    .replace(/audit\([^)]*\)/, 'audit(1735787045.000:1)')
    .replace(/ (\w+)=("[^"]*"|'[^']*'|\S+)/g, (whole, name, value) => {
      if (name === 'msg' && value.startsWith('audit(')) return whole;
      if (value.startsWith("'")) return ` ${name}='${ofAudit(` ${value.slice(1, -1)}`).trim()}'`;
      const quote = value.startsWith('"') ? '"' : '';
      const bare = quote ? value.slice(1, -1) : value;
      const made = /^-?\d+$/.test(bare) ? String(next()) : `kettle-${next()}`;
      return ` ${name}=${quote}${name === 'syscall' ? bare : made}${quote}`;
    });
}

function ofJson(value, name, next) {
  // A list is of one kind.
  if (Array.isArray(value)) return value.slice(0, 3).map((v) => ofJson(v, name, next));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, 80)
        .map(([k, v]) => [k, ofJson(v, k, next)]),
    );
  }
  if (typeof value === 'number') return next();
  if (typeof value !== 'string' || TELLING.has(name)) return value;
  return valueLike(value, next());
}

/** Of the same type, as far as a type shows. */
function valueLike(value, n) {
  if (/^\s*$/.test(value)) return value;
  if (value === '-' || /^(?:true|false|yes|no)$/i.test(value)) return value;
  if (/^%%\d+/.test(value)) return '%%1842';
  if (/^0x[\da-f]+$/i.test(value)) return `0x${(0x10 + n).toString(16)}`;
  if (/^-?\d+$/.test(value)) return String(n);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(value)) return `192.0.2.${n % 256}`;
  if (/^(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}$/i.test(value)) return `2001:db8::${n.toString(16)}`;
  if (/^\d{4}-\d\d-\d\d/.test(value)) return '2025-01-02T03:04:05.000Z';
  if (/^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/i.test(value)) {
    const made = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    return value.startsWith('{') ? `{${made}}` : made;
  }
  if (/^S-1-[\d-]+$/.test(value)) return `S-1-5-21-1-2-3-${1000 + n}`;
  if (/(?:^|,)(?:MD5|SHA1|SHA256|IMPHASH)=/i.test(value)) {
    return value.replace(/=[\da-f]+/gi, (hash) => `=${'0'.repeat(hash.length - 2)}${n % 10}`);
  }
  if (/^[\da-f]{32,64}$/i.test(value)) return String(n).padStart(value.length, '0');
  if (/^[A-Z]:\\/i.test(value)) return `C:\\Kettle\\kettle-${n}.exe`;
  if (/^(?:HKLM|HKU|HKCR)\\/i.test(value)) return `HKLM\\SOFTWARE\\Kettle\\Kettle-${n}`;
  if (/^\/\w/.test(value)) return `/opt/kettle/kettle-${n}`;
  if (/^https?:\/\//.test(value)) return `https://kettle.example.com/${n}`;
  if (/^arn:aws/.test(value)) return `arn:aws:kettle::111122223333:kettle/${n}`;
  if (/@/.test(value)) return `kettle-${n}@example.com`;
  if (/\\/.test(value)) return `KETTLE\\kettle-${n}`;
  return `kettle ${n}`;
}

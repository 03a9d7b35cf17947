import fc from 'fast-check';

/**
 * Log sources whose queries ask for less before they ask for all: values that are read out of XML, JSON
 * or other columns, patterns, and parts of words.
 */
const SOURCES: readonly (readonly [object, readonly string[]])[] = [
  [
    { product: 'windows', category: 'process_creation' },
    ['Image', 'CommandLine', 'ParentImage', 'User', 'OriginalFileName'],
  ],
  [{ product: 'windows', category: 'registry_set' }, ['TargetObject', 'Details', 'Image']],
  [{ product: 'windows', category: 'file_event' }, ['TargetFilename', 'Image', 'CommandLine']],
  [
    { product: 'windows', service: 'security' },
    ['EventID', 'TargetUserName', 'ServiceName', 'ObjectName', 'TicketOptions', 'Status'],
  ],
  [
    { product: 'windows', service: 'system' },
    ['EventID', 'Provider_Name', 'ServiceName', 'ImagePath', 'param1', 'Data'],
  ],
  [
    { product: 'windows', service: 'appxdeployment-server' },
    ['EventID', 'Path', 'PackageFullName', 'AppId'],
  ],
  [{ product: 'windows', category: 'ps_script' }, ['ScriptBlockText', 'Path']],
  [
    { product: 'aws', service: 'cloudtrail' },
    ['eventSource', 'eventName', 'requestParameters.name', 'userIdentity.type', 'errorCode'],
  ],
  [{ product: 'azure', service: 'auditlogs' }, ['OperationName', 'TargetResources', 'result']],
  [{ product: 'linux', service: 'auditd' }, ['type', 'a0', 'a1', 'exe', 'name']],
  [{ product: 'linux', category: 'process_creation' }, ['Image', 'CommandLine', 'User']],
  [{ product: 'linux', service: 'sshd' }, []],
  [{ category: 'webserver' }, ['cs-uri-query', 'cs-method', 'c-useragent']],
];

const WORDS = [
  ...[
    'tea',
    'Kettle',
    'pot',
    'teapot',
    'boil-kettle',
    'x',
    '0x17',
    '4769',
    '7045',
    '1',
    '-',
    '%%2082',
  ],
  ...['\\cmd.exe', 'C:\\Windows\\', '\\System32\\drivers\\', 'HKLM\\SOFTWARE\\Tea', '\\Run\\pot'],
  ...['<tea>', 'a&b', '"quoted"', "it's", 'äöü', 'ß', '$a', '{"b":1}', 'a b', '/etc/'],
  ...[
    'DWORD (0x00000001)',
    'DWORD',
    'http://',
    '://',
    '.ps1',
    '.',
    '_under_score_',
    'a.b.c',
    '10.0.0.1',
  ],
];
const word = fc.constantFrom(...WORDS);
const glue = fc.oneof({ weight: 6, arbitrary: word }, fc.constantFrom('*', '?', ' '));
const text = fc
  .tuple(fc.array(glue, { maxLength: 1 }), word, fc.array(glue, { maxLength: 1 }))
  .map((parts) => parts.flat().join(''));
/** The character for `?` may be what is between two texts of an event. */
const withoutMarks = text.map((t) => t.replaceAll('?', ''));
const number = fc.constantFrom(1, 4769, 7045, 4104);
const PATTERNS = [
  'tea|pot',
  '^tea.*pot$',
  'k[aeiou]ttle',
  '(?:a|b)c+',
  'x{2,4}',
  '\\\\cmd\\.exe',
  '[^a]b',
];
const pattern = fc
  .tuple(fc.constantFrom(...PATTERNS), fc.constantFrom('', 'tea', 'pot'))
  .map(([a, b]) => a.replace('tea', b || 'tea'));

const MODIFIERS = ['', '|contains', '|startswith', '|endswith', '|contains|all'];

/** A field, and what it is asked for. */
function itemOf(fields: readonly string[]): fc.Arbitrary<readonly [string, unknown]> {
  return fc.constantFrom(...fields).chain((field): fc.Arbitrary<readonly [string, unknown]> => {
    // A column of numbers holds no text.
    if (field === 'EventID')
      return fc.array(number, { minLength: 1, maxLength: 2 }).map((n) => [field, n]);
    const texts = fc
      .tuple(fc.constantFrom(...MODIFIERS), fc.array(text, { minLength: 2, maxLength: 3 }))
      .map(([how, values]): readonly [string, unknown] => [`${field}${how}`, values]);
    const regex = pattern.map((p): readonly [string, unknown] => [`${field}|re`, p]);
    return fc.oneof({ weight: 5, arbitrary: texts }, { weight: 1, arbitrary: regex });
  });
}

const CONDITIONS = [
  ...[
    'a',
    'a and b',
    'a or b',
    'a and not b',
    'not a and b',
    'a and (b or c)',
    'a and not (b or c)',
  ],
  ...['(a and b) or c', '1 of them', 'all of them', '2 of them', 'not a', 'a or not b'],
];

/** As JSON. Keywords are only asked of events that have no fields: else a field's markup is text, too. */
export const randomRule: fc.Arbitrary<string> = fc
  .constantFrom(...SOURCES)
  .chain(([logsource, fields]) => {
    const body: fc.Arbitrary<unknown> =
      fields.length === 0
        ? fc.array(withoutMarks, { minLength: 1, maxLength: 3 })
        : fc.array(itemOf(fields), { minLength: 1, maxLength: 3 }).map(Object.fromEntries);
    return fc.record({
      title: fc.constant('t'),
      logsource: fc.constant(logsource),
      detection: fc.record({
        a: body,
        b: body,
        c: body,
        condition: fc.constantFrom(...CONDITIONS),
      }),
    });
  })
  .map((rule) => JSON.stringify(rule));

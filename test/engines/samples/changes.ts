import { formatAddress } from '../../../src/model/modifiers/ip.js';
import type { Leaf } from '../predicates.js';
import { keywordText, valuesOf } from './base-event.js';
import type { Fields, Json } from './base-event.js';
import { regexSamples } from './regex-samples.js';

type Change = readonly [change: string, fields: Fields];

/** Events that differ from one in one thing, each with what that is. */
export function changesOf(leaf: Leaf, base: Fields): Change[] {
  if (leaf.kind === 'keyword') {
    const field = Object.keys(base).find((f) => f.startsWith('text ')) ?? 'text 0';
    const text = String(base[field] ?? keywordText(leaf));
    return [
      ...textChanges(text).map(([c, t]): Change => [c, { ...base, [field]: t }]),
      ['within', { ...base, [field]: `zz ${text} zz` }],
      ['missing', without(base, field)],
    ];
  }
  const field = leaf.field.text;
  const set = (change: string, value: Json): Change => [change, { ...base, [field]: value }];
  const value = base[field] ?? '';
  const always: Change[] = [
    ['missing', without(base, field)],
    set('null', null),
    set('empty', ''),
    set('other', 'zz other'),
    set('in a list', ['zz', value]),
    set('not in a list', ['zz', 'yy']),
    set('empty list', []),
  ];
  const text = Array.isArray(value) ? String(value[0]) : String(value);
  const texts = (): Change[] => textChanges(text).map(([c, t]) => set(c, t));
  switch (leaf.kind) {
    case 'string':
      return [
        ...texts(),
        ...valuesOf(leaf).map((v) => set('another fit', v)),
        ...(/^-?(?:0|[1-9]\d{0,14})$/.test(text) ? [set('as a number', Number(text))] : []),
        ...always,
      ];
    case 'number': {
      const n = leaf.number.decimal;
      const close = /^-?\d+$/.test(n) ? [BigInt(n) - 1n, BigInt(n) + 1n].map(String) : [`${n}1`];
      return [
        set('as a text', n),
        set('as written', leaf.number.source),
        ...close.map((c) =>
          set('a number next to it', Number.isSafeInteger(Number(c)) ? Number(c) : c),
        ),
        set('a digit more', `${n}0`),
        set('a sign before', `+${n}`),
        set('a zero before', `0${n}`),
        ...always,
      ];
    }
    case 'boolean':
      return [
        set('the opposite', !leaf.value),
        set('as a text', String(leaf.value)),
        set('another case', String(leaf.value).toUpperCase()),
        ...always,
      ];
    case 'null':
    case 'exists':
      return [
        set('null', null),
        set('empty', ''),
        set('other', 'zz'),
        ['missing', without(base, field)],
      ];
    case 'regex':
      return [
        ...regexSamples(leaf.regex.ast).map((t) => set('regex sample', t)),
        ...exchanged(text, regexSamples(leaf.regex.ast)).map((t) =>
          set('regex sample beside the rest', t),
        ),
        ...texts(),
        ...oddities(text).map((t) => set('a character changed', t)),
        set('in a list beside the rest', [`zz${text}`, `${text}\u0001`]),
        ...always,
      ];
    case 'cidr': {
      const { version, address, prefix } = leaf.network;
      const size = 1n << BigInt((version === 4 ? 32 : 128) - prefix);
      const most = 1n << BigInt(version === 4 ? 32 : 128);
      const near = [
        ['first address', address],
        ['last address', address + size - 1n],
        ['address before', address - 1n],
        ['address after', address + size],
      ] as const;
      return [
        ...near
          .filter(([, a]) => a >= 0n && a < most)
          .map(([change, a]) => set(change, formatAddress(version, a))),
        set('another family', version === 4 ? '2001:db8::1' : '192.0.2.1'),
        set('no address', '10.0.0'),
        ...always,
      ];
    }
    case 'compare': {
      const n = Number(leaf.number.decimal);
      return [
        ...[n - 1, n, n + 1].map((v) => set('boundary', v)),
        ...[n - 1, n, n + 1].map((v) => set('boundary as a text', String(v))),
        ...(Number.isSafeInteger(n) && n > 0
          ? [n - 1, n, n + 1].map((v) => set('boundary in hexadecimal', `0x${v.toString(16)}`))
          : []),
        ...(/^\d{16,}$/.test(leaf.number.decimal)
          ? [-1n, 0n, 1n].map((v) =>
              set('boundary, exactly', String(BigInt(leaf.number.decimal) + v)),
            )
          : []),
        set('far', -n * 1000 - 7),
        set('far', n * 1000 + 7),
        ...always,
      ];
    }
    case 'time-part': {
      const date = new Date(text);
      const moved = (ms: number): string => new Date(date.getTime() + ms).toISOString();
      const steps = [
        60_000,
        3_600_000,
        86_400_000,
        7 * 86_400_000,
        31 * 86_400_000,
        366 * 86_400_000,
      ];
      return [
        ...(Number.isNaN(date.getTime())
          ? []
          : steps.flatMap((ms) => [set('later', moved(ms)), set('earlier', moved(-ms))])),
        ...(Number.isNaN(date.getTime())
          ? []
          : [set('another format', text.replace(/\b0(\d)/g, '$1').replace('T', ' '))]),
        ...always,
      ];
    }
    case 'field-ref': {
      const other = leaf.other.text;
      return [
        set('another case', text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()),
        set('a character more', `${text}x`),
        set('a character before', `x${text}`),
        set('a character less', text.slice(1)),
        ['other field missing', without(base, other)],
        ['other field in a list', { ...base, [other]: ['zz', base[other] ?? ''] }],
        ['both empty', { ...base, [field]: '', [other]: '' }],
        ['numbers that are equal', { ...base, [field]: '1', [other]: '1.0' }],
        ...always,
      ];
    }
  }
}

function without(fields: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
}

function textChanges(text: string): [string, string][] {
  const points = [...text];
  const half = points.length >> 1;
  const swapped = swapCase(text);
  return [
    ...(swapped === text ? [] : ([['another case', swapped]] as [string, string][])),
    ['a character more', `${text}x`],
    ['a character before', `x${text}`],
    ...(/[\u0000-\u001f]/.test(text)
      ? (['~', '\u0001'].map((c) => [
          'a control character changed',
          text.replace(/[\u0000-\u001f]/, c),
        ]) as [string, string][])
      : []),
    ...(points.length === 0
      ? []
      : ([
          ['the first character gone', points.slice(1).join('')],
          ['the last character gone', points.slice(0, -1).join('')],
          [
            'a character in the middle gone',
            [...points.slice(0, half), ...points.slice(half + 1)].join(''),
          ],
          [
            'a character in the middle changed',
            [...points.slice(0, half), '~', ...points.slice(half + 1)].join(''),
          ],
          ['a line break before', `\n${text}`],
          ['a line break after', `${text}\n`],
          [
            'a line break in the middle',
            [...points.slice(0, half), '\n', ...points.slice(half)].join(''),
          ],
          ['a character beyond the BMP before', `😀${text}`],
        ] as [string, string][])),
  ];
}

/** The text with other samples, whole and broken, in place of the one that it was made with. */
function exchanged(text: string, samples: readonly string[]): string[] {
  const [made] = samples
    .filter((s) => s !== '' && text.includes(s))
    .sort((a, b) => b.length - a.length);
  if (made === undefined) return [];
  const at = text.indexOf(made);
  return samples
    .slice(0, 8)
    .flatMap((s) => [s, ...broken(s)])
    .map((s) => text.slice(0, at) + s + text.slice(at + made.length));
}

/** With a line break somewhere. */
function broken(text: string): string[] {
  const points = [...text].slice(0, 60);
  return points.map(
    (_, at) =>
      `${points.slice(0, at).join('')}\n${text.slice(points.slice(0, at).join('').length)}`,
  );
}

/** One character after the other becomes what an engine may not be able to tell from others. */
function oddities(text: string): string[] {
  const points = [...text];
  const every = Math.max(1, Math.ceil(points.length / 60));
  return [
    `${text}\u0001`,
    ...points.flatMap((_, at) => {
      if (at % every !== 0) return [];
      const [before, after] = [points.slice(0, at).join(''), points.slice(at + 1).join('')];
      const changed = ['\u0001', 'é', '\n'].map((c) => before + c + after);
      return [...changed, `${before}\n${points[at]!}${after}`];
    }),
  ];
}

/** The other case of every letter that has one of a single code point, there and back. */
function swapCase(text: string): string {
  return [...text]
    .map((c) => {
      const other = c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase();
      return [...other].length === 1 && /[a-z]/i.test(c) ? other : c;
    })
    .join('');
}

import type { Finding } from '../../source/codes.js';
import { literalText } from '../patterns/pattern.js';
import type { YamlScalar } from '../../source/yaml/node.js';
import { mapDrafts, spanOf } from './chain.js';
import type { Chain, Modifier } from './modifier.js';
import { codes } from './codes.js';
import { asString, binaryText, wrongValue } from './draft.js';
import type { Draft } from './draft.js';
import { BASE64, UTF16, WILDCARDS } from './groups.js';

const heading = 'Encoding';

function insteadOf(name: string, before: string): string {
  if (WILDCARDS.includes(before)) {
    return `Wildcards cannot be encoded. Write \`|${name}|${before}\`.`;
  }
  if (before === 'expand')
    return 'Placeholders are replaced after it. Encode their values instead.';
  if (BASE64.includes(before)) return `If that is what you mean, write \`|${name}|${before}\`.`;
  return 'It needs a string. Remove one of the two.';
}

/** Replaces each string, or the bytes of an earlier encoding, by what `encode` makes of it. */
function mapBytes(
  chain: Chain,
  name: string,
  encode: (bytes: Uint8Array, cased: boolean, draft: Draft) => Draft | readonly Draft[],
): void {
  mapDrafts(
    chain,
    (draft, scalar) => {
      if (draft.kind === 'bytes') return encode(draft.bytes, draft.cased, draft);
      const value = literalOf(draft, scalar);
      return value && encode(new TextEncoder().encode(value.text), value.cased, draft);
    },
    (draft) => refusal(name, draft),
  );
}

function literalOf(draft: Draft, scalar: YamlScalar): { text: string; cased: boolean } | null {
  const value = asString(draft, scalar);
  const text = value && literalText(value.pattern);
  return text === null ? null : { text, cased: value!.cased };
}

function refusal(name: string, draft: Draft): Finding {
  return draft.kind === 'string'
    ? codes['encoded-wildcard']({ modifier: name })
    : wrongValue(name, 'a string')(draft);
}

function text(value: string, { span }: Draft, cased: boolean): Draft {
  return { kind: 'string', pattern: value === '' ? [] : [value], cased, span };
}

function utf16(name: string, description: string, encode: (text: string) => number[]): Modifier {
  return {
    name,
    heading,
    description,
    follows: ['cased', 'windash'],
    instead: (before) =>
      UTF16.includes(before)
        ? 'The value is already UTF-16. Keep one of the two.'
        : insteadOf(name, before),
    apply(chain) {
      if (!chain.names.some((m) => BASE64.includes(m))) {
        chain.report(codes['utf16-without-base64']({ modifier: name }), spanOf(chain));
      }
      mapDrafts(
        chain,
        (draft, scalar) => {
          const value = literalOf(draft, scalar);
          if (!value) return null;
          const bytes = Uint8Array.from(encode(value.text));
          return { kind: 'bytes', bytes, cased: value.cased, span: draft.span };
        },
        (draft) => refusal(name, draft),
      );
    },
  };
}

function units(value: string, littleEndian: boolean): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (littleEndian) bytes.push(unit & 0xff, unit >> 8);
    else bytes.push(unit >> 8, unit & 0xff);
  }
  return bytes;
}

/** Leading characters that contain bits of what comes before, by the number of bytes before. */
const HEAD = [0, 2, 3];
/** Trailing characters that contain bits of what follows (or padding), by the remaining bytes. */
const TAIL = [0, 3, 2];

/** The Base64 characters that do not depend on the bytes around. */
function base64At(bytes: Uint8Array, offset: number): string {
  const shifted = new Uint8Array(offset + bytes.length);
  shifted.set(bytes, offset);
  const encoded = btoa(binaryText(shifted));
  return encoded.slice(HEAD[offset], encoded.length - TAIL[shifted.length % 3]!);
}

export const encoding: readonly Modifier[] = [
  {
    name: 'base64',
    heading,
    description: 'The value is encoded in Base64.',
    follows: ['cased', 'windash', 'base64', ...UTF16],
    instead: (before) => insteadOf('base64', before),
    apply(chain) {
      mapBytes(chain, 'base64', (bytes, cased, draft) =>
        text(btoa(binaryText(bytes)), draft, cased),
      );
    },
  },
  {
    name: 'base64offset',
    heading,
    description: 'The value is part of a longer Base64 string, at any of the three offsets.',
    follows: ['cased', 'windash', 'base64', ...UTF16],
    instead: (before) => insteadOf('base64offset', before),
    apply(chain) {
      if (chain.hasField && !WILDCARDS.some((m) => chain.names.indexOf(m) > chain.index)) {
        chain.report(codes['base64offset-without-contains'](), spanOf(chain));
      }
      mapBytes(chain, 'base64offset', (bytes, cased, draft) => {
        const texts = [0, 1, 2].map((offset) => base64At(bytes, offset));
        if (texts.includes('')) {
          chain.report(codes['base64offset-too-short'](), draft.span);
          return draft;
        }
        return texts.map((t) => text(t, draft, cased));
      });
    },
  },
  utf16('utf16le', 'The value is encoded in UTF-16, little-endian.', (t) => units(t, true)),
  utf16('utf16be', 'The value is encoded in UTF-16, big-endian.', (t) => units(t, false)),
  utf16('utf16', 'The value is encoded in UTF-16, little-endian, with a byte order mark.', (t) => [
    0xff,
    0xfe,
    ...units(t, true),
  ]),
  utf16('wide', 'Same as utf16le.', (t) => units(t, true)),
];

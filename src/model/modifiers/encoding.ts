import { literalText } from '../pattern.js';
import { asString, describe, mapDrafts } from './chain.js';
import type { Draft, Modifier } from './chain.js';

const heading = 'Encoding';

function bytesOf(draft: Draft): Uint8Array | null {
  if (draft.kind === 'bytes') return draft.bytes;
  const value = asString(draft);
  const text = value ? literalText(value.pattern) : null;
  return text === null ? null : new TextEncoder().encode(text);
}

function refusal(name: string, draft: Draft): string {
  return draft.kind === 'string'
    ? `\`${name}\` cannot encode wildcards or placeholders. Put \`contains\` and its like after it, or escape them.`
    : `\`${name}\` takes text, not ${describe(draft)}.`;
}

function utf16(name: string, description: string, encode: (text: string) => number[]): Modifier {
  return {
    name,
    heading,
    description,
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          const value = draft.kind === 'bytes' ? null : asString(draft);
          const text = value ? literalText(value.pattern) : null;
          if (!value || text === null) return null;
          const bytes = Uint8Array.from(encode(text));
          return { kind: 'bytes', bytes, cased: value.cased, span: draft.span };
        },
        (draft) => refusal(name, draft),
      );
    },
  };
}

function units(text: string, littleEndian: boolean): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (littleEndian) bytes.push(unit & 0xff, unit >> 8);
    else bytes.push(unit >> 8, unit & 0xff);
  }
  return bytes;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Characters at the start that hold bits of what comes before, by the bytes that come before. */
const HEAD = [0, 2, 3];
/** Characters at the end that hold bits of what follows (or padding), by the bytes over. */
const TAIL = [0, 3, 2];

function base64At(bytes: Uint8Array, offset: number): string {
  const shifted = new Uint8Array(offset + bytes.length);
  shifted.set(bytes, offset);
  const encoded = base64(shifted);
  return encoded.slice(HEAD[offset], encoded.length - TAIL[shifted.length % 3]!);
}

export const encoding: readonly Modifier[] = [
  {
    name: 'base64',
    heading,
    description: 'The value in Base64.',
    apply(chain) {
      mapDrafts(
        chain,
        (draft) => {
          const bytes = bytesOf(draft);
          if (!bytes) return null;
          const cased = 'cased' in draft && draft.cased;
          return { kind: 'string', pattern: [base64(bytes)], cased, span: draft.span };
        },
        (draft) => refusal('base64', draft),
      );
    },
  },
  {
    name: 'base64offset',
    heading,
    description: 'The value somewhere within Base64 text, at each of the three offsets.',
    apply(chain) {
      if (!chain.after.includes('contains')) {
        const message =
          'What `base64offset` makes stands within longer text. Add `contains` after it.';
        chain.report('warning', 'base64offset-without-contains', message, chain.modifier.span);
      }
      mapDrafts(
        chain,
        (draft) => {
          const bytes = bytesOf(draft);
          if (!bytes) return null;
          const cased = 'cased' in draft && draft.cased;
          const texts = [0, 1, 2].map((offset) => base64At(bytes, offset));
          if (texts.some((t) => t === '')) {
            const message =
              'This value is too short to be recognised within Base64. Three bytes are the least.';
            chain.report('error', 'base64offset-too-short', message, draft.span);
            return draft;
          }
          return texts.map((text): Draft => ({
            kind: 'string',
            pattern: [text],
            cased,
            span: draft.span,
          }));
        },
        (draft) => refusal('base64offset', draft),
      );
    },
  },
  utf16('utf16le', 'The value in UTF-16, little end first.', (t) => units(t, true)),
  utf16('utf16be', 'The value in UTF-16, big end first.', (t) => units(t, false)),
  utf16('utf16', 'The value in UTF-16 with a byte order mark.', (t) => [
    0xff,
    0xfe,
    ...units(t, true),
  ]),
  utf16('wide', 'The value in UTF-16, little end first.', (t) => units(t, true)),
];

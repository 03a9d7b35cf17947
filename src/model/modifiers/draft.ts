import type { Finding } from '../../source/codes.js';
import type { YamlScalar } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import { parseExpandable, parsePattern } from '../patterns/pattern.js';
import type { StringPattern } from '../patterns/pattern.js';
import type { Deferred, StringValue, Value } from '../value.js';
import { codes } from './codes.js';
import { numberLiteral } from './number.js';

/** A value on its way through the modifiers. */
export type Draft = Value | BytesDraft;

/** An encoded string, until it is turned into a string again. */
export interface BytesDraft {
  readonly kind: 'bytes';
  readonly bytes: Uint8Array;
  readonly cased: boolean;
  readonly span: Span;
}

/** @param expand whether `%name%` is a placeholder. */
export function valueOf(scalar: YamlScalar, expand: boolean): Value {
  const { value, text, span } = scalar;
  switch (typeof value) {
    case 'boolean':
      return { kind: 'boolean', value, span };
    case 'number':
    case 'bigint': {
      const number = numberLiteral(text);
      // `.inf` and `.nan` have no digits: they are what they look like.
      if (number) return { kind: 'number', number, span };
      break;
    }
    case 'object':
      return { kind: 'null', span };
  }
  const pattern = expand ? parseExpandable(text) : parsePattern(text);
  return { kind: 'string', pattern, cased: false, span };
}

/** What has placeholders, and is something else than a string once they have values. */
export function deferred(pattern: StringPattern, becomes: Deferred, span: Span): StringValue {
  return { kind: 'string', pattern, cased: false, becomes, span };
}

/** A value as text, where it has one: numbers as they are written, bytes as one character each. */
export function asString(draft: Draft, scalar: YamlScalar): StringValue | null {
  const { span } = draft;
  switch (draft.kind) {
    case 'string':
      return draft;
    case 'number':
    case 'boolean':
      return { kind: 'string', pattern: [scalar.text], cased: false, span };
    case 'bytes':
      return bytesAsString(draft);
    default:
      return null;
  }
}

function bytesAsString({ bytes, cased, span }: BytesDraft): StringValue {
  const text = binaryText(bytes);
  return { kind: 'string', pattern: text === '' ? [] : [text], cased, span };
}

/** A character a byte. */
export function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export function finish(draft: Draft): Value {
  return draft.kind === 'bytes' ? bytesAsString(draft) : draft;
}

const KINDS: Readonly<Record<Draft['kind'], string>> = {
  string: 'this string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  exists: 'the result of `exists`',
  regex: 'a regular expression',
  cidr: 'a network',
  compare: 'a comparison',
  'time-part': 'a date part',
  'field-ref': 'a field reference',
  bytes: 'encoded bytes',
};

/** The refusal of a value that is of the wrong kind for a modifier. */
export function wrongValue(modifier: string, expected: string): (draft: Draft) => Finding {
  return ({ kind }) => codes['wrong-value']({ modifier, expected, actual: KINDS[kind] });
}

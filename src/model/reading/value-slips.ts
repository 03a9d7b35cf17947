import type { Finding } from '../../source/codes.js';
import type { YamlScalar } from '../../source/yaml/node.js';
import { parseNetwork } from '../modifiers/ip.js';
import { slipCodes } from './slip-codes.js';

/**
 * A value that no event has in this field, because its author meant something else.
 * @param modifiers in lower case
 */
export function slipInValue(
  { text }: YamlScalar,
  field: string,
  modifiers: readonly string[],
): Finding | null {
  if (text.length > LONGEST) return null;
  if (modifiers.includes('re'))
    return DELIMITED.test(text) ? slipCodes['regex-delimiters']() : null;
  if (LIKE_REGEX.test(text)) return slipCodes['regex-without-re']();
  if (modifiers.every((m) => WHOLE.has(m))) {
    if (SEVERAL_NUMBERS.test(text)) return slipCodes['several-values-in-one']();
    if (WITH_PORT.test(text) && isAddress(field) && OF_CONNECTION.test(field)) {
      return slipCodes['address-with-port']();
    }
    if (text.includes('/') && isAddress(field) && parseNetwork(text)) {
      return slipCodes['network-without-cidr']();
    }
  }
  if (!HASHES.test(field)) return null;
  const [written, algorithm] = HASH_WITH_COLON.exec(text) ?? [];
  if (written === undefined) return null;
  return slipCodes['hash-separator']({ written, correct: `${algorithm!.toUpperCase()}=` });
}

/**
 * What no one value can be at once: `CommandLine|all: [a, b]`, where parts of it are meant.
 * @param modifiers in lower case
 */
export function slipInAll(
  scalars: readonly YamlScalar[],
  field: string,
  modifiers: readonly string[],
): Finding | null {
  if (OF_SEVERAL.test(field) || !modifiers.every((m) => m === 'all' || WHOLE.has(m))) return null;
  const whole = scalars.flatMap(({ text }) => (/[*?%]/.test(text) ? [] : text.toLowerCase()));
  return new Set(whole).size > 1 ? slipCodes['all-of-whole-values']() : null;
}

/** Fields of Splunk's data models and of Elastic's that hold several values. */
const OF_SEVERAL = /^(?:tags?|eventtype|event\.(?:category|type)|related\.\w+)$|\bargs$/i;

/** Longer values are not looked at. */
const LONGEST = 200;

/** Modifiers that leave a value the whole of what it is compared with. */
const WHOLE: ReadonlySet<string> = new Set(['cased', 'neq']);

/** `4624, 4625`, `(80 or 443)`, `3|10`. */
const SEVERAL_NUMBERS = /^\(?\d{1,10}(?: *[,|] *\d{1,10}| +or +\d{1,10})+\)?$/i;

/** `.*boil.*`, `^boil$`. */
const LIKE_REGEX = /^(?:\.\*.*[^\\](?:\.\*|\$)|\^[^\^]*[^\^\\]\$)$/;

/** `/^boil/i`: no text has something before its beginning, or after its end. */
const DELIMITED = /^\/(?:\^.*|.*[^\\[]\$)\/[a-z]*$/;

/** `10.0.0.1:443`. Of clients, clouds do log the port as well; of connections it is a field of its own. */
const WITH_PORT = /^\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}$/;
const OF_CONNECTION = /^(?:dest|dst|s(?:ou)?rc|remote|local)/i;

/** An address, rather than a network as in `cidrIp`. */
function isAddress(field: string): boolean {
  return /(?:ip|addr|address)$/i.test(field) && !/cidr|subnet|network|range/i.test(field);
}

const HASHES = /^hash(?:es)?$/i;
const HASH_WITH_COLON = /^(md5|sha1|sha256|imphash) ?: ?(?=[\da-f]{8})/i;

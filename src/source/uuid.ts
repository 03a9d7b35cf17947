/** The form of a UUID, in any case. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/**
 * A UUID that is the same for the same name, on every machine: version 5.
 * https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5
 *
 * @param namespace a UUID
 */
export function uuidOf(name: string, namespace: string): string {
  const space = namespace.replaceAll('-', '').match(/../g)!;
  const bytes = [...space.map((pair) => parseInt(pair, 16)), ...new TextEncoder().encode(name)];
  const hash = sha1(bytes);
  const version = ((parseInt(hash.slice(12, 16), 16) & 0x0fff) | 0x5000).toString(16);
  const variant = ((parseInt(hash.slice(16, 20), 16) & 0x3fff) | 0x8000).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-${version}-${variant}-${hash.slice(20, 32)}`;
}

/**
 * What tells apart what has one name otherwise. A part of an id does not: ids that are counted up, or
 * copied and changed at the end, begin alike.
 */
export function markOf(of: string): string {
  return sha1([...new TextEncoder().encode(of)]).slice(0, 8);
}

/** In hexadecimal. https://www.rfc-editor.org/rfc/rfc3174 */
export function sha1(bytes: readonly number[]): string {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
  bytes.forEach((byte, i) => (words[i >> 2]! |= byte << (24 - (i & 3) * 8)));
  words[bytes.length >> 2]! |= 0x80 << (24 - (bytes.length & 3) * 8);
  words[words.length - 1] = bytes.length * 8;
  words[words.length - 2] = Math.floor(bytes.length / 0x20000000);
  let [a, b, c, d, e] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  const block = new Uint32Array(80);
  for (let at = 0; at < words.length; at += 16) {
    const before = [a, b, c, d, e] as const;
    for (let t = 0; t < 80; t++) {
      block[t] =
        t < 16
          ? words[at + t]!
          : rotate(block[t - 3]! ^ block[t - 8]! ^ block[t - 14]! ^ block[t - 16]!, 1);
      const [mixed, constant] = roundOf(t, b, c, d);
      const next = (rotate(a, 5) + mixed + e + constant + block[t]!) | 0;
      [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
    }
    [a, b, c, d, e] = [a + before[0], b + before[1], c + before[2], d + before[3], e + before[4]];
  }
  return [a, b, c, d, e].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function roundOf(t: number, b: number, c: number, d: number): readonly [number, number] {
  if (t < 20) return [(b & c) | (~b & d), 0x5a827999];
  if (t < 40) return [b ^ c ^ d, 0x6ed9eba1];
  if (t < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc];
  return [b ^ c ^ d, 0xca62c1d6];
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

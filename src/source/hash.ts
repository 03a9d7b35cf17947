/**
 * A hash of a string: 64 bits in hexadecimal, the same on every machine. Two multiplicative
 * mixes side by side, after MurmurHash3's finalizer. Different strings do not collide by chance;
 * it is not safe against deliberate collisions.
 */
export function hashOf(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x9e3779b1);
    b = Math.imul(b ^ c, 0x5f356495);
  }
  const mixed = [mix(a, b), mix(b, a)];
  return mixed.map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
}

function mix(a: number, b: number): number {
  const once = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  return once ^ (once >>> 16);
}

/** The IPv4 networks that together hold the addresses from one to another, both included. */
export function networksBetween(from: string, to: string): readonly string[] {
  const networks: string[] = [];
  const last = numberOf(to);
  for (let low = numberOf(from); low <= last;) {
    let size = 1;
    while (low % (size * 2) === 0 && low + size * 2 - 1 <= last) size *= 2;
    networks.push(`${addressOf(low)}/${32 - Math.log2(size)}`);
    low += size;
  }
  return networks;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function addressOf(number: number): string {
  return [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(number / unit) % 256).join('.');
}

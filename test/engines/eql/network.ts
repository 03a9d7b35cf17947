import { BlockList, isIP } from 'node:net';

const networks = new Map<string, BlockList>();

/** Whether an address is in a network; what is no address is in none. */
export function inNetwork(address: string, network: string): boolean {
  const [start = '', prefix = ''] = network.split('/');
  const family = start.includes(':') ? 'ipv6' : 'ipv4';
  let list = networks.get(network);
  if (!list) {
    list = new BlockList();
    list.addSubnet(start, Number(prefix), family);
    networks.set(network, list);
  }
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

import { truncateSync } from 'node:fs';
import { disk } from '../../../src/cli/output/layer.js';
import type { FileLayer } from '../../../src/cli/output/layer.js';

/** What a call throws after the process is killed, so to speak. */
export class Stopped extends Error {}

/** Does so many calls and then none, as if the process were killed: at one, maybe half way. */
export function stopsAfter(
  calls: number,
  half: boolean,
): FileLayer & { readonly done: () => number } {
  const { makeFolder, create, sync, rename, link, remove, removeFolder } = disk;
  let done = 0;
  const counted =
    <A extends unknown[], R>(call: (...args: A) => R, cut?: (...args: A) => void) =>
    (...args: A): R => {
      if (done++ < calls) return call(...args);
      if (half && done === calls + 1) cut?.(...args);
      throw new Stopped();
    };
  return {
    makeFolder: counted(makeFolder),
    create: counted(create, (path, bytes) => {
      create(path, bytes);
      truncateSync(path, bytes.length >> 1);
    }),
    sync: counted(sync),
    rename: counted(rename),
    link: counted(link),
    remove: counted(remove),
    removeFolder: counted(removeFolder),
    done: () => done,
  };
}

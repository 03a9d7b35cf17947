import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  promises,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';

/** Every call by which the command changes files; tests put one in its place that stops. */
export interface FileLayer {
  /** Makes one folder; that it is there already is an error. */
  readonly makeFolder: (path: string) => void;
  /** Makes a file that is not there yet, by no link, and fills it. */
  readonly create: (path: string, bytes: Uint8Array) => void;
  /** Waits until what a file holds is on the disk. */
  readonly sync: (path: string) => Promise<void>;
  /** Replaces what is there, a link too, at once. */
  readonly rename: (from: string, to: string) => void;
  /** Gives a file a second name that is not there yet. */
  readonly link: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  /** Removes an empty folder. */
  readonly removeFolder: (path: string) => void;
}

export const disk: FileLayer = {
  makeFolder: (path) => {
    mkdirSync(path);
  },
  create(path, bytes) {
    const file = openSync(path, 'wx', 0o666);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
    } finally {
      closeSync(file);
    }
  },
  async sync(path) {
    const file = await promises.open(path, 'r+');
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  },
  rename: renameSync,
  link: linkSync,
  remove: unlinkSync,
  removeFolder: (path) => {
    rmdirSync(path);
  },
};

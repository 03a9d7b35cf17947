import { existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { UsageError } from './usage-error.js';

/** Writes queries below a folder, or all of them into one file. Never writes outside of it. */
export class OutputTree {
  private readonly asFile: boolean;
  private readonly used = new Set<string>();
  private readonly pieces: string[] = [];

  constructor(
    private readonly path: string,
    private readonly severalTargets: boolean,
  ) {
    const folder = existsSync(path) && statSync(path).isDirectory();
    this.asFile = !folder && !/[\\/]$/.test(path) && extname(path) !== '';
  }

  /** @param below where the rule stands below its folder, with `/`. */
  write(below: string, target: string, extension: string, text: string): void {
    if (this.asFile) {
      this.pieces.push(withLineEnd(text));
      return;
    }
    // `..` and the like are not part of any name that we make.
    const parts = below.split('/').filter((p) => p !== '' && p !== '.' && p !== '..');
    const stem = join(...(this.severalTargets ? [target] : []), ...parts).replace(/\.ya?ml$/i, '');
    const file = this.free(stem, extension);
    const full = resolve(this.path, file);
    mkdirSync(dirname(full), { recursive: true });
    const home = realpathSync(this.path);
    const parent = realpathSync(dirname(full));
    if (parent !== home && !parent.startsWith(home + sep)) {
      throw new UsageError(
        `${full} would lie outside of ${this.path}, by a link. Remove the link.`,
      );
    }
    writeFileSync(join(parent, basename(file)), withLineEnd(text));
  }

  finish(): void {
    if (!this.asFile) return;
    mkdirSync(dirname(resolve(this.path)), { recursive: true });
    writeFileSync(this.path, this.pieces.join('\n'));
  }

  /** A second query of one rule file is `name.2.kql`. */
  private free(stem: string, extension: string): string {
    for (let n = 1; ; n++) {
      const name = n === 1 ? `${stem}.${extension}` : `${stem}.${n}.${extension}`;
      if (this.used.has(name)) continue;
      this.used.add(name);
      return name;
    }
  }
}

function withLineEnd(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

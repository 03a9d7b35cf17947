import { existsSync, readFileSync } from 'node:fs';
import type { Outcome } from '../report/outcome.js';
import { visible } from '../source/visible.js';
import type { Protected } from './output/destination.js';
import { writeNamed } from './output/whole-file.js';
import { counted, Diagnostics, thousands } from './terminal/terminal.js';
import { UsageError } from './usage-error.js';

export interface PolicyFlags {
  readonly failOn?: readonly string[];
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly skipUnsupported?: boolean;
  readonly verbose?: boolean;
}

export const FAILURES = ['refused', 'approximate', 'unmapped', 'limits', 'warning'] as const;

type Failure = (typeof FAILURES)[number];

/** What makes a run fail: refusals unless they are known, and whatever else the user asks for. */
export class Policy {
  private readonly failures: ReadonlySet<Failure>;
  private readonly accepted: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly refused: Outcome[] = [];
  /** How many queries each further reason fails. */
  private readonly failed = new Map<Failure, number>();

  /** Throws `UsageError` for an unknown reason, and for a baseline that is none or cannot be read. */
  constructor(private readonly flags: PolicyFlags) {
    const named = (flags.failOn ?? []).flatMap((list) => list.split(',')).map((n) => n.trim());
    const unknown = named.find((n) => !(FAILURES as readonly string[]).includes(n));
    if (unknown !== undefined) {
      throw new UsageError(
        `--fail-on cannot be '${visible(unknown)}'. Use one or more of: ${FAILURES.join(', ')}.`,
      );
    }
    this.failures = new Set(named as Failure[]);
    if (flags.updateBaseline && flags.baseline === undefined) {
      throw new UsageError('--update-baseline needs --baseline FILE.');
    }
    const { baseline } = flags;
    // What is there and is no baseline is not written over.
    const isRead = baseline !== undefined && (!flags.updateBaseline || existsSync(baseline));
    this.accepted = isRead ? readBaseline(baseline, flags.updateBaseline ?? false) : new Map();
  }

  /** The file that the run writes its refusals into. */
  get written(): readonly string[] {
    const { baseline, updateBaseline } = this.flags;
    return baseline !== undefined && updateBaseline ? [baseline] : [];
  }

  judge(outcome: Outcome): void {
    if (outcome.fidelity === 'refused') this.refused.push(outcome);
    const count = (failure: Failure, isSo: boolean): void => {
      if (isSo && this.failures.has(failure)) {
        this.failed.set(failure, (this.failed.get(failure) ?? 0) + 1);
      }
    };
    count('approximate', outcome.fidelity === 'approximate');
    count('unmapped', outcome.mapping === 'unmapped');
    count('limits', outcome.limits.length > 0);
    count('warning', outcome.warnings.length > 0);
  }

  get fails(): boolean {
    return this.failed.size > 0 || this.refused.some((o) => !this.isAccepted(o));
  }

  /**
   * What was refused and what else fails; empty if there is nothing to say.
   *
   * @param isOne of one rule, whose refusal has been shown
   */
  lines(isOne: boolean): readonly string[] {
    const lines = [...this.failed].map(
      ([failure, count]) =>
        `--fail-on ${failure}: ${counted(count, 'query fails', 'queries fail')} the run.`,
    );
    const known = this.refused.filter((o) => this.isAccepted(o));
    const others = this.refused.filter((o) => !this.isAccepted(o));
    if (known.length > 0) lines.push(...this.named('Refused, as accepted', known));
    if (others.length > 0 && !isOne) lines.push(...this.named('Refused', others));
    return lines;
  }

  /** Each file once, with what it was refused for; one alone on the line of the heading. */
  private named(heading: string, outcomes: readonly Outcome[]): readonly string[] {
    const files = new Map<string, Set<string>>();
    for (const { path, errors } of outcomes) {
      const codes = files.get(path) ?? new Set();
      for (const code of errors) codes.add(code);
      files.set(path, codes);
    }
    const all = [...files].map(([path, codes]) => `${visible(path)} (${[...codes].join(', ')})`);
    if (all.length === 1) return [`${heading}: ${all[0]!}.`];
    const shown = this.flags.verbose ? all : all.slice(0, Diagnostics.most);
    const left = all.length - shown.length;
    return [
      `${heading}, ${thousands(all.length)} rule files:`,
      ...shown.map((line) => `  ${line}`),
      ...(left > 0 ? [`  and ${thousands(left)} more (--verbose names them all)`] : []),
    ];
  }

  /** Writes the refusals of the run as those that are accepted from now on. */
  async finish(protects: Protected): Promise<void> {
    const [path] = this.written;
    if (path === undefined) return;
    const refused = new Map<string, Set<string>>();
    for (const outcome of this.refused) {
      const codes = refused.get(keyOf(outcome)) ?? new Set();
      for (const code of outcome.errors) codes.add(code);
      refused.set(keyOf(outcome), codes);
    }
    const sorted = [...refused].sort(([a], [b]) => (a < b ? -1 : 1));
    const record = {
      version: 1,
      refused: Object.fromEntries(sorted.map(([key, codes]) => [key, [...codes].sort()])),
    };
    await writeNamed('The baseline', path, `${JSON.stringify(record, null, 2)}\n`, protects);
  }

  private isAccepted(outcome: Outcome): boolean {
    if (this.flags.updateBaseline) return true;
    if (this.flags.skipUnsupported && !outcome.isUnreadable) return true;
    const codes = this.accepted.get(keyOf(outcome));
    return codes !== undefined && outcome.errors.every((code) => codes.has(code));
  }
}

/** A rule without an id goes by its path. */
function keyOf({ rule, path }: Outcome): string {
  return rule.id?.toLowerCase() ?? path;
}

/** `{"version":1,"refused":{"<rule id or path>":["<code>"]}}` */
function readBaseline(path: string, isWritten: boolean): ReadonlyMap<string, ReadonlySet<string>> {
  const advice = isWritten
    ? 'Choose another file to write it into, or remove this one.'
    : 'Write it with --update-baseline, or correct it.';
  const wrong = (what: string): UsageError =>
    new UsageError(`The baseline ${visible(path)} ${what}. ${advice}`);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw wrong(error instanceof SyntaxError ? 'is not JSON' : 'cannot be read');
  }
  const { version, refused } = (read ?? {}) as { version?: unknown; refused?: unknown };
  if (version !== 1 || typeof refused !== 'object' || refused === null) {
    throw wrong('has no `refused` of version 1');
  }
  return new Map(
    Object.entries(refused).map(([key, codes]) => {
      if (!Array.isArray(codes) || !codes.every((c) => typeof c === 'string')) {
        throw wrong(`has no list of codes for '${visible(key)}'`);
      }
      return [key.toLowerCase() === key ? key : keyIn(key), new Set<string>(codes)];
    }),
  );
}

/** Ids are compared without regard to case, paths are not. */
function keyIn(key: string): string {
  return /^[0-9a-f-]{36}$/i.test(key) ? key.toLowerCase() : key;
}

import { once } from 'node:events';
import { fstatSync, writeSync } from 'node:fs';
import type { Outcome } from '../../report/outcome.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import { visible } from '../../source/visible.js';
import { commandFrame } from './hints.js';
import type { Message } from './message.js';

/** Whether to colour what goes to a stream; NO_COLOR and FORCE_COLOR take precedence. */
export function wantsColour(stream: NodeJS.WriteStream): boolean {
  if (process.env['NO_COLOR']) return false;
  if (process.env['FORCE_COLOR']) return process.env['FORCE_COLOR'] !== '0';
  return isTerminal(stream);
}

/** A terminal that reads escape sequences, which one called `dumb` does not. */
function isTerminal(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && process.env['TERM'] !== 'dumb';
}

let pending = '';
const BUFFER_LENGTH = 1 << 16;

/** Writes to standard output in large pieces, and waits where the reader is slower than we are. */
export async function writeOut(text: string): Promise<void> {
  pending += text;
  if (pending.length >= BUFFER_LENGTH) await flushOut();
}

export async function flushOut(): Promise<void> {
  const text = pending;
  pending = '';
  if (text === '') return;
  if (isFile()) writeAll(Buffer.from(text));
  else if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Writes bytes after all that was written before; their memory may be used again then. */
export async function writeBytesOut(bytes: Uint8Array): Promise<void> {
  await flushOut();
  if (bytes.length === 0) return;
  if (isFile()) writeAll(bytes);
  else await new Promise((go) => process.stdout.write(bytes, go));
}

const STANDARD_OUTPUT = 1;
let known: boolean | null = null;

function isFile(): boolean {
  return (known ??= fstatSync(STANDARD_OUTPUT).isFile());
}

/** Node takes a file to hold all of a piece whose first half fills the disk, and says nothing. */
function writeAll(bytes: Uint8Array): void {
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(STANDARD_OUTPUT, bytes, at);
  } catch (error) {
    process.stdout.emit('error', error);
  }
}

/**
 * Writes to standard error, which may be the log of a CI run: nothing in it is one of the log's own
 * commands, whoever wrote it.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 * https://learn.microsoft.com/en-us/azure/devops/pipelines/scripts/logging-commands
 */
export function tell(text: string): void {
  process.stderr.write(defused(text));
}

/** Writes what people read to standard output, which may be such a log, too. */
export function tellOut(text: string): Promise<void> {
  return writeOut(defused(text));
}

export function defused(text: string): string {
  return text.replace(/^([^\S\n]*):(?=:)/gm, '$1\\u{3a}').replace(/##(?=\[|vso\[)/g, '#\\u{23}');
}

/** Writes diagnostics to standard error; many of a kind are counted rather than shown. */
export class Diagnostics {
  /** Whether an error was among them. */
  failed = false;
  private readonly shown = new Map<string, number>();
  private readonly folded = new Map<string, { count: number; message: string }>();

  constructor(
    private readonly verbose: boolean,
    readonly colour: boolean,
    /** Errors are all that is shown. */
    private readonly quiet = false,
  ) {}

  static readonly most = 10;

  add(message: Message): void {
    const { code, severity } = message;
    if (severity === 'error') this.failed = true;
    else if (this.quiet) return;
    const count = (this.shown.get(code) ?? 0) + 1;
    if (!this.verbose && (severity === 'note' || count > Diagnostics.most)) {
      const known = this.folded.get(`${severity}[${code}]`);
      if (known) known.count++;
      else this.folded.set(`${severity}[${code}]`, { count: 1, message: message.message });
      return;
    }
    this.shown.set(code, count);
    tell(`${message.frame}\n\n`);
  }

  addPlain(d: Diagnostic): void {
    const { severity, code, message } = d;
    this.add({ severity, code, message, frame: commandFrame(d, { colour: this.colour }) });
  }

  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const d of diagnostics) this.addPlain(d);
  }

  /** What was not shown in full. */
  finish(): void {
    for (const [head, { count, message }] of this.folded) {
      const more = this.shown.has(head.replace(/^\w+\[|\]$/g, '')) ? 'more ' : '';
      const text =
        count === 1 ? message : `${thousands(count)} ${more}times; the first: ${message}`;
      tell(`${head}: ${visible(text)}\n`);
    }
    if (this.folded.size > 0) tell('(--verbose shows where)\n');
  }
}

/** 1234567 as 1,234,567, independent of the locale. */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 rule`, or `2,000 rules`. */
export function counted(n: number, one: string, several = `${one}s`): string {
  return `${thousands(n)} ${n === 1 ? one : several}`;
}

/** How many queries came out how. */
export function queriesText(counts: Readonly<Record<Outcome['fidelity'], number>>): string {
  const { exact, approximate, refused } = counts;
  const total = exact + approximate + refused;
  const each = `${thousands(exact)} exact, ${thousands(approximate)} approximate, ${thousands(refused)} refused`;
  return `${counted(total, 'query', 'queries')}: ${each}`;
}

/** A progress line on a terminal; nothing elsewhere. */
export class Progress {
  private last = 0;

  constructor(private readonly total: number) {}

  step(done: number): void {
    if (this.total < 200 || !isTerminal(process.stderr)) return;
    const now = performance.now();
    if (now - this.last < 80) return;
    this.last = now;
    process.stderr.write(`\r${thousands(done)} of ${thousands(this.total)} files…\u001b[K`);
  }

  clear(): void {
    if (this.last > 0) process.stderr.write('\r\u001b[K');
  }
}

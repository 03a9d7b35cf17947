import { expect } from 'vitest';
import type { Diagnostic } from '../../src/source/diagnostic.js';
import { cpuTime } from '../support/cpu.js';

/** Milliseconds of processor time that one input may cost. */
const MOST = 1_000;

/** Runs what one input asks for; fails where it costs over a second. */
export function quick<T>(work: () => T): T {
  let result!: T;
  expect(cpuTime(() => (result = work()))).toBeLessThan(MOST);
  return result;
}

/** Every diagnostic says what is wrong, and where, within its file. */
export function expectWhole(diagnostics: readonly Diagnostic[]): void {
  for (const { code, message, span, severity } of diagnostics) {
    if (code === '' || message === '' || !['error', 'warning', 'note'].includes(severity)) {
      expect.fail(`${code} (${severity}): ${message}`);
    }
    if (span && (span.start < 0 || span.end < span.start || span.end > span.file.text.length)) {
      expect.fail(`${code} is at ${span.start} to ${span.end} of ${span.file.text.length}`);
    }
  }
}

import {
  quotedItem,
  repairColon,
  repairIndentation,
  repairItem,
  repairLine,
  withSpaces,
} from './repair.js';
import type { Repair } from '../repairs.js';
import type { Line } from './repair.js';
import { plainLines, repairUnclosed } from './repair-unclosed.js';
import type { LineAt } from './repair-unclosed.js';
import { GOES_ON, repairProse } from './repair-prose.js';
import type { TopNames } from './repair-prose.js';
import { lineStarts } from '../span.js';
import type { SourceFile } from '../span.js';
import { codes } from './yaml-codes.js';

/** The repairs of one text, which grow line by line; lines are numbered from 0. */
export interface LineRepairs {
  /** Whether there was something to repair in a line. */
  readonly tryLine: (index: number) => boolean;
  /** Whether a line is a key without a space after its colon. */
  readonly tryColon: (index: number) => boolean;
  /**
   * Whether something is not closed up to a line. The parser stumbles wherever the next quote or bracket
   * is.
   */
  readonly tryUnclosed: (limit: number) => boolean;
  /** Whether a line is part of prose that could be repaired; what was repaired there before is not. */
  readonly tryProse: (index: number, names: TopNames) => boolean;
  /** In order. */
  readonly soFar: () => readonly Repair[];
}

export function lineRepairs(file: SourceFile, tabWidth: number): LineRepairs {
  const starts = lineStarts(file);
  // A line may need both.
  const indentations = new Map<number, Repair>();
  const contents = new Map<number, Repair>();
  const prose = new Set<number>();
  const written = (index: number): Line => {
    const start = starts[index]!;
    return { text: file.text.slice(start, starts[index + 1]).replace(/\r?\n$/, ''), start };
  };
  const lineAt: LineAt = (index) =>
    index >= 0 && index < starts.length ? withSpaces(written(index), tabWidth) : null;
  /** Who meant no escapes in one item of a list meant none in the others. */
  const tryList = (index: number, step: 1 | -1): void => {
    const head = quotedItem(lineAt(index)!.text);
    if (head === null) return;
    for (let i = index + step; ; i += step) {
      const line = lineAt(i);
      if (!line?.text.startsWith(head)) return;
      const repair = contents.has(i) ? null : repairItem(line);
      if (repair) contents.set(i, repair);
    }
  };
  return {
    tryLine(index) {
      const line = lineAt(index);
      if (!line) return false;
      if (!indentations.has(index)) {
        const repair = repairIndentation(written(index), tabWidth);
        if (repair) indentations.set(index, repair);
        if (repair) return true;
      }
      const repair = contents.has(index) ? null : repairLine(line);
      if (!repair) return false;
      contents.set(index, repair);
      if (repair.finding.code === 'yaml-repaired-backslash') {
        tryList(index, 1);
        tryList(index, -1);
      }
      return true;
    },
    tryColon(index) {
      const line = lineAt(index);
      const repair = line && !contents.has(index) ? repairColon(line) : null;
      if (!repair) return false;
      contents.set(index, repair);
      return true;
    },
    tryUnclosed(limit) {
      for (const index of plainLines(limit, lineAt)) {
        const repair = contents.has(index) ? null : repairUnclosed(index, lineAt);
        if (!repair) continue;
        contents.set(index, repair);
        return true;
      }
      return false;
    },
    tryProse(index, names) {
      const lineOrNull = (i: number): Line | null =>
        i >= 0 && i < starts.length ? written(i) : null;
      const tryAt = (at: number, part: 'line' | 'value' | 'either'): boolean => {
        const found = repairProse(at, lineOrNull, names, part);
        if (!found) return false;
        if (contents.get(found.first)?.finding.code === 'yaml-repaired-prose') return false;
        for (let i = found.first; i <= found.last; i++) {
          indentations.delete(i);
          contents.delete(i);
        }
        prose.add(found.first);
        contents.set(found.first, found.repair);
        return true;
      };
      const isFirst = prose.size === 0;
      // Of a line that was repaired in vain, all others of the value are.
      if (!tryAt(index, prose.has(index) ? 'value' : 'either')) return false;
      // Who did not know of quotes in one value did not in others, and each turn takes time.
      for (let i = 0; isFirst && i < starts.length; i++) {
        if (!contents.has(i) && GOES_ON.test(written(i).text)) tryAt(i, 'line');
      }
      return true;
    },
    soFar: () => [...indentations.values(), ...contents.values()].sort((a, b) => a.start - b.start),
  };
}

/** Repairs as they are told of: tabs in the indentation of many lines are one slip, with one fix. */
export function told(repairs: readonly Repair[]): readonly Repair[] {
  const isTab = ({ finding }: Repair): boolean => finding.code === 'yaml-repaired-indent';
  const [first, ...others] = repairs.filter(isTab);
  if (!first || others.length === 0) return repairs;
  const finding = codes['yaml-repaired-indents']({ count: others.length + 1 });
  const edits = [first, ...others].flatMap((r) => r.edits);
  const whole = { ...first, edits, finding };
  return repairs.flatMap((r) => (r === first ? [whole] : isTab(r) ? [] : [r]));
}

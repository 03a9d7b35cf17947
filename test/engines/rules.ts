import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { EventReader } from '../../src/match/event-reader.js';
import { MatchEvent } from '../../src/match/event.js';
import { Compiler } from '../../src/match/test.js';
import type { Test } from '../../src/match/test.js';
import { asksForQueries, usableRule } from '../../src/model/document.js';
import type { Library } from '../../src/model/linking/library.js';
import type { Rule } from '../../src/model/rule.js';
import { lower } from '../../src/predicate/lower.js';
import type { Expression } from '../../src/predicate/predicate.js';
import { readLibrary } from '../support/read-library.js';

const root = join(import.meta.dirname, '../..');
const corpus = join(root, '../shared/corpus');

/** Folders of rules: those that ship, and the corpus where it is. */
export const ruleFolders: readonly string[] = [
  join(root, 'rules'),
  ...[join(corpus, 'sigmahq')].filter(existsSync),
];

export const hasEvents = existsSync(join(corpus, 'events'));
if (!hasEvents) console.log('../shared/corpus is not here: tests on recorded events are skipped.');

/** A rule and one of its conditions. */
export interface Case {
  readonly path: string;
  readonly library: Library;
  readonly rule: Rule;
  /** Which of the queries of `convert(library, …)` it is. */
  readonly index: number;
  readonly expression: Expression;
  readonly matches: Test;
}

/** Kept for all tests of a file: reading the corpus takes seconds. */
const casesByFolder = new Map<string, readonly Case[]>();

/** Everything in a folder that can be matched. */
export function casesIn(folder: string): readonly Case[] {
  let cases = casesByFolder.get(folder);
  if (!cases) casesByFolder.set(folder, (cases = readCases(folder)));
  return cases;
}

function readCases(folder: string): readonly Case[] {
  const compiler = new Compiler();
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.ya?ml$/.test(f))
    .sort()
    .flatMap((path) => casesOf(readFileSync(join(folder, path)), path, compiler));
}

export function casesOf(
  text: string | Uint8Array,
  path = '<text>',
  compiler = new Compiler(),
): Case[] {
  const library = readLibrary(text, { path });
  let index = 0;
  return library.documents.flatMap((document) => {
    if (!asksForQueries(document) || library.serving.has(document)) return [];
    const rule = usableRule(document);
    if (!rule) {
      index++;
      return [];
    }
    return rule.detection.conditions.flatMap((condition) => {
      const at = index++;
      const { expression } = lower(rule, condition);
      if (!expression) return [];
      const matches = compiler.compile(expression);
      return [{ path, library, rule, index: at, expression, matches }];
    });
  });
}

export interface Recorded {
  /** The id of the rule that must match. */
  readonly rule: string;
  readonly event: MatchEvent;
}

/** The recorded attacks. */
export function recordedEvents(): Recorded[] {
  const folder = join(corpus, 'events');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const reader = new EventReader(file);
      const records = [...reader.push(readFileSync(join(folder, file))), ...reader.end()];
      return records.map((r) => {
        if (r.kind === 'unreadable') throw new Error(`${file}: ${r.diagnostic.message}`);
        return { rule: file.replace(/\.json$/, ''), event: new MatchEvent(r.json) };
      });
    });
}

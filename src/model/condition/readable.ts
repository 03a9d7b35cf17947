import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/yaml/node.js';
import { spanWithin } from '../../source/offset-map.js';
import { applyRepairs } from '../../source/repairs.js';
import type { Edit, Repaired } from '../../source/repairs.js';
import { codes } from './codes.js';

/** A condition in the specification's words, and what was said in others. */
export interface Reworded extends Repaired {
  readonly diagnostics: readonly Diagnostic[];
}

const NAME = String.raw`[^\s()|*?<>=!&,"'\`]+`;
const QUANTIFIED = String.raw`(?!of)(?=(?:them(?![^\s()])|[^\s()|*?<>=!&,"'\`]*[*?]))`;

/** What other languages and English have, each with what it means here and nothing else. */
const WORDINGS: readonly (readonly [written: RegExp, meant: (...found: string[]) => string])[] = [
  [/&&?/g, () => 'and'],
  [/\|\|/g, () => 'or'],
  [/!(?!=)/g, () => 'not'],
  [/(?<![^\s()])(and|or)[-_]?not(?![^\s()])/gi, (_, link) => `${link!.toLowerCase()} not`],
  [/(?<![^\s()])but\s+not(?![^\s()])/gi, () => 'and not'],
  [/(?<![^\s()])none\s+of(?![^\s()])/gi, () => 'not 1 of'],
  [/(?<![^\s()])(?:at\s+least\s+)?one\s+of(?![^\s()])/gi, () => '1 of'],
  [/(?<![^\s()])at\s+least\s+(\d+)\s+of(?![^\s()])/gi, (_, count) => `${count!} of`],
  [/(?<![^\s()])(\d+)\s+or\s+more\s+of(?![^\s()])/gi, (_, count) => `${count!} of`],
  [
    new RegExp(String.raw`(?<![^\s()])(all|any|\d+)(?:of)?\s+${QUANTIFIED}`, 'gi'),
    (_, count) => `${count!.toLowerCase()} of `,
  ],
  [
    new RegExp(
      String.raw`(?<![^\s()])(all|any|1)\s+of\s+\((\s*${NAME}(?:\s*,\s*${NAME})*\s*)\)`,
      'gi',
    ),
    (_, count, names) => {
      const link = count!.toLowerCase() === 'all' ? ' and ' : ' or ';
      return `(${names!
        .split(',')
        .map((n) => n.trim())
        .join(link)})`;
    },
  ],
  [/[,;]\s*$/g, () => ''],
  [/(?<=\|\s*)count(?=\s*(?:[<>=!]|by\s))/gi, () => 'count()'],
  [/(?<![^\s()])and(?=\s+count\s*\()/gi, () => '|'],
  // `count(field)` counts different values: other languages say so.
  [/(?<=\|\s*)count\s*\(\s*distinct\s+([^\s()]+)\s*\)/gi, (_, field) => `count(${field!})`],
  [
    /(?<=\|\s*)(?:dc|dcount|distinct_?count|count_?distinct|unique_?count|count_?unique)\s*\(\s*([^\s()]+)\s*\)/gi,
    (_, field) => `count(${field!})`,
  ],
  [/(?<=\|\s*\w+\s*\([^()]*\)\s*by\s+)\(([^()]+)\)/gi, (_, fields) => fields!.trim()],
  [
    /(?<=\|\s*\w+\s*\([^()]*\))\s*([<>=!]=?\s*\d+)\s+(by\s+[^\s()<>=!|][^()<>=!|]*)$/gi,
    (_, test, group) => ` ${group!.trim()} ${test!}`,
  ],
];

/** Rewords a condition that the grammar refuses; null if there is nothing to reword. */
export function reworded(scalar: YamlScalar): Reworded | null {
  const { text } = scalar;
  const edits: Edit[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [written, meant] of WORDINGS) {
    for (const match of text.matchAll(written)) {
      const start = match.index;
      const end = start + match[0].length;
      if (edits.some((e) => e.start < end && start < e.end)) continue;
      const words = meant(...match);
      const isSpaced = (c: string | undefined): boolean => c === undefined || /[\s()]/.test(c);
      const before = words === '' || isSpaced(text[start - 1]) ? '' : ' ';
      const after = words === '' || isSpaced(text[end]) || /\s$/.test(words) ? '' : ' ';
      const edit = { start, end, text: `${before}${words}${after}` };
      edits.push(edit);
      const span = spanWithin(scalar, start, end);
      const found = match[0].trim();
      const finding =
        words === ''
          ? codes['condition-comma-at-end']({ found })
          : codes['condition-reworded']({ found, words: words.trim() });
      const title = words === '' ? `Remove ${found}` : `Write ${words.trim()}`;
      const fix = { title, edits: [{ span, text: edit.text }] };
      diagnostics.push(diagnostic(finding, span, { fix }));
    }
  }
  if (edits.length === 0) return null;
  return { ...applyRepairs(text, [{ edits }]), diagnostics };
}

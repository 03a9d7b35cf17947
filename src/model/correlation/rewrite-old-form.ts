import type { Fix } from '../../source/diagnostic.js';
import { entry } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import type { Condition } from '../condition/ast.js';
import { printCondition } from '../condition/print.js';
import { TYPES, valueFields } from './correlation.js';
import type { Correlation } from './correlation.js';
import { oldForm } from './old-form.js';
import type { Rule } from '../rule.js';

/**
 * The edits that make a correlation of a rule whose only condition has an aggregation, in a document
 * of its own after the rule; null where the text does not allow for it, as in flow style.
 */
export function rewriteOldForm(rule: Rule): Fix | null {
  const [condition, ...others] = rule.detection.conditions;
  const old = condition && others.length === 0 ? oldForm(rule, condition) : null;
  // The specification has no type for a minimum or a maximum.
  if (!old || !TYPES.some((type) => type === old.correlation.type)) return null;
  if (old.correlation.test.kind === 'temporal') return null;
  const { document, name, id, title } = rule;
  const { file } = document.span;
  // What `action` adds to documents it would add to the correlation too.
  if (/^['"]?action['"]?\s*:/im.test(file.text)) return null;
  const timeframe = lineOf(rule);
  const reference = name ?? id;
  const isBlock = document.entries.every((e) => lineStart(e.key.span) === e.key.span.start);
  const edit = editOf(condition!);
  if (!timeframe || !isBlock || !edit) return null;
  const made = reference ?? nameFrom(title);
  if (made === null) return null;
  const head = document.entries[0]!.key.span.start;
  const names = reference
    ? []
    : [{ span: { file, start: head, end: head }, text: `name: ${made}\n` }];
  const { end } = document.span;
  const after = { file, start: end, end };
  const lead = file.text[end - 1] === '\n' ? '' : '\n';
  const text = `${lead}---\n${textOf(old.correlation, made)}`;
  const edits = [...names, edit, { span: timeframe, text: '' }, { span: after, text }];
  edits.sort((a, b) => a.span.start - b.span.start);
  return { title: 'Write it as a correlation', edits };
}

/** The line of the timeframe, with its line break, where it has one of its own. */
function lineOf({ document }: Rule): Span | null {
  const detection = entry(document, 'detection')?.value;
  const found = detection?.kind === 'map' ? entry(detection, 'timeframe') : undefined;
  if (!found) return null;
  const { file } = found.key.span;
  const start = lineStart(found.key.span);
  const next = file.text.indexOf('\n', found.value.span.end);
  const end = next < 0 ? file.text.length : next + 1;
  const line = file.text.slice(start, end);
  return /^[ \t]*timeframe[ \t]*:[ \t]*['"]?\w+['"]?[ \t]*\r?\n?$/.test(line)
    ? { file, start, end }
    : null;
}

function lineStart({ file, start }: Span): number {
  return file.text.lastIndexOf('\n', start - 1) + 1;
}

/** Cuts the aggregation off, where the condition is written as it is read. */
function editOf({ span, text, expression }: Condition) {
  const { file, start, end } = span;
  const written = file.text.slice(start, end);
  const bar = written.lastIndexOf('|');
  if (written !== text || bar < 0) return null;
  const kept = written.slice(0, bar).trimEnd();
  return kept.length === 0 || printCondition(expression) === ''
    ? null
    : { span: { file, start: start + kept.length, end }, text: '' };
}

function nameFrom(title: string): string | null {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return name === '' ? null : name;
}

function textOf(correlation: Correlation, reference: string): string {
  const { title, level, type, groupBy, timespan, test } = correlation;
  const lines = [
    `title: ${JSON.stringify(title)}`,
    'correlation:',
    `    type: ${type}`,
    '    rules:',
    `        - ${reference}`,
  ];
  if (groupBy.length > 0) {
    lines.push('    group-by:', ...groupBy.map((g) => `        - ${JSON.stringify(g.text)}`));
  }
  lines.push(`    timespan: ${timespan.text}`, '    condition:');
  for (const { text } of valueFields(test)) lines.push(`        field: ${JSON.stringify(text)}`);
  if ('comparisons' in test) {
    for (const { operator, number } of test.comparisons) {
      lines.push(`        ${operator}: ${number.source}`);
    }
  }
  if (level !== null) lines.push(`level: ${level}`);
  return `${lines.join('\n')}\n`;
}

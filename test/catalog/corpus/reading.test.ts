import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CorpusPredicate, CorpusRule } from '../../../src/catalog/corpus/entry.js';
import { indicatorOf } from '../../../src/catalog/corpus/indicator.js';
import { readCorpus } from '../../../src/catalog/corpus/read.js';
import { readSamples, sampleFiles } from './samples.js';

const root = join(import.meta.dirname, 'expected');
const RECORD = 'UPDATE_GOLDEN=1 npx vitest run test/catalog/corpus';
const updating = Boolean(process.env['UPDATE_GOLDEN']);

const { rules, others } = readSamples();
const folders = [...new Set(rules.map((r) => r.path.split('/')[0]!))].sort();

/** A line for each predicate as the rule says it, and behind the arrow as it is counted. */
function describeRule(rule: CorpusRule): string {
  const head = `${rule.path} #${rule.position}\n  ${rule.language}: ${rule.title} (${rule.id ?? 'no id'})`;
  const problem = rule.problem === null ? [] : [`  not read: ${rule.problem}`];
  const predicates = rule.predicates.map((p) => {
    const counted = indicatorOf(rule.language, p);
    return `  ${p.line}: ${said(p)} => ${said({ ...counted, context: null })}`;
  });
  const notes = rule.notes.map((n) => `  note, line ${n.line}: ${n.message}`);
  return [head, ...problem, ...predicates, ...notes, ''].join('\n');
}

function said(
  p: Pick<CorpusPredicate, 'field' | 'context' | 'kind' | 'value' | 'negated'>,
): string {
  const field = p.field === null ? 'anywhere' : p.context ? `${p.context}:${p.field}` : p.field;
  return `${field} ${p.negated ? 'not ' : ''}${p.kind} ${JSON.stringify(p.value)}`;
}

describe('the samples', () => {
  test.each(folders)('%s are read as recorded', (folder) => {
    const made = rules
      .filter((r) => r.path.startsWith(`${folder}/`))
      .map(describeRule)
      .join('\n');
    const path = join(root, `${folder}.txt`);
    if (updating) {
      if (process.env['CI']) throw new Error('Golden files are not recorded in CI.');
      writeFileSync(path, made);
      return;
    }
    expect(existsSync(path), `${path} is missing. Record it: ${RECORD}`).toBe(true);
    expect(made).toBe(readFileSync(path, 'utf8'));
  });

  test('no record is left over', () => {
    expect(readdirSync(root).sort()).toEqual(folders.map((f) => `${f}.txt`));
  });

  test('none is dropped: each file has its rules, or a reason', () => {
    const paths = [...new Set(rules.map((r) => r.path)), ...others.map((o) => o.path)].sort();
    expect(paths).toEqual(sampleFiles.map((f) => f.path));
    for (const { reason } of others) expect(reason).not.toBe('');
  });

  test('a rule has predicates or a problem, a correlation a note that its rules have them', () => {
    for (const rule of rules) {
      const isCorrelation = rule.notes.some((n) => n.message.includes('correlation'));
      expect(rule.predicates.length > 0, `${rule.path} ${rule.problem}`).toBe(
        rule.problem === null && !isCorrelation,
      );
    }
    expect(rules.some((r) => r.notes.some((n) => n.message.includes('correlation')))).toBe(true);
  });

  test("without Microsoft's parser, Kusto is listed as unread and all else is read", () => {
    const corpus = readCorpus(sampleFiles);
    const unread = corpus.rules.filter((r) => r.language === 'kusto');
    expect(unread.length).toBe(rules.filter((r) => r.language === 'kusto').length);
    for (const { problem } of unread) {
      expect(problem).toMatch(/needs? Microsoft's parser, which is not there\.$|holds no text\.$/);
    }
    expect(corpus.rules.filter((r) => r.language !== 'kusto')).toEqual(
      rules.filter((r) => r.language !== 'kusto'),
    );
  });

  test("Microsoft's parser is asked for only where there is a Kusto query", () => {
    const without = sampleFiles.filter((f) => !/^(?:kusto|sentinel)\//.test(f.path));
    const kusto = (): never => {
      throw new Error('nobody needs it');
    };
    expect(readCorpus(without, { kusto }).rules.length).toBeGreaterThan(10);
  });
});

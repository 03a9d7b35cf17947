import { describe } from 'vitest';
import { lucene } from '../../../backends/lucene/index.js';
import type { Expression } from '../../../src/predicate/predicate.js';
import { testAgreement } from '../agreement.js';
import { indexed, missing, runLucene } from './lucene.js';

describe.skipIf(missing !== null).each(['normalized', 'caseless', 'regex'])('case=%s', (mode) => {
  testAgreement({
    name: `Lucene 8, case=${mode}`,
    backend: lucene,
    options: { case: mode },
    async run(jobs, common) {
      const everywhere = new Set(jobs.flatMap((j) => [...fieldsOf(j.case.expression)]));
      const requests = jobs.map(({ case: { expression }, query, events }) => ({
        query: query.queryText!,
        events: events.map((e) => indexed(e.event, fieldsOf(expression))),
      }));
      const results = await runLucene(requests, {
        lower: mode === 'normalized',
        common: common.map((e) => indexed(e, everywhere, true)),
      });
      return results.map((result, i) => {
        if (typeof result !== 'string') return result;
        throw new Error(`${jobs[i]!.case.path}: ${result}\n${jobs[i]!.query.queryText}`);
      });
    },
  });
});

/** Fields, and for keywords those that the near misses put texts in. */
function fieldsOf(node: Expression, into = new Set<string>()): Set<string> {
  switch (node.kind) {
    case 'and':
    case 'or':
      node.operands.forEach((o) => fieldsOf(o, into));
      break;
    case 'one-of':
      node.options.forEach((o) => fieldsOf(o, into));
      break;
    case 'not':
      fieldsOf(node.operand, into);
      break;
    case 'constant':
      break;
    case 'keyword':
      for (let i = 0; i < 40; i++) into.add(`text ${i}`);
      break;
    default:
      into.add(node.field.text);
      if (node.kind === 'field-ref') into.add(node.other.text);
  }
  return into;
}

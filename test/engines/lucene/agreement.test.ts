import { describe } from 'vitest';
import { lucene } from '../../../backends/lucene/index.js';
import type { MatchEvent } from '../../../src/match/event.js';
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
        if (typeof result !== 'string') {
          const booleans = booleansIn(jobs[i]!.case.expression);
          const events = [...common, ...jobs[i]!.events.map((e) => e.event)];
          return result.kept.map((kept, e) => (holds(events[e]!, booleans) ? kept : null));
        }
        throw new Error(`${jobs[i]!.case.path}: ${result}\n${jobs[i]!.query.queryText}`);
      });
    },
  });
});

/** A boolean field takes no text but `true` and `false`. */
function holds(event: MatchEvent, booleans: readonly string[]): boolean {
  return booleans.every((field) =>
    (event.field(field) ?? []).every(
      (v) => typeof v !== 'string' || v === v.toLowerCase() || !/^(?:true|false)$/i.test(v),
    ),
  );
}

function booleansIn(node: Expression): string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.operands.flatMap(booleansIn);
    case 'one-of':
      return node.options.flatMap(booleansIn);
    case 'not':
      return booleansIn(node.operand);
    case 'boolean':
      return [node.field.text];
    default:
      return [];
  }
}

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

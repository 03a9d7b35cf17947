import type { Clause } from './never.js';

/** What a query says twice, and what it negates twice, as far as a reader of its text can see. */
export interface Needless {
  readonly twice: readonly string[];
  readonly doubled: readonly string[];
}

export function needless(clauses: readonly Clause[]): Needless {
  const twice: string[] = [];
  const doubled: string[] = [];
  const visit = (clause: Clause): void => {
    switch (clause.kind) {
      case 'and':
      case 'or': {
        const seen = new Set<string>();
        for (const operand of flat(clause.kind, clause.operands)) {
          const text = textOf(operand);
          if (seen.has(text)) twice.push(text);
          seen.add(text);
          visit(operand);
        }
        return;
      }
      case 'not':
        if (negates(clause.operand)) doubled.push(textOf(clause));
        visit(clause.operand);
        return;
      case 'leaf': {
        const values = clause.values ?? [];
        if (new Set(values).size < values.length) {
          twice.push(clause.text);
        }
      }
    }
  };
  clauses.forEach(visit);
  return { twice, doubled };
}

/** A negation, or one that joins what is better said apart: `NOT ((NOT a) OR b)` is `a AND NOT b`. */
function negates(clause: Clause): boolean {
  if (clause.kind === 'and') return clause.operands.every(negates);
  return clause.kind === 'not' || (clause.kind === 'or' && clause.operands.some(negates));
}

function flat(kind: 'and' | 'or', operands: readonly Clause[]): readonly Clause[] {
  return operands.flatMap((o) => (o.kind === kind ? flat(kind, o.operands) : [o]));
}

function textOf(clause: Clause): string {
  switch (clause.kind) {
    case 'leaf':
      return clause.text;
    case 'constant':
      return String(clause.value);
    case 'not':
      return `not ${textOf(clause.operand)}`;
    default:
      return `(${flat(clause.kind, clause.operands).map(textOf).sort().join(` ${clause.kind} `)})`;
  }
}

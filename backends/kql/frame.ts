import { atom, enclose, textFrame } from '../../src/backend/index.js';
import type { Written } from './written.js';

export const frame = textFrame<Written>({
  and: 'and',
  or: 'or',
  not: (operand) => operand.negated?.() ?? atom(enclose('not(', operand.doc, ')')),
  true: 'true',
  false: 'false',
  longest: 100,
});

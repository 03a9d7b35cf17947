import { compareDecimals, decimalOf, spellingsOf } from '../model/decimal.js';
import { foldCase } from '../model/patterns/case-folding.js';
import { textMatcher } from '../model/patterns/glob.js';
import { parseAddress } from '../model/modifiers/ip.js';
import { literalText, shapeOf } from '../model/patterns/pattern.js';
import type { StringPattern } from '../model/patterns/pattern.js';
import { foldExpression, operandsOf } from '../predicate/fold.js';
import type { ExpressionFold } from '../predicate/fold.js';
import type {
  Expression,
  FieldPredicate,
  FieldRefPredicate,
  OneOf,
  Or,
  Predicate,
} from '../predicate/predicate.js';
import { FieldSlots } from './event.js';
import type { FieldSlot, MatchEvent } from './event.js';
import type { EventValue } from './event-value.js';
import { regexMatcher, RegexNotSupported } from './regex.js';
import { timePart } from './time.js';

/** Decides one thing about one event. */
export type Test = (event: MatchEvent) => boolean;

/** What a field of the rule is looked up as. */
export type NameOf = (name: string) => string;

/** Fields of rules, as they are looked up. */
class Fields {
  constructor(
    readonly nameOf: NameOf,
    private readonly slots: FieldSlots,
  ) {}

  slotOf(name: string): FieldSlot {
    return this.slots.of(this.nameOf(name));
  }
}

/** Compiles trees to tests. A search identifier that is named twice is one node, and compiled once. */
export class Compiler {
  private readonly done = new Map<Expression, Test>();
  private readonly fold: ExpressionFold<Test>;

  constructor(nameOf: NameOf = (name) => name, slots = new FieldSlots()) {
    const fields = new Fields(nameOf, slots);
    this.fold = {
      ...CONNECTIVES,
      or: (tests, node) => textsTest(node, fields) ?? CONNECTIVES.or(tests, node),
      predicate: (node) => placedTest(node, fields),
    };
  }

  compile(root: Expression): Test {
    let test = this.done.get(root);
    if (!test) {
      test = foldExpression(root, this.fold, this.done);
      this.done.set(root, test);
    }
    return test;
  }
}

const CONNECTIVES: Omit<ExpressionFold<Test>, 'predicate'> = {
  and: (tests) => (event) => {
    for (let i = 0; i < tests.length; i++) if (!tests[i]!(event)) return false;
    return true;
  },
  or: (tests) => (event) => {
    for (let i = 0; i < tests.length; i++) if (tests[i]!(event)) return true;
    return false;
  },
  not: (test) => (event) => !test(event),
  constant:
    ({ value }) =>
    () =>
      value,
};

/** Strings of one field, which is looked up once for all of them; null if it is anything else. */
function textsTest(node: Or | OneOf, fields: Fields): Test | null {
  const operands = operandsOf(node);
  const [first] = operands;
  if (first?.kind !== 'string') return null;
  const { text: name } = first.field;
  const equal = new Set<string>();
  const ends: string[] = [];
  const parts: string[] = [];
  const matchers: ((text: string) => boolean)[] = [];
  for (const operand of operands) {
    if (operand.kind !== 'string' || operand.cased || operand.field.text !== name) return null;
    const literal = literalText(operand.pattern);
    const shape = shapeOf(operand.pattern);
    if (literal !== null) equal.add(foldCase(literal));
    else if (shape.shape === 'endswith') ends.push(foldCase(shape.text));
    else if (shape.shape === 'contains') parts.push(foldCase(shape.text));
    else matchers.push(textMatcher(operand.pattern, false));
  }
  const field = fields.slotOf(name);
  return (event) => {
    const { texts } = field.in(event);
    for (let t = 0; t < texts.length; t++) {
      const { folded } = texts[t]!;
      if (equal.size > 0 && equal.has(folded)) return true;
      for (let i = 0; i < ends.length; i++) if (folded.endsWith(ends[i]!)) return true;
      for (let i = 0; i < parts.length; i++) if (folded.includes(parts[i]!)) return true;
      for (let i = 0; i < matchers.length; i++) if (matchers[i]!(folded)) return true;
    }
    return false;
  };
}

export function isRegex(node: Predicate): boolean {
  return node.kind === 'keyword' ? node.search.kind === 'regex' : node.kind === 'regex';
}

function placedTest(node: Predicate, fields: Fields): Test {
  try {
    return predicateTest(node, fields);
  } catch (error) {
    if (!(error instanceof RegexNotSupported)) throw error;
    throw new RegexNotSupported(error.finding, node.span);
  }
}

function predicateTest(predicate: Predicate, fields: Fields): Test {
  if (predicate.kind === 'keyword') {
    const { search } = predicate;
    if (search.kind === 'regex') {
      const matches = regexMatcher(search.regex);
      return (event) => event.allTexts().some(({ text }) => matches(text));
    }
    const matches = textMatcher(
      [{ kind: 'any' }, ...search.pattern, { kind: 'any' }],
      search.cased,
    );
    return search.cased
      ? (event) => event.allTexts().some(({ text }) => matches(text))
      : (event) => event.allTexts().some(({ folded }) => matches(folded));
  }
  const { text: name } = predicate.field;
  const field = fields.slotOf(name);
  switch (predicate.kind) {
    case 'string':
      return predicate.cased
        ? someText(field, textMatcher(predicate.pattern, true))
        : foldedTest(field, predicate.pattern);
    case 'regex':
      return someText(field, regexMatcher(predicate.regex));
    case 'null':
      return (event) => {
        const { values } = field.in(event);
        return values === undefined || values.some((v) => v === null);
      };
    case 'exists':
      return (event) => field.in(event).values !== undefined;
    case 'field-ref':
      return fieldRefTest(predicate, fields);
    default: {
      const matches = valueMatcher(predicate);
      return (event) => field.in(event).compared.some(matches);
    }
  }
}

/** One closure for each common form of a pattern, since these are what most rules are made of. */
function foldedTest(field: FieldSlot, pattern: StringPattern): Test {
  const literal = literalText(pattern);
  const shape = shapeOf(pattern);
  const text = foldCase(literal ?? ('text' in shape ? shape.text : ''));
  if (literal !== null) {
    return (event) => {
      const { texts } = field.in(event);
      for (let i = 0; i < texts.length; i++) if (texts[i]!.folded === text) return true;
      return false;
    };
  }
  switch (shape.shape) {
    case 'endswith':
      return (event) => {
        const { texts } = field.in(event);
        for (let i = 0; i < texts.length; i++) if (texts[i]!.folded.endsWith(text)) return true;
        return false;
      };
    case 'contains':
      return (event) => {
        const { texts } = field.in(event);
        for (let i = 0; i < texts.length; i++) if (texts[i]!.folded.includes(text)) return true;
        return false;
      };
    default: {
      const matches = textMatcher(pattern, false);
      return (event) => {
        const { texts } = field.in(event);
        for (let i = 0; i < texts.length; i++) if (matches(texts[i]!.folded)) return true;
        return false;
      };
    }
  }
}

function someText(field: FieldSlot, matches: (text: string) => boolean): Test {
  return (event) => field.in(event).texts.some(({ text }) => matches(text));
}

type ValuePredicate = Exclude<
  FieldPredicate,
  { kind: 'string' | 'regex' | 'null' | 'exists' | 'field-ref' }
>;

function valueMatcher(predicate: ValuePredicate): (value: EventValue) => boolean {
  switch (predicate.kind) {
    case 'number': {
      const { decimal } = predicate.number;
      const spellings = spellingsOf(predicate.number).map(foldCase);
      return (value) =>
        typeof value === 'string'
          ? spellings.includes(foldCase(value))
          : decimalOf(value) === decimal;
    }
    case 'boolean': {
      const spelled = String(predicate.value);
      return (value) =>
        value === predicate.value || (typeof value === 'string' && foldCase(value) === spelled);
    }
    case 'compare': {
      const { operator, number } = predicate;
      return (value) => {
        const decimal = decimalOf(value);
        return decimal !== null && compareDecimals(decimal, operator, number.decimal);
      };
    }
    case 'cidr': {
      const { version, address, prefix } = predicate.network;
      const shift = BigInt((version === 4 ? 32 : 128) - prefix);
      return (value) => {
        if (typeof value !== 'string') return false;
        const found = parseAddress(value);
        return found?.version === version && found.address >> shift === address >> shift;
      };
    }
    case 'time-part': {
      const { part, operator, number } = predicate;
      return (value) => {
        const found = typeof value === 'string' ? timePart(value, part) : null;
        if (found === null) return false;
        if (operator === 'eq') return String(found) === number.decimal;
        return compareDecimals(String(found), operator, number.decimal);
      };
    }
  }
}

function fieldRefTest(predicate: FieldRefPredicate, fields: Fields): Test {
  const { match, cased } = predicate;
  const [field, other] = [fields.slotOf(predicate.field.text), fields.slotOf(predicate.other.text)];
  const holds = {
    equals: (a: string, b: string): boolean => a === b,
    contains: (a: string, b: string): boolean => a.includes(b),
    startswith: (a: string, b: string): boolean => a.startsWith(b),
    endswith: (a: string, b: string): boolean => a.endsWith(b),
  }[match];
  const textsOf = (event: MatchEvent, slot: FieldSlot): readonly string[] =>
    slot.in(event).texts.map(({ text, folded }) => (cased ? text : folded));
  return (event) => {
    const others = textsOf(event, other);
    return textsOf(event, field).some((a) => others.some((b) => holds(a, b)));
  };
}

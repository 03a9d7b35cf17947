import { splitAccount } from '../../model/account-name.js';
import { splitAccountRegex } from '../../model/regex/split-account.js';
import { ANY, isAny, pattern } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import type {
  Expression,
  FieldPredicate,
  RegexPredicate,
  StringPredicate,
} from '../../predicate/predicate.js';
import type { Placement, Reading } from '../../store/placement.js';
import type { PredicateContext } from '../dialect/context.js';
import type { ReadingRow } from '../dialect/table.js';
import { elasticCodes } from './codes.js';
import { isAbsent, isPresence } from './fields.js';
import { ANY_AGENT, ofRegistryData, SYSMON_MODULES } from './registry.js';

/**
 * What is asked of a field that is read out of others, asked of those: the same for every language
 * of Elastic.
 */
export const elasticReadings: Readonly<Record<string, ReadingRow>> = {
  /** The value is in any field whose name is like `of`, in which `*` is any text. */
  like: (p, { of }) => on(p, of),

  /** It is in `of`, or in `key`. */
  either(p, { of, key }, { query }) {
    const operands = [on(p, of), on(p, key)];
    const both = p.kind === 'null' || isAbsent(p, query.placement.columns.get(of) ?? null);
    return { kind: both ? 'and' : 'or', operands, span: p.span };
  },

  /** It is what Sysmon writes for the data that `of` and the type in `key` hold. */
  'registry-data': (p, { of, key }, context) =>
    ofRegistryData(on(p, of), key, SYSMON_MODULES, context),

  /** The same of what any agent keeps. */
  'registry-any-data': (p, { of, key }, context) =>
    ofRegistryData(on(p, of), key, ANY_AGENT, context),

  /** It is `of`, a backslash, and `key`. */
  'domain-user'(p, reading, context) {
    const ofUser = on(p, reading.key);
    if (p.kind === 'null' || isPresence(p)) return ofUser;
    if (p.kind === 'regex') return ofAccount(p, reading, context);
    if (p.kind !== 'string') return leftOpen(p, reading, context);
    if (isAbsent(ofUser, context.query.placement.columns.get(reading.key) ?? null)) return ofUser;
    const ways = accountWays(p, reading);
    return ways.length > 0 ? any(ways) : noAccount(p, context);
  },

  /** The same, or `key` alone where there is no `of`. */
  login(p, reading, context) {
    const { of, key } = reading;
    const ofUser = on(p, key);
    if (p.kind === 'null' || isPresence(p)) return ofUser;
    if (p.kind !== 'string') return leftOpen(p, reading, context);
    const { field, pattern: whole, span } = p;
    const hasDomain = whole.some((part) => typeof part === 'string' && part.includes('\\'));
    const ways = accountWays(p, reading, hasDomain);
    if (hasDomain) return ways.length > 0 ? any(ways) : noAccount(p, context);
    // Then a user of any domain may be the whole.
    if (isAny(whole[0])) return any(ways);
    return any([...ways, all([ofUser, on({ kind: 'null', field, span }, of)])]);
  },

  /** It is one of the values of `of`. */
  among: (p, reading, context) =>
    isOpen(p)
      ? leftOpen(p, reading, context)
      : wider(p, reading, context, elasticCodes['elastic-among'], on(p, reading.of)),

  /** It is among the values of any field whose name is like `of`, in which `*` is any text. */
  'among-like': (p, reading, context) =>
    isOpen(p)
      ? leftOpen(p, reading, context)
      : wider(p, reading, context, elasticCodes['elastic-among'], on(p, reading.of)),

  /** It is in `key`, or one of the values of `of`. */
  'among-or'(p, reading, context) {
    if (isOpen(p)) return leftOpen(p, reading, context);
    const one = wider(p, reading, context, elasticCodes['elastic-among'], on(p, reading.of));
    return any([one, on(p, reading.key)]);
  },

  /** It is a list of `{"Name":…,"Value":…}`, and each field whose name is like `of` has the value of one. */
  'named-list'(p, { of, key }, context) {
    const text = p.kind === 'string' ? containedText(p.pattern) : null;
    if (text === null || /["\\{}[\]]/.test(text)) return unasked(p, context);
    context.approximate('narrower', elasticCodes['elastic-named-list']({ field: key, of }));
    const ofValue = on(p, of);
    if (!/^\w+$/.test(text)) return ofValue;
    const named = of.replace('*', text);
    return any([ofValue, present(on(p, named))]);
  },

  /** It is `{NAME=POSITIVE, …}`, and `of` has the names of what is positive. */
  'positive-names'(p, { of }, context) {
    const name = p.kind === 'string' ? positiveName(p.pattern) : null;
    return p.kind === 'string' && name ? on({ ...p, pattern: name }, of) : unasked(p, context);
  },

  /** It appears somewhere in the text of `of`. */
  within(p, reading, context) {
    const parts = writtenPattern(p);
    if (isOpen(p) || (parts === null && p.kind !== 'exists' && p.kind !== 'regex')) {
      return leftOpen(p, reading, context);
    }
    const { span } = p;
    const cased = p.kind === 'string' && p.cased;
    const anywhere: FieldPredicate = parts
      ? { kind: 'string', field: p.field, pattern: pattern([ANY, ...parts, ANY]), cased, span }
      : p;
    const asked = on(anywhere, reading.of);
    return wider(p, reading, context, elasticCodes['elastic-within'], asked);
  },
};

/**
 * What is asked of a domain and of a user: each way is enough.
 * @param hasDomain even where the domain may be any
 */
function accountWays(
  p: StringPredicate,
  { of, key }: Reading,
  hasDomain = false,
): readonly Expression[] {
  return splitAccount(p.pattern).map(([domain, user]) => {
    const [ofDomain, ofUser] = [
      on({ ...p, pattern: domain }, of),
      on({ ...p, pattern: user }, key),
    ];
    const asked = [ofDomain, ofUser].filter(
      (side) => !isPresence(side) || (hasDomain && side === ofDomain),
    );
    return all(asked.length > 0 ? asked : [present(on(p, key))]);
  });
}

/** A pattern of which each part is for the domain, or for the user. */
function ofAccount(p: RegexPredicate, reading: Reading, context: PredicateContext): Expression {
  const found = splitAccountRegex(p.regex);
  if (!found) return leftOpen(p, reading, context);
  const ways = found.map(([domain, user]) =>
    all([
      ...(domain ? [on({ ...p, regex: domain }, reading.of)] : []),
      ...(user ? [on({ ...p, regex: user }, reading.key)] : []),
    ]),
  );
  return ways.length > 0 ? any(ways) : noAccount(p, context);
}

function noAccount({ field, span }: FieldPredicate, context: PredicateContext): Expression {
  context.note(elasticCodes['elastic-never-domain-user']({ field: field.text }));
  return { kind: 'constant', value: false, span };
}

/** What a pattern looks for anywhere in a string; null for any other pattern. */
function containedText(asked: StringPattern): string | null {
  const parts = asked.filter((part) => !isAny(part));
  const [text] = parts;
  const isAnywhere = isAny(asked[0]) && isAny(asked.at(-1));
  return isAnywhere && parts.length === 1 && typeof text === 'string' ? text : null;
}

/** How a name ends whose `NAME=POSITIVE` is looked for, or that there is one; null for anything else. */
function positiveName(asked: StringPattern): StringPattern | null {
  const [start, text, ...end] = asked;
  if (!isAny(start) || typeof text !== 'string' || end.some((part) => !isAny(part))) return null;
  const found = /^(?:([^={},]*)=)?POSITIVE$/i.exec(text);
  if (!found) return null;
  return found[1] ? [ANY, found[1]] : [ANY];
}

/** The fields that a reading reads, as far as they have names. */
export function fieldsRead({ as, of, key }: Reading): readonly string[] {
  return [of, ...(OF_TWO.has(as) ? [key] : [])].filter((name) => !name.includes('*'));
}

const OF_TWO: ReadonlySet<string> = new Set([
  'either',
  'among-or',
  'domain-user',
  'login',
  'registry-data',
  'registry-any-data',
]);

/** The name is not the rule's own, and each `*` in it is any text. */
export function isNamePattern(
  name: string,
  { options, query }: Pick<PredicateContext, 'options' | 'query'>,
): boolean {
  if (name === options['keyword_field']) return true;
  const { columns } = query.placement;
  let patterns = patternsOf.get(columns);
  if (!patterns) {
    const read = [...columns.values()].flatMap(({ reading }) => reading ?? []);
    patterns = new Set(read.filter(({ as }) => LIKE.has(as)).map(({ of }) => of));
    patternsOf.set(columns, patterns);
  }
  return patterns.has(name);
}

const LIKE: ReadonlySet<string> = new Set(['like', 'among-like', 'named-list']);

// Each predicate asks, and a rule may have thousands of fields.
const patternsOf = new WeakMap<Placement['columns'], ReadonlySet<string>>();

function on<P extends FieldPredicate>(p: P, field: string): P {
  return { ...p, field: { text: field, span: p.field.span, mapped: true } };
}

function isOpen({ kind }: FieldPredicate): boolean {
  return kind === 'null' || kind === 'time-part' || kind === 'field-ref';
}

function wider(
  { field }: FieldPredicate,
  { as, of, key }: Reading,
  context: PredicateContext,
  code: (typeof elasticCodes)['elastic-among'],
  asked: FieldPredicate,
): FieldPredicate {
  // What the rule calls it, where `key` is not another field.
  context.approximate('wider', code({ field: as === 'among-or' ? field.text : key, of }));
  return asked;
}

/** What cannot be asked is asked more loosely, so that nothing is missed. */
function leftOpen(
  p: FieldPredicate,
  { as, of, key }: Reading,
  context: PredicateContext,
): Expression {
  const isPositive = context.polarity === 'positive';
  const home = as === 'domain-user' || as === 'login' ? key : of;
  const isHomeKept = !context.query.placement.columns.get(home)?.absent.length;
  const isKept = isPositive && p.kind !== 'null' && isHomeKept;
  if (!isKept) return unasked(p, context);
  const code = elasticCodes['elastic-only-present'];
  context.approximate('wider', code({ target: context.query.target, what: OF_ANOTHER }));
  return present(on(p, home));
}

function present({ field, span }: FieldPredicate): StringPredicate {
  return { kind: 'string', field, pattern: [ANY], cased: false, span };
}

const OF_ANOTHER = 'this condition on a field that is read from another';

function unasked({ span }: FieldPredicate, context: PredicateContext): Expression {
  const isPositive = context.polarity === 'positive';
  const code = elasticCodes['elastic-left-open'];
  context.approximate(
    isPositive ? 'wider' : 'narrower',
    code({ target: context.query.target, what: OF_ANOTHER }),
  );
  return { kind: 'constant', value: isPositive, span };
}

function all(operands: readonly Expression[]): Expression {
  const [first, ...others] = operands;
  return others.length === 0 ? first! : { kind: 'and', operands, span: first!.span };
}

function any(operands: readonly Expression[]): Expression {
  const [first, ...others] = operands;
  return others.length === 0 ? first! : { kind: 'or', operands, span: first!.span };
}

/** What a value looks like in a string; null for a predicate that compares with none. */
export function writtenPattern(p: FieldPredicate): StringPattern | null {
  switch (p.kind) {
    case 'string':
      return p.pattern;
    case 'number':
      return [p.number.source];
    case 'boolean':
      return [String(p.value)];
    default:
      return null;
  }
}

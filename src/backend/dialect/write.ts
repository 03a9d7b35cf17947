import type { Name } from '../../model/name.js';
import { shapeOf } from '../../model/patterns/pattern.js';
import type {
  ExistsPredicate,
  Expression,
  FieldPredicate,
  KeywordPredicate,
  NullPredicate,
  NumberPredicate,
  OneOf,
  Predicate,
  StringPredicate,
} from '../../predicate/predicate.js';
import type { Span } from '../../source/span.js';
import { negate } from '../contract.js';
import type { Polarity } from '../contract.js';
import { spellingsOf } from '../../model/decimal.js';
import { patternToRegex } from '../../model/regex/from-pattern.js';
import { dialectCodes, WHAT } from './codes.js';
import { PredicateContext } from './context.js';
import type { QueryContext } from './context.js';
import { simplify } from '../../predicate/simplify/simplify.js';
import { askedIn } from './keywords.js';
import { unreadable } from './readings.js';
import type { Dialect, List, Row } from './table.js';

/** Writes conditions, all of which must hold, in a dialect. What it cannot express is refused. */
export function writeConditions<W, T, F>(
  dialect: Dialect<W, T, F>,
  conditions: readonly Expression[],
  query: QueryContext,
): T {
  return dialect.frame.and(writeEach(dialect, conditions, query));
}

/** The same, one by one. */
export function writeEach<W, T, F>(
  dialect: Dialect<W, T, F>,
  conditions: readonly Expression[],
  query: QueryContext,
): T[] {
  const writer = new Writer(dialect, query);
  return conditions.map((c) => writer.write(c, 'positive', false));
}

/** What stands within what another dialect writes. */
export function writePart<W, T, F>(
  dialect: Dialect<W, T, F>,
  node: Expression,
  query: QueryContext,
  { polarity, isNegated }: Pick<PredicateContext, 'polarity' | 'isNegated'>,
): T {
  return new Writer(dialect, query).write(node, polarity, isNegated);
}

/** Whether a dialect expresses a condition exactly; what it reports otherwise is nobody's. */
export function expresses<W, T, F>(
  dialect: Dialect<W, T, F>,
  query: QueryContext,
): (node: Expression) => boolean {
  let isExact = true;
  const fail = (): void => {
    isExact = false;
  };
  const report = {
    approximate: fail,
    refuse: fail,
    limit: () => undefined,
    note: () => undefined,
  };
  const writer = new Writer(dialect, { ...query, report, reported: new Set() });
  return (node) => {
    isExact = true;
    writer.write(node, 'positive', false);
    return isExact;
  };
}

class Writer<W, T, F> {
  /** Fields that are being read out of others, each of which might name one of them again. */
  private readonly reading = new Set<string>();

  constructor(
    private readonly dialect: Dialect<W, T, F>,
    private readonly query: QueryContext,
  ) {}

  write(node: Expression, polarity: Polarity, isNegated: boolean): T {
    const { frame } = this.dialect;
    switch (node.kind) {
      case 'and':
        return frame.and(this.each(node.operands, polarity, isNegated));
      case 'or':
        return frame.or(this.each(node.operands, polarity, isNegated));
      case 'not': {
        const opposite = this.oppositeOf(node.operand);
        if (opposite) return this.write(opposite, polarity, isNegated);
        return frame.not(this.write(node.operand, negate(polarity), true));
      }
      case 'constant':
        return frame.constant(node.value, node.span);
      case 'one-of':
        return this.oneOf(node, polarity, isNegated);
      default:
        return this.predicate(node, polarity, isNegated);
    }
  }

  private each(nodes: readonly Expression[], polarity: Polarity, isNegated: boolean): T[] {
    return nodes.map((node) => this.write(node, polarity, isNegated));
  }

  /** A language that expresses missing as not present, or the reverse, needs no negation of that. */
  private oppositeOf(node: Expression): NullPredicate | ExistsPredicate | null {
    if (node.kind === 'null' && !this.dialect.missing) return { ...node, kind: 'exists' };
    if (node.kind === 'exists' && !this.dialect.present) return { ...node, kind: 'null' };
    return null;
  }

  private oneOf(node: OneOf, polarity: Polarity, isNegated: boolean): T {
    const { frame, list } = this.dialect;
    const { field: name, options } = node;
    if (this.readingOf(name)) return this.readOneOf(node, polarity, isNegated);
    const context = new PredicateContext(this.query, name.span, polarity, isNegated);
    const field = this.field(name, context);
    if (field === null) return frame.constant(false, node.span);
    const alone = (option: FieldPredicate): T => {
      if (option.field !== name) return this.predicate(option, polarity, isNegated);
      const own = new PredicateContext(this.query, option.span, polarity, isNegated);
      return this.finish(option, this.test(field, option, own), own);
    };
    if (!list) return frame.or(options.map(alone));
    const places = this.places(list, field, options, context);
    return frame.or(
      places.map((place) => {
        if (!('group' in place)) return alone(place);
        const { group, members, items } = place;
        if (members.length === 1 || items.length === 1) return alone(members[0]!);
        const own = new PredicateContext(this.query, name.span, polarity, isNegated);
        const written = this.leaf(list.write(field, items, own, group), members[0]!.span);
        return this.finish(node, written, own);
      }),
    );
  }

  /** Lists, and options that are in none, each where it first appears. */
  private places(
    list: List<W, T, F>,
    field: F,
    options: readonly FieldPredicate[],
    context: PredicateContext,
  ): readonly (FieldPredicate | Listed<T>)[] {
    const places: (FieldPredicate | Listed<T>)[] = [];
    const lists = new Map<string, Listed<T>>();
    for (const option of options) {
      const values = list.values(field, option, context);
      if (values === null) {
        places.push(option);
        continue;
      }
      const group = list.group?.(field, option, context) ?? '';
      let listed = lists.get(group);
      if (!listed) {
        listed = { group, members: [], items: [], values: new Set() };
        lists.set(group, listed);
        places.push(listed);
      }
      listed.members.push(option);
      for (const value of values) {
        if (listed.values.has(value)) continue;
        if (typeof value === 'string') listed.values.add(value);
        listed.items.push(this.dialect.frame.leaf(value, option.span));
      }
    }
    return places;
  }

  private predicate(node: Predicate, polarity: Polarity, isNegated: boolean): T {
    const context = new PredicateContext(this.query, node.span, polarity, isNegated);
    const written =
      node.kind === 'keyword' ? this.keyword(node, context) : this.ofField(node, context);
    return this.finish(node, written, context);
  }

  /** What was written or, if that is nothing, a refusal. */
  private finish(node: OneOf | Predicate, written: T | null, context: PredicateContext): T {
    if (written !== null) return written;
    if (!context.refused) {
      const { target } = this.query;
      context.refuse(dialectCodes['unsupported-predicate']({ target, what: WHAT[node.kind] }));
    }
    return this.dialect.frame.constant(false, node.span);
  }

  private ofField(node: FieldPredicate, context: PredicateContext): T | null {
    if (this.readingOf(node.field)) return this.read(node, context);
    const field = this.field(node.field, context);
    return field === null ? null : this.test(field, node, context);
  }

  /** What is asked of a field that is written already. */
  private test(field: F, node: FieldPredicate, context: PredicateContext): T | null {
    const { dialect } = this;
    switch (node.kind) {
      case 'string':
        return this.string(field, node, context);
      case 'number': {
        const { list } = dialect;
        const values = list?.values(field, node, context) ?? NONE;
        if (list && values.length > 1) return this.spelled(list, field, node, values, context);
        if (dialect.number) return this.row(dialect.number, field, node, context);
        return this.strings(field, node, spellingsOf(node.number), context);
      }
      case 'boolean':
        if (dialect.boolean) return this.row(dialect.boolean, field, node, context);
        return this.strings(field, node, [String(node.value)], context);
      case 'null':
        if (dialect.missing) return this.row(dialect.missing, field, node, context);
        return this.negated(this.row(dialect.present, field, { ...node, kind: 'exists' }, context));
      case 'exists':
        return this.present(field, node, context);
      case 'field-ref': {
        if (this.readingOf(node.other)) return null;
        const other = this.field(node.other, context);
        if (other === null) return null;
        return this.row(dialect.fieldRef, field, { ...node, other }, context);
      }
      case 'regex':
        return this.row(dialect.regex, field, node, context);
      case 'cidr':
        return this.row(dialect.cidr, field, node, context);
      case 'compare':
        return this.row(dialect.compare, field, node, context);
      case 'time-part':
        return this.row(dialect.timePart, field, node, context);
    }
  }

  private row<P extends { readonly span: Predicate['span'] }>(
    row: Row<W, F, P> | undefined,
    field: F,
    node: P,
    context: PredicateContext,
  ): T | null {
    return this.leaf(row?.(field, node, context) ?? null, node.span);
  }

  private leaf(written: W | null, span: Span): T | null {
    return written === null ? null : this.dialect.frame.leaf(written, span);
  }

  /** A number that is written as the list of its spellings. */
  private spelled(
    list: List<W, T, F>,
    field: F,
    node: NumberPredicate,
    values: readonly W[],
    context: PredicateContext,
  ): T | null {
    const items = values.map((value) => this.dialect.frame.leaf(value, node.span));
    const group = list.group?.(field, node, context) ?? '';
    return this.leaf(list.write(field, items, context, group), node.span);
  }

  private string(field: F, node: StringPredicate, context: PredicateContext): T | null {
    const { text: rows, wildcard, regex } = this.dialect;
    const shape = shapeOf(node.pattern);
    if (shape.shape === 'any') return this.present(field, node, context);
    if (shape.shape === 'empty') {
      if (rows?.empty) return this.row(rows.empty, field, node, context);
    } else if (rows && shape.shape !== 'other') {
      const { text } = shape;
      const row = rows[shape.shape];
      if (row) return this.row(row, field, { ...node, text }, context);
    }
    if (wildcard || !regex) return this.row(wildcard, field, node, context);
    const asRegex = patternToRegex(node.pattern, node.cased);
    return this.row(regex, field, { ...node, kind: 'regex', regex: asRegex }, context);
  }

  /** Any of several strings, ignoring case. */
  private strings(
    field: F,
    { field: name, span }: FieldPredicate,
    texts: readonly string[],
    context: PredicateContext,
  ): T | null {
    const written: T[] = [];
    for (const text of texts) {
      const node = { kind: 'string', field: name, pattern: [text], cased: false, span } as const;
      const one = this.string(field, node, context);
      if (one === null) return null;
      written.push(one);
    }
    return this.dialect.frame.or(written);
  }

  private present(
    field: F,
    node: ExistsPredicate | StringPredicate,
    context: PredicateContext,
  ): T | null {
    const { present, missing } = this.dialect;
    if (present) return this.row(present, field, node, context);
    const { field: name, span } = node;
    return this.negated(this.row(missing, field, { kind: 'null', field: name, span }, context));
  }

  private negated(written: T | null): T | null {
    return written === null ? null : this.dialect.frame.not(written);
  }

  private field(name: Name, context: PredicateContext): F | null {
    const field = this.dialect.field(name, context);
    if (field === null && !context.refused) {
      const slots = { target: this.query.target, field: name.text };
      context.refuse(dialectCodes['unsupported-field-name'](slots), name.span);
    }
    return field;
  }

  private keyword(node: KeywordPredicate, context: PredicateContext): T | null {
    const { keyword = this.query.placement.keywords, frame } = this.dialect;
    const { span } = node;
    let names = keyword;
    if (typeof names === 'function') {
      const written = names(node, context);
      if (written === null) return null;
      if (!isFields(written)) return frame.leaf(written, span);
      names = written.fields;
    }
    if (names.length === 0) return null;
    if (names === this.query.placement.keywords) {
      const fields = names.join(', ');
      context.approximate('narrower', dialectCodes['keyword-fields']({ fields }));
    }
    const { polarity, isNegated } = context;
    return frame.or(names.map((name) => this.write(askedIn(name, node), polarity, isNegated)));
  }

  private readingOf({ text }: Name) {
    if (this.query.computesColumns) return null;
    return this.query.placement.columns.get(text)?.reading ?? null;
  }

  /** What is asked of a field that is read out of others, asked of those. */
  private read(node: FieldPredicate, context: PredicateContext): T | null {
    const asked = this.askedOf(node, context);
    return asked && this.writeRead(asked, node.field, context.polarity, context.isNegated);
  }

  /** The same of several values, with what they have in common written once. */
  private readOneOf({ field, options, span }: OneOf, polarity: Polarity, isNegated: boolean): T {
    const asked = options.flatMap((option) => {
      const own = new PredicateContext(this.query, option.span, polarity, isNegated);
      const one = this.askedOf(option, own);
      if (!one) this.finish(option, null, own);
      return one ?? [];
    });
    const simple = { oneOf: this.dialect.list !== undefined, pushNegation: false };
    const either = simplify({ kind: 'or', operands: asked, span }, simple);
    return this.writeRead(either, field, polarity, isNegated);
  }

  private askedOf(node: FieldPredicate, context: PredicateContext): Expression | null {
    const { readings = {} } = this.dialect;
    const reading = this.readingOf(node.field)!;
    const row = Object.hasOwn(readings, reading.as) ? readings[reading.as]! : null;
    if (row && !this.reading.has(node.field.text)) return row(node, reading, context);
    return this.unreadable(node.field, context);
  }

  private writeRead(asked: Expression, { text }: Name, polarity: Polarity, isNegated: boolean): T {
    this.reading.add(text);
    const written = this.write(asked, polarity, isNegated);
    this.reading.delete(text);
    return written;
  }

  private unreadable(name: Name, context: PredicateContext): null {
    const known = Object.keys(this.dialect.readings ?? {});
    return context.refuse(unreadable(this.query, name, this.readingOf(name)!, known), name.span);
  }
}

/** Alternatives that are written as one list. */
interface Listed<T> {
  readonly group: string;
  readonly members: FieldPredicate[];
  readonly items: T[];
  /** What they are written as. */
  readonly values: Set<unknown>;
}

const NONE: readonly never[] = [];

function isFields(written: unknown): written is { readonly fields: readonly string[] } {
  return typeof written === 'object' && written !== null && 'fields' in written;
}

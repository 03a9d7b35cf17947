import type { DetectionItem, DetectionNode } from '../model/detection.js';
import { itemsOf, mapItems } from '../model/detection-fold.js';
import type { Name } from '../model/name.js';
import type { Value } from '../model/value.js';
import type { Span } from '../source/span.js';
import { columnOfType, ofList } from './placement.js';
import type { Column, Reading } from './placement.js';
import { keep } from './field-names.js';
import type { FieldNames } from './field-names.js';
import { besideOf } from './forms/beside.js';
import {
  HASH_LISTS,
  isDigestField,
  listedIn,
  readHashes,
  unheldAlgorithm,
} from './forms/hashes.js';
import { isAmong } from '../model/patterns/pattern.js';
import { mapValues, overFields, partsOf, valuesOf } from '../model/rewrite.js';
import { withAffix } from './forms/affixes.js';
import { asksBeginning, withBeginnings } from './forms/beginnings.js';
import { amongElements, withEmptyLists } from './forms/elements.js';
import { inDecimal, isInDecimal } from './forms/decimals.js';
import { isCased, unheldBy } from './forms/held.js';
import { withInstead } from './forms/instead.js';
import { lossIn } from './forms/losses.js';
import type { Loss } from './forms/losses.js';
import { withoutMark } from './forms/marks.js';
import { inColumns } from './forms/computed.js';
import type { InColumns } from './forms/in-columns.js';
import { inWholeOrPart } from './forms/whole-or-part.js';
import { withPower } from './forms/powers.js';
import { tailOf } from './forms/tails.js';
import { askedWithin, lossWithin } from './forms/within.js';
import { inWords } from './forms/words.js';
import { apartFromEntities, entityIn } from './forms/entities.js';
import { withEscapes } from './forms/escapes.js';
import { withRepeatedName } from './forms/repeated-names.js';
import { withSpaces } from './forms/spaces.js';
import type { Affix, ComputedField, FieldRule, RenamedField, Source } from './source.js';

/** A field, or what is asked of it, that a source does not have. */
export interface Missing {
  readonly field: string;
  readonly span: Span;
  /** Null where the field itself is what is missing. */
  readonly reason: string | null;
  /** The values themselves are asked for, and not whether there is a certain one. */
  readonly whole?: true;
}

/** Turns detection items into what they are for one source, and collects what it does not have. */
export class FieldReader {
  readonly missing: Missing[] = [];
  /** Fields of the rule that the source takes without being known to have them, and their names. */
  readonly assumed = new Map<Name, string>();
  /** What may ask for something that some events do not have in a form that is searched. */
  readonly unheld = new Map<DetectionItem, Loss>();
  hasKeywords = false;
  private readonly computed = new Map<string, Column>();
  private readonly used = new Set<string>();
  /** Those of them that hold lists, and are asked for a string of theirs. */
  private readonly lists = new Set<string>();

  constructor(
    private readonly source: Source,
    private readonly known: FieldNames,
    /** What divides the folders of a path; null where that is not known. */
    private readonly separator: string | null,
  ) {}

  item(written: DetectionItem): DetectionNode {
    const { field } = written;
    const alias = field && !field.mapped && this.known.alias(field.text);
    if (!alias) return this.own(written);
    const unheld = unheldBy(alias, written);
    if (unheld !== null) return this.reportMissing(written, field, unheld);
    return mapItems(this.renamed(written, field, alias), (item) => this.own(item));
  }

  /** Of a field as the events themselves call it. */
  private own(written: DetectionItem): DetectionNode {
    const { escapes, text } = this.source;
    const markup = written.field === null ? (text ?? escapes) : escapes;
    const withMarkup = written.field === null ? withEscapes : apartFromEntities;
    const escaped = markup === null ? written : mapValues(written, (v) => withMarkup(v, markup));
    const { field } = escaped;
    if (field === null) {
      this.hasKeywords = true;
      for (const name of this.source.keywords) this.used.add(name);
      return escaped;
    }
    const rule = this.ruleFor(field);
    if (!rule) return this.digest(written, field);
    const { repeats, space, tail } = rule;
    const asked = rule.within ? askedWithin(escaped, rule) : escaped;
    if (!asked)
      return this.reportMissing(written, field, 'only strings and networks can be searched for');
    const listed = withEmptyLists(asked, rule);
    const full = repeats ? mapValues(listed, withRepeatedName) : listed;
    const spaced = space === undefined ? full : mapValues(full, (v) => withSpaces(v, space));
    const item = tail === undefined ? spaced : mapValues(spaced, (v) => tailOf(v, tail) ?? v);
    if (tail !== undefined && valuesOf(spaced).some((v) => tailOf(v, tail) === null)) {
      return this.reportMissing(written, field, `it only holds what follows the last \`${tail}\``);
    }
    let loss = asked === escaped ? lossIn(field.text, rule, item) : lossWithin(field.text, rule);
    if (listed !== asked) loss = { kind: 'empty-list', field: field.text };
    const entity = escapes === 'xml' ? entityIn(written) : null;
    if (loss) this.unheld.set(item, loss);
    else if (entity !== null) this.unheld.set(item, { kind: 'entity', field: field.text, entity });
    const unheld = this.unheldIn(rule, item);
    if (unheld !== null) return this.reportMissing(item, field, unheld);
    if (rule.begins) {
      const { begins } = rule;
      if (valuesOf(item).some((v) => asksBeginning(v, begins)))
        return this.reportMissing(item, field, 'some of its strings begin otherwise');
      return this.byRule(
        mapValues(item, (v) => withBeginnings(v, begins)),
        field,
        rule,
      );
    }
    const { mark, power } = rule;
    if (power !== undefined) return this.byRule(withPower(item, power), field, rule);
    if (mark !== undefined) {
      const bare = mapValues(item, (v) => withoutMark(v, mark));
      return this.byRule(bare, field, rule);
    }
    if (rule.instead) {
      const either = withInstead(item, rule.instead);
      if (either) return mapItems(either, (part) => this.byRule(part, field, rule));
      return this.reportMissing(item, field, 'some of its strings are stored as others');
    }
    const beside = besideOf(item, rule, this.separator);
    if (!beside) return this.byRule(item, field, rule);
    const { column, values, rest } = beside;
    this.used.add(column);
    const name: Name = { text: column, span: field.span, mapped: true };
    const part = { ...item, field: name, values };
    if (rest.length === 0) return part;
    return partsOf(item, item.linking, [part, this.byRule({ ...item, values: rest }, field, rule)]);
  }

  private unheldIn(rule: FieldRule, item: DetectionItem): string | null {
    if (rule.kind === 'renamed' && isInDecimal(rule) && !this.known.isOfLikeEvents(rule))
      return 'events store it in different forms, so the rule must ask for one `EventID`';
    return unheldBy(rule, item);
  }

  private byRule(item: DetectionItem, field: Name, rule: FieldRule): DetectionNode {
    switch (rule.kind) {
      case 'renamed':
        return this.renamed(item, field, rule);
      case 'computed':
        return this.computedOf(item, field, rule);
      case 'hashes': {
        const read = readHashes(item, rule.algorithms);
        if (typeof read === 'string')
          return this.reportMissing(item, field, `no field for ${read}`);
        for (const name of [...rule.algorithms.values()].flat()) this.used.add(name);
        const algorithm = unheldAlgorithm(item, rule.algorithms);
        if (algorithm !== null) this.unheld.set(item, { kind: 'digest', algorithm });
        return read;
      }
    }
  }

  private computedOf(item: DetectionItem, field: Name, rule: ComputedField): DetectionNode {
    const { or, ...whole } = rule;
    if (or !== undefined) {
      const part = { ...whole, key: or, to: or };
      return inWholeOrPart(item, (i, isPart) => this.computedOf(i, field, isPart ? part : whole));
    }
    const read = (values: DetectionItem['values'], as: string): DetectionNode =>
      this.referring({ ...item, values, field: this.compute(field, { ...rule, as }) });
    const { nodes, rest, joined } = inColumns(item, rule) ?? NOT_IN_COLUMNS;
    if (nodes.length + joined.length === 0) return read(item.values, rule.as);
    this.used.add(rule.of);
    if (rule.key !== null) this.used.add(rule.key);
    const parts = [...nodes];
    if (rest.length > 0) parts.push(read([...rest, ...joined], rule.as));
    else if (joined.length > 0) parts.push(read(joined, `${rule.as}-joined`));
    return partsOf(item, item.linking, parts);
  }

  /** The taxonomy has fields for single digests, which the events themselves list in one. */
  private digest(item: DetectionItem, field: Name): DetectionNode {
    const { span } = field;
    const list = isDigestField(field.text)
      ? HASH_LISTS.find((text) => this.ruleFor({ text, span }) !== null)
      : undefined;
    if (list === undefined) return this.reportMissing(item, field, null);
    const listed = listedIn(item, field, list);
    if (listed) return this.own(listed);
    return this.reportMissing(item, field, 'only a digest or its beginning can be looked for');
  }

  /** What a field is called here; null if it is not one name or several. */
  names(field: Name): readonly Name[] | null {
    const alias = this.known.alias(field.text);
    if (alias) {
      if (alias.values) return null;
      return alias.to.flatMap((text) => this.names({ text, span: field.span }) ?? []);
    }
    const rule = this.ruleFor(field);
    if (rule?.kind === 'renamed' && rule.values === null && !rule.within)
      return this.named(field, rule);
    return rule?.kind === 'computed' ? [this.compute(field, rule)] : null;
  }

  /** The fields that show what an event holds in one, as it is stored; null where nothing does. */
  shown(field: Name): readonly Name[] | null {
    const alias = this.known.alias(field.text);
    if (alias) return alias.to.flatMap((text) => this.shown({ text, span: field.span }) ?? []);
    const rule = this.ruleFor(field);
    if (!rule) return null;
    switch (rule.kind) {
      case 'renamed':
        return this.named(field, rule);
      case 'computed':
        return [this.compute(field, rule)];
      case 'hashes': {
        const { span } = field;
        const digests = [...new Set([...rule.algorithms.values()].flat())];
        for (const text of digests) this.used.add(text);
        return digests.map((text) => ({ text, span, mapped: true }));
      }
    }
  }

  /** Adds target fields that are tested in addition to the rule's. */
  addFieldsOf(node: DetectionNode): void {
    for (const { field } of itemsOf(node)) if (field) this.used.add(field.text);
  }

  /** What the target must know about the fields of the rule: their types, and how to read them. */
  columns(): ReadonlyMap<string, Column> {
    const columns = new Map(this.computed);
    for (const name of this.used) {
      if (columns.has(name)) continue;
      const column = this.known.column(name);
      if (this.lists.has(name)) columns.set(name, ofList(column));
      else if (column) columns.set(name, column);
    }
    return columns;
  }

  private ruleFor(name: Name): FieldRule | null {
    const { text, mapped } = name;
    const { table } = this.known;
    // A pipeline before this one has given it a name of the target's.
    if (mapped && (!table || table.has(text))) return keep(text);
    const { rule, assumed } = this.known.ruleFor(text);
    if (assumed !== null) this.assumed.set(name, assumed);
    return rule;
  }

  private renamed(item: DetectionItem, field: Name, rule: RenamedField): DetectionNode {
    const called = rule.values ? inWords(item, rule.values, this.isCased(rule.to)) : item;
    if (typeof called === 'string') return this.reportMissing(item, field, called);
    let changed = called;
    if (rule.paired) {
      const named = this.named(field, rule);
      const parts = named.map((name, i) => {
        const affix = rule.affixes[i];
        const part = affix ? this.surrounded(changed, [affix]) : changed;
        return part && { ...part, field: name };
      });
      if (parts.every((p) => p !== null)) return partsOf(item, 'any', parts);
      return this.reportMissing(item, field, 'only strings can be searched for');
    }
    if (rule.elements) {
      const among = amongElements(changed);
      if (!among)
        return this.reportMissing(
          item,
          field,
          'only strings, parts of them and networks can be searched for in a list',
        );
      for (const name of rule.to) this.lists.add(name);
      changed = among;
    }
    if (rule.affixes.length > 0) {
      const surrounded = this.surrounded(changed, rule.affixes);
      if (!surrounded) return this.reportMissing(item, field, 'only strings can be searched for');
      changed = surrounded;
    }
    const named = this.named(field, rule);
    if (!isInDecimal(rule)) {
      const columns = named.map(({ text }) => this.known.column(text));
      return overFields(
        this.referring(changed),
        named,
        (value) =>
          value.kind === 'string' &&
          columns.every((column) => column !== null && isAmong(value.pattern, column.absent)),
      );
    }
    const of = (name: Name): DetectionItem => (name.text === rule.decimal ? inDecimal(item) : item);
    return partsOf(
      item,
      'any',
      named.map((name) => ({ ...of(name), field: name })),
    );
  }

  /** Whether the source's own words in these fields are compared in the case that they have. */
  private isCased(to: readonly string[]): boolean {
    const { where } = this.source;
    return (
      where !== null &&
      itemsOf(where).some(
        (item) => item.field && to.includes(item.field.text) && valuesOf(item).every(isCased),
      )
    );
  }

  private surrounded(item: DetectionItem, affixes: readonly Affix[]): DetectionItem | null {
    // Where some events have the field as it is, it is missing where the rule's is.
    const mayBeMissing = affixes.some(({ before, after }) => before.length + after.length === 0);
    const isOfPresence = ({ kind }: Value): boolean => kind === 'null' || kind === 'exists';
    const isAsked = (v: Value): boolean =>
      v.kind === 'string' || v.kind === 'number' || (mayBeMissing && isOfPresence(v));
    if (!valuesOf(item).every(isAsked)) return null;
    return mapValues(item, (value) =>
      isOfPresence(value) ? value : affixes.map((affix) => withAffix(value, affix)),
    );
  }

  /** References to other fields, under the names that those have here. */
  private referring(item: DetectionItem): DetectionItem {
    if (!item.values.some((v) => v.kind === 'field-ref' || v.kind === 'value-group')) return item;
    return mapValues(item, (value): Value | readonly Value[] => {
      if (value.kind !== 'field-ref') return value;
      const other = { text: value.field, span: value.span };
      const names = this.names(other);
      if (!names) {
        this.missing.push({ field: value.field, span: value.span, reason: null });
        return value;
      }
      return names.map(({ text }) => ({ ...value, field: text }));
    });
  }

  private named(name: Name, { to, kept }: RenamedField): readonly Name[] {
    const { span, mapped } = name;
    return to.map((text) => {
      this.used.add(text);
      // A name that is kept is the rule's own still.
      if (kept && !mapped) return text === name.text ? name : { text, span };
      return { text, span, mapped: true };
    });
  }

  /**
   * Under a name that no column of the table has, so that the query can give it one; or under that
   * of the column which goes before what is read, or is empty, and whose place it takes.
   */
  private compute({ text, span }: Name, rule: ComputedField): Name {
    const { as, of, key, to, without, empty, column: first, replaces = false } = rule;
    const reading: Reading = {
      as,
      of,
      key: key ?? text,
      ...(without === undefined ? {} : { without }),
      ...(empty === undefined ? {} : { empty }),
      ...(first === undefined ? {} : { first }),
    };
    // As the source spells it, if that is all that is different.
    const spelt = to ?? (key?.toLowerCase() === text.toLowerCase() ? key : text);
    const plain = first ?? spelt.replace(/\W+/g, '_');
    const takesPlace = first !== undefined || replaces;
    const base = !takesPlace && this.known.table?.has(plain) ? `${of}_${plain}` : plain;
    let name = base;
    for (
      let n = 2;
      this.computed.has(name) && !isSame(this.computed.get(name)?.reading, reading);
      n++
    ) {
      name = `${base}_${n}`;
    }
    this.computed.set(name, { ...columnOfType('string'), reading });
    // The target may need their types to read the value.
    this.used.add(of);
    if (key !== null) this.used.add(key);
    return { text: name, span, mapped: true };
  }

  private reportMissing(item: DetectionItem, field: Name, reason: string | null): DetectionItem {
    const { whole } = item;
    this.missing.push({ field: field.text, span: field.span, reason, ...(whole && { whole }) });
    return item;
  }
}

const NOT_IN_COLUMNS: InColumns = { nodes: [], rest: [], joined: [] };

function isSame(a: Reading | null | undefined, b: Reading): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

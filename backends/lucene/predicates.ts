import { ANY, literalText, pattern, text } from '../../src/backend/index.js';
import type {
  Emitted,
  FieldPredicate,
  KeywordPredicate,
  OneOf,
  Polarity,
  Predicate,
  Report,
  Span,
} from '../../src/backend/index.js';
import { addressQueries } from './addresses.js';
import { booleanQueries } from './booleans.js';
import { codes } from './codes.js';
import type { Column, Columns } from './columns.js';
import { fits } from './fits.js';
import { fieldName } from './literals.js';
import { numberQueries, range } from './numbers.js';
import { anyOf, exists, missing, never, ofField, oneOf, whole } from './piece.js';
import type { Piece } from './piece.js';
import { readingPiece } from './readings.js';
import { StringWriter } from './strings.js';
import type { CaseOption } from './strings.js';
import { isPresence } from './values.js';

export interface Asked {
  readonly case: CaseOption;
  readonly columns: Columns;
  readonly keywords: KeywordFields;
}

export interface KeywordFields {
  /** Where the texts of an event are; all fields if empty. */
  readonly names: readonly string[];
  /** A pipeline chose them, and not the user. */
  readonly chosen: boolean;
}

export class PredicateWriter {
  private readonly strings: StringWriter;
  /** Names that stand for those of several fields. */
  private readonly patterns: ReadonlySet<string>;

  constructor(
    private readonly asked: Asked,
    private readonly report: Report,
  ) {
    const readings = [...asked.columns.readings.values()];
    this.patterns = new Set([
      ...readings.flatMap(({ as, of }) => (as === 'like' ? [of] : [])),
      ...(asked.keywords.chosen ? [] : asked.keywords.names),
    ]);
    this.strings = new StringWriter(asked.case, asked.columns.columns.size > 0, report);
  }

  /** Whether the query holds only for fields that are indexed lower-cased. */
  get reliesOnLowerCase(): boolean {
    return this.strings.reliesOnLowerCase;
  }

  write(node: Predicate | OneOf, polarity: Polarity): Emitted {
    if (node.kind === 'keyword') return anyOf(this.keyword(node, polarity));
    const options = node.kind === 'one-of' ? node.options : [node];
    return anyOf(options.map((o) => this.piece(o, polarity)));
  }

  private name(name: string, span: Span): string {
    const written = fieldName(name, this.patterns.has(name));
    if (written !== null) return written;
    this.report.refuse(codes['lucene-field-name'](), span);
    return 'field';
  }

  private column(name: string, span: Span): Column | undefined {
    const wrong = this.asked.columns.wrong.get(name);
    if (wrong !== undefined) {
      this.report.refuse(codes['lucene-unknown-type']({ field: name, type: wrong }), span);
    }
    return this.asked.columns.columns.get(name);
  }

  piece(p: FieldPredicate, polarity: Polarity): Piece {
    const { span } = p;
    const reading = this.asked.columns.readings.get(p.field.text);
    if (reading) {
      const writer = {
        write: (q: FieldPredicate) => this.piece(q, polarity),
        absent: (q: FieldPredicate) => this.absent(q, polarity),
      };
      const piece = readingPiece(p, reading, polarity, this.report, writer);
      const what = 'this condition on a field that is read from another';
      return piece ?? this.unsayable(p, what, polarity);
    }
    const field = this.name(p.field.text, p.field.span);
    const column = this.column(p.field.text, p.field.span);
    const absent = this.absent(p, polarity);
    if (absent) return absent;
    switch (p.kind) {
      case 'null':
        return missing(field, span);
      case 'exists':
        this.report.approximate('narrower', polarity, codes['lucene-null-not-indexed'](), span);
        return exists(field, span);
      case 'time-part':
        return this.unsayable(p, `the ${p.part} of a date`, polarity);
      case 'field-ref':
        return this.unsayable(p, 'a comparison of two fields', polarity);
      case 'string':
        if (isPresence(p)) return exists(field, span);
    }
    if (!column) return this.untyped(p, field, polarity);
    return this.orAbsent(p, field, column, polarity, this.ofColumn(p, field, column, polarity));
  }

  private ofColumn(p: FieldPredicate, field: string, column: Column, polarity: Polarity): Piece {
    switch (column.type) {
      case 'keyword':
      case 'wildcard':
      case 'constant_keyword':
        return this.ofTexts(p, field, column, polarity);
      case 'flattened':
        return this.strings.flattened(p, field, polarity) ?? this.open(p, column, polarity);
      case 'text':
      case 'match_only_text':
        return this.strings.words(p, field, column, polarity) ?? this.open(p, column, polarity);
      case 'ip':
        return this.typed(p, field, column, addressQueries(p), 'an address');
      case 'boolean':
        return this.typed(p, field, column, booleanQueries(p), 'true or false');
      case 'date':
        return this.typed(p, field, column, null, 'a date');
      default:
        return this.typed(p, field, column, numberQueries(p, column.type), 'a number');
    }
  }

  /** Of a field of which nothing is known. */
  private untyped(p: FieldPredicate, field: string, polarity: Polarity): Piece {
    const { span } = p;
    const { report } = this;
    switch (p.kind) {
      case 'boolean':
        if (this.asked.case !== 'normalized' && this.asked.case !== 'auto') {
          const slots = { field: p.field.text, value: String(p.value) };
          report.note(codes['lucene-boolean-field'](slots), span);
        }
        return ofField(field, [String(p.value)], span);
      case 'cidr':
        report.note(codes['lucene-ip-field']({ field: p.field.text }), span);
        return ofField(field, [`"${p.network.text}"`], span);
      case 'compare':
        report.note(codes['lucene-number-field']({ field: p.field.text }), span);
        return ofField(field, [range(p.operator, p.number.decimal)], span);
      default:
        return this.strings.write(p, field, undefined, polarity);
    }
  }

  private ofTexts(p: FieldPredicate, field: string, column: Column, polarity: Polarity): Piece {
    const { span } = p;
    switch (p.kind) {
      case 'cidr':
        return this.strings.network(p, field, polarity) ?? this.open(p, column, polarity);
      case 'compare': {
        const slots = { field: p.field.text, type: column.type };
        this.report.refuse(codes['lucene-compare-texts'](slots), span);
        return never(span);
      }
      case 'boolean': {
        const { field: name, value } = p;
        const asText = {
          kind: 'string',
          field: name,
          pattern: [String(value)],
          cased: false,
          span,
        } as const;
        return this.strings.write(asText, field, column, polarity);
      }
      default:
        return this.strings.write(p, field, column, polarity);
    }
  }

  /** @param queries empty: no event can have it; null: it cannot be asked */
  private typed(
    p: FieldPredicate,
    field: string,
    column: Column,
    queries: readonly string[] | null,
    what: string,
  ): Piece {
    const { span } = p;
    const name = p.field.text;
    if (queries === null) {
      this.report.refuse(codes['lucene-no-text']({ field: name, type: column.type }), span);
      return never(span);
    }
    if (queries.length > 0) return ofField(field, queries, span);
    if (fitsAbsent(p, column)) return never(span);
    const slots = { field: name, type: column.type, expected: what };
    this.report.note(codes['lucene-never'](slots), span);
    return never(span);
  }

  /**
   * What is not kept cannot be told from what is missing. Null where the field keeps all that is
   * asked for, or some of it beside what it does not keep.
   */
  private absent(p: FieldPredicate, polarity: Polarity): Piece | null {
    const { text: name, span } = p.field;
    const texts = this.asked.columns.columns.get(name)?.absent ?? [];
    if (texts.length === 0) return null;
    const say = (direction: 'wider' | 'narrower'): void => {
      const listed = texts.map((t) => JSON.stringify(t)).join(' or ');
      const finding = codes['lucene-absent']({ field: name, values: listed });
      this.report.approximate(direction, polarity, finding, p.span);
    };
    if (p.kind === 'exists' || (p.kind === 'string' && isPresence(p))) {
      say('narrower');
      return null;
    }
    const isAbsent =
      p.kind === 'string' && texts.includes(literalText(p.pattern)?.toLowerCase() ?? '*');
    if (!isAbsent && p.kind !== 'null') return null;
    say('wider');
    return missing(this.name(name, span), p.span);
  }

  private orAbsent(
    p: FieldPredicate,
    field: string,
    column: Column,
    polarity: Polarity,
    piece: Piece,
  ): Piece {
    if (!fitsAbsent(p, column)) return piece;
    const finding = codes['lucene-absent-match']({ field: p.field.text });
    this.report.approximate('wider', polarity, finding, p.span);
    return oneOf([piece, missing(field, p.span)]);
  }

  private open(p: FieldPredicate, column: Column, polarity: Polarity): Piece {
    return this.unsayable(p, `this condition on a field of type ${column.type}`, polarity);
  }

  /** What query_string cannot ask is asked more loosely, so that nothing is missed. */
  private unsayable(p: FieldPredicate, what: string, polarity: Polarity): Piece {
    const direction = polarity === 'positive' ? 'wider' : 'narrower';
    this.report.approximate(direction, polarity, codes['lucene-unsayable']({ what }), p.span);
    if (polarity === 'negative') return whole(text('(NOT *:*)', p.span));
    const asked = p.kind === 'field-ref' ? [p.field, p.other] : p.kind === 'null' ? [] : [p.field];
    const names = asked.flatMap(({ text: name }) => this.homes(name));
    const present = names.map((n) => `_exists_:${this.name(n, p.field.span)}`);
    if (present.length === 0) return whole(text('*:*', p.span));
    const all = present.length === 1 ? present[0]! : `(${present.join(' AND ')})`;
    return whole(text(all, p.span));
  }

  /** The fields without which an event has no value of this name; those that keep all texts. */
  private homes(name: string): readonly string[] {
    const { columns, readings } = this.asked.columns;
    const reading = readings.get(name);
    if (reading?.as === 'either') return [];
    const home = reading?.as === 'domain-user' ? reading.key : (reading?.of ?? name);
    return (columns.get(home)?.absent.length ?? 0) > 0 ? [] : [home];
  }

  private keyword({ search, span }: KeywordPredicate, polarity: Polarity): readonly Piece[] {
    const { names, chosen } = this.asked.keywords;
    if (chosen && names.length > 0) {
      const finding = codes['lucene-keyword-field']({ fields: names.join(', ') });
      this.report.approximate('narrower', polarity, finding, span);
    }
    if (names.length === 0) return [this.strings.anywhere(search, polarity, span)];
    return names.map((name): Piece => {
      const field = { text: name, span };
      const p: FieldPredicate =
        search.kind === 'regex'
          ? { kind: 'regex', field, regex: search.regex, span }
          : {
              kind: 'string',
              field,
              pattern: pattern([ANY, ...search.pattern, ANY]),
              cased: search.cased,
              span,
            };
      return this.piece(p, polarity);
    });
  }
}

/** Whether a pattern fits a text that the field does not keep, and others. */
function fitsAbsent(p: FieldPredicate, { absent }: Column): boolean {
  if (p.kind !== 'string' || literalText(p.pattern) !== null || isPresence(p)) return false;
  return absent.some((text) => fits(p.pattern, text, p.cased));
}

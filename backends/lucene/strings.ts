import { ANY, literalText, pattern, requiredPattern, shapeOf } from '../../src/backend/index.js';
import type {
  CidrPredicate,
  FieldPredicate,
  KeywordPredicate,
  Polarity,
  Report,
  Span,
} from '../../src/backend/index.js';
import { networkRegex } from './addresses.js';
import { codes } from './codes.js';
import type { Column } from './columns.js';
import { phrase, wildcardTerm } from './literals.js';
import { allOf, ofField } from './piece.js';
import type { Piece } from './piece.js';
import { hasLetters, ValueWriter } from './values.js';
import type { CaseMode } from './values.js';
import { wordQueries } from './words.js';

/** The option `case`. */
export type CaseOption = 'auto' | Exclude<CaseMode, 'lower'>;

/** Writes what is asked of texts, by how they are indexed. */
export class StringWriter {
  reliesOnLowerCase = false;
  private readonly values: ValueWriter;

  /** @param typed a pipeline knows how fields are indexed */
  constructor(
    private readonly option: CaseOption,
    private readonly typed: boolean,
    private readonly report: Report,
  ) {
    this.values = new ValueWriter(report);
  }

  /** Of a field that holds each text as a whole, or of one of which nothing is known. */
  write(p: FieldPredicate, field: string, column: Column | undefined, polarity: Polarity): Piece {
    const { span } = p;
    const mode = this.mode(column);
    const inCase = ({ query, caseless }: { query: string; caseless: boolean }): Piece =>
      ofField(caseless ? `${field}.caseless` : field, [query], span);
    switch (p.kind) {
      case 'string':
        this.rely(column, hasLetters(p.pattern));
        return inCase(this.values.pattern(p.pattern, p.cased, mode, polarity, span));
      case 'regex':
        this.rely(column, true);
        return inCase(this.values.search(p.regex, mode, polarity, span));
      case 'number':
        return ofField(field, this.values.number(p.number, mode, polarity, span), span);
      default:
        throw new TypeError(`no text is asked of by ${p.kind}`);
    }
  }

  /**
   * The fields of an object that is indexed as one: whole values and their beginnings, as they are.
   * https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/flattened
   */
  flattened(p: FieldPredicate, field: string, polarity: Polarity): Piece | null {
    const { span } = p;
    switch (p.kind) {
      case 'number':
        return ofField(field, this.values.number(p.number, 'normalized', polarity, span), span);
      case 'boolean':
        return ofField(field, [String(p.value)], span);
      case 'string': {
        const literal = literalText(p.pattern);
        const begins = shapeOf(p.pattern).shape === 'startswith';
        const query =
          literal === null ? (begins ? wildcardTerm(p.pattern) : null) : phrase(literal);
        if (query === null) return null;
        if (!p.cased && hasLetters(p.pattern)) {
          const finding = codes['lucene-flattened-case']({ field: p.field.text });
          this.report.approximate('narrower', polarity, finding, span);
        }
        return ofField(field, [query], span);
      }
      default:
        return null;
    }
  }

  /** Of a text that is kept as its words; null if it has none that could be asked for. */
  words(p: FieldPredicate, field: string, column: Column, polarity: Polarity): Piece | null {
    const { span } = p;
    const parts =
      p.kind === 'string'
        ? p.pattern
        : p.kind === 'regex'
          ? requiredPattern(p.regex.ast)
          : p.kind === 'number'
            ? [p.number.source]
            : p.kind === 'boolean'
              ? [String(p.value)]
              : null;
    const { queries, exact } = parts ? wordQueries(parts, column.words) : NO_WORDS;
    if (queries.length === 0) return null;
    if (!exact || (p.kind === 'string' && p.cased && hasLetters(p.pattern)) || p.kind === 'regex') {
      const finding = codes['lucene-words']({ field: p.field.text });
      this.report.approximate('wider', polarity, finding, span);
    }
    return allOf(queries.map((q) => ofField(field, [q], span)));
  }

  /** A network in a field of texts; null if it cannot be asked. */
  network(
    { network, field: { text }, span }: CidrPredicate,
    field: string,
    polarity: Polarity,
  ): Piece | null {
    const regex = networkRegex(network);
    if (!regex) return null;
    if (regex.wider) {
      const finding = codes['lucene-network-text']({ field: text });
      this.report.approximate('wider', polarity, finding, span);
    }
    return ofField(field, [this.values.between(regex.source, span)], span);
  }

  /** A keyword in any field. */
  anywhere(search: KeywordPredicate['search'], polarity: Polarity, span: Span): Piece {
    const isText = search.kind === 'regex' || hasLetters(search.pattern);
    if (!this.typed) this.rely(undefined, isText);
    // No subfield can be named where all fields are searched.
    const own = this.typed || this.option === 'caseless' ? 'regex' : this.mode(undefined);
    const mode = this.option === 'normalized' ? 'normalized' : own;
    const { query } =
      search.kind === 'regex'
        ? this.values.search(search.regex, mode, polarity, span)
        : this.values.pattern(
            pattern([ANY, ...search.pattern, ANY]),
            search.cased,
            mode,
            polarity,
            span,
          );
    return { kind: 'whole', emitted: { doc: { kind: 'text', text: query, span }, binding: 100 } };
  }

  private mode(column: Column | undefined): CaseMode {
    if (this.option !== 'auto') return this.option;
    if (!column) return 'normalized';
    return column.lower ? 'lower' : column.caseless ? 'caseless' : 'regex';
  }

  private rely(column: Column | undefined, hasCase: boolean): void {
    if (this.option === 'auto' && !column && hasCase) this.reliesOnLowerCase = true;
  }
}

const NO_WORDS = { queries: [], exact: false };

import { atom, concat, enclose, join, line, text } from '../../src/backend/index.js';
import type {
  Doc,
  Emitted,
  FieldPredicate,
  KeywordPredicate,
  OneOf,
  Polarity,
  Predicate,
  Report,
  Span,
} from '../../src/backend/index.js';
import { fieldName } from './literals.js';
import { isPresence, ValueWriter } from './values.js';
import type { CaseMode } from './values.js';

/** `NOT x` binds as AND does: beside AND it stands alone, beside OR it needs parentheses. */
export const AND = 20;

/** A query that belongs behind `field:`, or one that stands for itself. */
type Piece =
  | { readonly kind: 'of-field'; readonly field: string; readonly docs: readonly Doc[] }
  | { readonly kind: 'whole'; readonly emitted: Emitted };

export class PredicateWriter {
  private readonly values: ValueWriter;
  private readonly keywordValues: ValueWriter;

  constructor(
    private readonly mode: CaseMode,
    private readonly keywordField: string,
    private readonly report: Report,
  ) {
    this.values = new ValueWriter(mode, report);
    // No subfield can be named where all fields are searched.
    const anyCase = mode === 'caseless' && keywordField === '';
    this.keywordValues = anyCase ? new ValueWriter('regex', report) : this.values;
  }

  write(node: Predicate | OneOf, polarity: Polarity): Emitted {
    if (node.kind === 'keyword') return this.keyword(node, polarity);
    const options = node.kind === 'one-of' ? node.options : [node];
    return this.link(options.map((o) => this.piece(o, polarity)));
  }

  /** Values of one field go into one pair of parentheses: `field:("a" OR b*)`. */
  private link(pieces: readonly Piece[]): Emitted {
    const byField = new Map<string, Doc[]>();
    const wholes: Emitted[] = [];
    for (const piece of pieces) {
      if (piece.kind === 'whole') wholes.push(piece.emitted);
      else {
        const known = byField.get(piece.field);
        if (known) known.push(...piece.docs);
        else byField.set(piece.field, [...piece.docs]);
      }
    }
    const docs: Doc[] = [];
    for (const [field, values] of byField) {
      const [only] = values;
      const value = values.length === 1 ? only! : enclose('(', orList(values), ')');
      docs.push(concat(`${field}:`, value));
    }
    for (const { doc, binding } of wholes) {
      docs.push(binding === AND && pieces.length > 1 ? concat('(', doc, ')') : doc);
    }
    if (wholes.length === 1 && docs.length === 1) return wholes[0]!;
    return docs.length === 1 ? atom(docs[0]!) : atom(enclose('(', orList(docs), ')'));
  }

  private field(name: string, span: Span): string {
    const written = fieldName(name);
    if (written !== null) return written;
    this.report.refuse(
      'lucene-field-name',
      'query_string has no way to write this field name: < and > and control characters cannot be escaped, and _exists_ has a meaning of its own. Rename the field.',
      span,
    );
    return 'field';
  }

  private piece(p: FieldPredicate, polarity: Polarity): Piece {
    const field = this.field(p.field.text, p.field.span);
    const { span } = p;
    const ofField = (queries: readonly string[], caseless = false): Piece => ({
      kind: 'of-field',
      field: caseless ? `${field}.caseless` : field,
      docs: queries.map((q) => text(q, span)),
    });
    const whole = (doc: Doc, binding?: number): Piece => ({
      kind: 'whole',
      emitted: binding === undefined ? atom(doc) : { doc, binding },
    });
    switch (p.kind) {
      case 'string': {
        if (isPresence(p)) return whole(text(`_exists_:${field}`, span));
        const { query, caseless } = this.values.pattern(p.pattern, p.cased, polarity, span);
        return ofField([query], caseless);
      }
      case 'regex': {
        const { query, caseless } = this.values.search(p.regex, polarity, span);
        return ofField([query], caseless);
      }
      case 'number':
        return ofField(this.values.number(p.number, polarity, span));
      case 'boolean':
        if (this.mode !== 'normalized') {
          this.report.note(
            'lucene-boolean-field',
            `\`${p.field.text}\` must be mapped as a boolean; a keyword field is found only where it holds \`${p.value}\` in small letters.`,
            span,
          );
        }
        return ofField([String(p.value)]);
      case 'null':
        return whole(text(`NOT _exists_:${field}`, span), AND);
      case 'exists':
        this.report.approximate(
          'narrower',
          polarity,
          'lucene-null-not-indexed',
          'Elasticsearch does not index null, so a field that is present and null counts as missing.',
          span,
        );
        return whole(text(`_exists_:${field}`, span));
      case 'cidr':
        this.report.note(
          'lucene-ip-field',
          `\`${p.field.text}\` must be mapped as an ip field; a keyword field does not know networks.`,
          span,
        );
        return ofField([`"${p.network.text}"`]);
      case 'compare': {
        this.report.note(
          'lucene-number-field',
          `\`${p.field.text}\` must be mapped as a number; a keyword field compares as text.`,
          span,
        );
        return ofField([range(p.operator, p.number.decimal)]);
      }
      case 'time-part':
        return whole(this.unsayable(p, `\`${p.part}\` of a date`, polarity, field));
      case 'field-ref': {
        const other = this.field(p.other.text, p.other.span);
        return whole(this.unsayable(p, 'a comparison of two fields', polarity, field, other));
      }
    }
  }

  /** What query_string cannot ask is asked more loosely, so that nothing is missed. */
  private unsayable(
    p: FieldPredicate,
    what: string,
    polarity: Polarity,
    ...fields: readonly string[]
  ): Doc {
    const message = `query_string cannot say ${what}, so it is left open here.`;
    if (polarity === 'positive') {
      this.report.approximate('wider', polarity, 'lucene-unsayable', message, p.span);
      const present = fields.map((f) => text(`_exists_:${f}`, p.span));
      return present.length === 1 ? present[0]! : concat('(', join(' AND ', present), ')');
    }
    this.report.approximate('narrower', polarity, 'lucene-unsayable', message, p.span);
    return text('(NOT *:*)', p.span);
  }

  private keyword({ search, span }: KeywordPredicate, polarity: Polarity): Emitted {
    const any = { kind: 'any' } as const;
    const { query, caseless } =
      search.kind === 'regex'
        ? this.keywordValues.search(search.regex, polarity, span)
        : this.keywordValues.pattern([any, ...search.pattern, any], search.cased, polarity, span);
    const field = this.keywordField === '' ? '' : this.field(this.keywordField, span);
    const prefix = field === '' ? '' : `${field}${caseless ? '.caseless' : ''}:`;
    return atom(text(prefix + query, span));
  }
}

function orList(docs: readonly Doc[]): Doc {
  return join(concat(line, 'OR '), docs);
}

const SIGNS = { lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;
const RANGES = {
  lt: (n: string) => `[* TO ${n}}`,
  lte: (n: string) => `[* TO ${n}]`,
  gt: (n: string) => `{${n} TO *]`,
  gte: (n: string) => `[${n} TO *]`,
} as const;

/** https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query#_ranges */
function range(operator: keyof typeof SIGNS, decimal: string): string {
  if (!decimal.startsWith('-')) return `${SIGNS[operator]}${decimal}`;
  return RANGES[operator](`"${decimal}"`);
}

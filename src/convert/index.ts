import { correlate, correlateCondition } from '../model/correlation/correlated.js';
import type { Correlated } from '../model/correlation/correlated.js';
import { asksForQueries, usableRule } from '../model/document.js';
import type { SigmaDocument } from '../model/document.js';
import type { Library } from '../model/linking/library.js';
import { expectArgument, expectLibrary } from '../source/arguments.js';
import { diagnostic } from '../source/diagnostic.js';
import { MAX_PREDICATES } from '../source/limits.js';
import { once } from '../source/remembered.js';
import type { Span } from '../source/span.js';
import { processed } from './branches.js';
import { Budget } from './budget.js';
import { codes } from './codes.js';
import { convertCondition, convertCorrelation } from './condition.js';
import { guarded, inPart } from './guard.js';
import { identityOf } from './identity.js';
import type { Identity } from './identity.js';
import { refusedQuery } from './query.js';
import type { Query } from './query.js';
import { resolveSettings } from './settings.js';
import type { ConvertOptions, Settings } from './settings.js';

export { chooseFormat, resolveOptions } from './settings.js';
export type { ConvertOptions } from './settings.js';
export type { Fidelity, Query } from './query.js';

/**
 * Converts the documents of a library, one query for each condition of a rule, in order. A rule with
 * errors gives one refused query; a document that is there for others, such as a filter, gives none.
 * Bad rules never throw, and a target or a template that throws costs the query it was for.
 *
 * @throws RangeError for a format or an option that the backend does not have, and for times of `deploy`
 * @throws TypeError for what is neither a library nor a backend, and for documents of no or another library
 */
export function convert(library: Library, options: ConvertOptions): Query[] {
  return converter(options)(library, options.documents);
}

/** Converts the documents given, which are of the library, or all that it has. */
export type Converter = (library: Library, documents?: readonly SigmaDocument[]) => Query[];

/** As `convert`, for many libraries: what the options mean is worked out once. */
export function converter(options: ConvertOptions): Converter {
  const settings = resolveSettings(options);
  return (library, documents) => {
    expectLibrary('convert', library);
    if (documents) expectOfLibrary(library, documents);
    return (documents ?? library.documents).flatMap((document) => {
      if (!asksForQueries(document) || library.serving.has(document)) return [];
      if (document.kind === 'correlation') {
        const correlated = correlate(library, document);
        if (!correlated) return [refusedQuery(document, settings, [])];
        const identity = identityOf(document, 0, 1, library, settings.placeOf);
        return correlationQueries(correlated, identity, settings);
      }
      const rule = usableRule(document);
      if (!rule) return [refusedQuery(document, settings, [])];
      return guarded(document, settings, () => {
        const isPlain = rule.detection.conditions.some((c) => !c.aggregation);
        const variants = isPlain ? inPart('A pipeline', () => processed(rule, settings)) : [];
        const budget = new Budget();
        const queries: Query[] = [];
        const { conditions } = rule.detection;
        for (const [index, condition] of conditions.entries()) {
          const { span } = condition;
          const { length } = conditions;
          const identity = identityOf(document, index, length, library, settings.placeOf);
          const old = condition.aggregation && correlateCondition(document, rule, condition);
          if (old) {
            queries.push(...correlationQueries(old, identity, settings));
            continue;
          }
          const [query] = guarded(document, settings, () => [
            convertCondition(document, variants, { index, ...identity }, settings, budget),
          ]);
          if (budget.isSpent) return [tooLarge(document, span, settings)];
          queries.push(query!);
        }
        return queries;
      });
    });
  };
}

const documentsOf = new WeakMap<Library, ReadonlySet<SigmaDocument>>();

/** What `parse` gave has none of the conditions of its filters, which are those of the library's. */
function expectOfLibrary(library: Library, documents: readonly SigmaDocument[]): void {
  const own = once(documentsOf, library, () => new Set(library.documents));
  const expected = 'convert takes `documents` of the library, of `library.documents`';
  for (const document of documents) {
    expectArgument(own.has(document), expected, document);
  }
}

function correlationQueries(
  correlated: Correlated,
  identity: Identity,
  settings: Settings,
): readonly Query[] {
  const { document, correlation } = correlated;
  const budget = new Budget();
  const queries = guarded(document, settings, () => [
    convertCorrelation(correlated, identity, settings, budget),
  ]);
  return budget.isSpent ? [tooLarge(document, correlation.test.span, settings)] : queries;
}

function tooLarge(document: SigmaDocument, span: Span, settings: Settings): Query {
  const finding = codes['rule-too-large']({ most: MAX_PREDICATES });
  return refusedQuery(document, settings, [diagnostic(finding, span)]);
}

import { fieldsOf, hardline, join, linkWith, text, UNMAPPED } from '../../src/backend/index.js';
import type {
  Backend,
  BackendPlugin,
  Doc,
  Emitted,
  EmitRequest,
  Name,
  Report,
} from '../../src/backend/index.js';
import { codes } from './codes.js';
import { computedFields, readingCommand } from './computed.js';
import { query, savedSearches } from './formats.js';
import { checkIndexes, indexTerm } from './indexes.js';
import { isDefaultField } from './literals.js';
import { SEARCH_SYNTAX, emitSearch, fitsInSearch } from './search.js';
import { conjuncts, splitStages } from './stages.js';
import type { Stages } from './stages.js';
import { emitTstats } from './tstats.js';
import { whereCommand } from './where.js';

/** Splunk's Search Processing Language. */
export const splunk: Backend = {
  name: 'splunk',
  title: 'Splunk SPL',
  codes,
  options: [
    {
      name: 'search',
      description:
        'auto: what `search` says exactly is said there, the rest in `where`; where: all in `where`',
      values: ['auto', 'where'],
    },
    {
      name: 'index',
      description: 'Indexes to search, separated by commas; wildcards are allowed',
      values: null,
      default: '',
      check: checkIndexes,
    },
  ],
  formats: [query, savedSearches],
  store: 'splunk',
  simplify: { oneOf: true, pushNegation: false },
  emit,
};

export const plugin: BackendPlugin = { apiVersion: 1, backends: [splunk] };

function emit(request: EmitRequest, report: Report): Doc {
  const { expression, options, placement = UNMAPPED } = request;
  if (placement.model) return emitTstats(placement.model, request, report);
  const fields = fieldsOf(expression);
  noteDefaultFields(fields.values(), report);
  const computed = computedFields(placement.columns);
  const stages: Stages =
    options['search'] === 'where' && expression.kind !== 'constant'
      ? { search: [], where: conjuncts(expression) }
      : splitStages(expression, fitsInSearch(computed));
  const terms: Emitted[] = stages.search.map(emitSearch);
  if (options['index']) terms.unshift(indexTerm(options['index']));
  // A command such as `where` needs a search before it.
  const search = terms.length > 0 ? linkWith(SEARCH_SYNTAX, 'and', terms).doc : '*';
  const commands: Doc[] = [];
  for (const name of fields.values()) {
    const field = computed.get(name.text);
    if (field) commands.push(text(`| ${readingCommand(name, field, report)}`, name.span));
  }
  if (stages.where.length > 0) commands.push(whereCommand(stages.where, report));
  return join(hardline, [search, ...commands]);
}

function noteDefaultFields(names: Iterable<Name>, report: Report): void {
  for (const { text: name, span, mapped } of names) {
    if (mapped || !isDefaultField(name)) continue;
    report.note(codes['splunk-default-field']({ field: name }), span);
  }
}
export default plugin;

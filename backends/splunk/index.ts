import { concat, hardline, linkWith } from '../../src/backend/index.js';
import type {
  Backend,
  BackendPlugin,
  Doc,
  Emitted,
  EmitRequest,
  Expression,
  Report,
} from '../../src/backend/index.js';
import { query, savedSearches } from './formats.js';
import { isDefaultField } from './literals.js';
import { SEARCH_SYNTAX, emitSearch } from './search.js';
import { checkIndexes, indexTerm } from './indexes.js';
import { splitStages } from './stages.js';
import { whereCommand } from './where.js';

/** Splunk's Search Processing Language. */
export const splunk: Backend = {
  name: 'splunk',
  title: 'Splunk SPL',
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
  pipelines: async () => (await import('./pipelines.generated.js')).default,
  simplify: { oneOf: true, pushNegation: false },
  emit,
};

export const plugin: BackendPlugin = { apiVersion: 1, backends: [splunk] };

function emit(request: EmitRequest, report: Report): Doc {
  const { expression, options } = request;
  noteDefaultFields(expression, report);
  const stages = splitStages(expression, options['search'] === 'where' ? 'where' : 'auto');
  const terms: Emitted[] = stages.search.map(emitSearch);
  if (options['index']) terms.unshift(indexTerm(options['index']));
  // A command such as `where` needs a search before it.
  const search = terms.length > 0 ? linkWith(SEARCH_SYNTAX, 'and', terms).doc : '*';
  if (stages.where.length === 0) return search;
  return concat(search, hardline, whereCommand(stages.where, report));
}

function noteDefaultFields(node: Expression, report: Report): void {
  switch (node.kind) {
    case 'and':
    case 'or':
      for (const operand of node.operands) noteDefaultFields(operand, report);
      return;
    case 'not':
      noteDefaultFields(node.operand, report);
      return;
    case 'constant':
    case 'keyword':
      return;
    default:
      if (!node.field.mapped && isDefaultField(node.field.text)) {
        report.note(
          'splunk-default-field',
          `Splunk gives every event a field \`${node.field.text}\` of its own. If the events' own field is meant, map it to the name that your field extraction gives it.`,
          node.field.span,
        );
      }
  }
}
export default plugin;

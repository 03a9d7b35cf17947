import { conjuncts, markOf, searchesOf, sourceOf } from '../../src/backend/index.js';
import type { BackendOption, Expression, FieldPredicate, Plan } from '../../src/backend/index.js';
import { indexCode } from './indexes.js';
import { isDefaultField, searchField } from './literals.js';
import { MACRO_NAMES } from './macros.data.js';
import { searchValues } from './values.js';

type Options = Readonly<Record<string, string>>;

/**
 * As in Splunk's own security content: a site says in one place which events a source is, and in another
 * which of a rule's matches it knows.
 * https://github.com/splunk/security_content/tree/develop/macros
 */
export const macrosOption: BackendOption = {
  name: 'macros',
  description:
    'Search macros: for the index, source and source type (source), for exclusions at the end of each search (filter), or both; macros.conf must define them, and -f splunk_app writes it',
  values: ['none', 'source', 'filter', 'both'],
};

/** https://docs.splunk.com/Documentation/Splunk/latest/Knowledge/Definesearchmacros */
export interface Macro {
  /** Lower-case letters, digits and underscores. */
  readonly name: string;
  readonly definition: string;
}

export function hasSourceMacros({ macros }: Options): boolean {
  return macros === 'source' || macros === 'both';
}

/** The macro of what a search asks of Splunk's own fields; null if it asks nothing of them, or no macro is wanted. */
export function sourceMacro(conditions: readonly Expression[], options: Options): Macro | null {
  const asked = conditions.flatMap(conjuncts).filter(isOfSource);
  if (!hasSourceMacros(options) || asked.length === 0) return null;
  const { index = '' } = options;
  const terms = asked.map((c) => codeOf(c)!);
  const codes = index === '' ? terms : [indexCode(index), ...terms];
  const [only] = codes;
  return {
    name: sourceName(asked.flatMap(valuesOf)),
    definition: codes.length === 1 ? only! : `(${codes.join(' ')})`,
  };
}

/** What a query's macros are named after. */
export interface Named {
  readonly rule: { readonly title: string };
  /** A UUID, the query's own. */
  readonly id: string;
  readonly options: Options;
}

/** The macro at the end of a search; null if none is wanted. By itself it lets everything pass. */
export function filterMacro({ rule, id, options }: Named): Macro | null {
  if (options['macros'] !== 'filter' && options['macros'] !== 'both') return null;
  const parts = [titleName(rule.title), markOf(id), 'filter'];
  return { name: parts.filter((part) => part !== '').join('_'), definition: 'search *' };
}

/** Every macro that a query names. */
export function macrosOf(query: Named & { readonly plan: Plan }): readonly Macro[] {
  const { plan, options } = query;
  const sources = searchesOf(plan).flatMap((search) =>
    sourceOf(search).placement.model ? [] : (sourceMacro(search.conditions, options) ?? []),
  );
  const filter = filterMacro(query);
  const all = filter ? [...sources, filter] : sources;
  return [...new Map(all.map((m) => [m.name, m])).values()];
}

/** The sources and source types that a search asks for, and other fields of Splunk's own with their values. */
export function sourceValues(conditions: readonly Expression[]): readonly string[] {
  return conditions.flatMap(conjuncts).filter(isOfSource).flatMap(valuesOf);
}

/** Whether a condition excludes nothing and only tests fields that Splunk gives every event. */
export function isOfSource(node: Expression): boolean {
  return codeOf(node) !== null;
}

function codeOf(node: Expression): string | null {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const codes = node.operands.map(codeOf);
      return codes.every((c) => c !== null)
        ? `(${codes.join(node.kind === 'or' ? ' OR ' : ' ')})`
        : null;
    }
    case 'one-of': {
      const field = fieldOf(node);
      const codes = node.options.map((o) => (field === null ? null : searchValues(field, o)));
      return codes.every((c) => c !== null) ? `${field!} IN (${codes.flat().join(', ')})` : null;
    }
    case 'string': {
      const field = fieldOf(node);
      const codes = field === null ? null : searchValues(field, node);
      return codes && `${field!}=${codes[0]!}`;
    }
    default:
      return null;
  }
}

function fieldOf({ field }: Pick<FieldPredicate, 'field'>): string | null {
  return isDefaultField(field.text) ? searchField(field) : null;
}

function valuesOf(node: Expression): readonly string[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.operands.flatMap(valuesOf);
    case 'one-of':
      return node.options.flatMap(valuesOf);
    case 'string': {
      const { text: field } = node.field;
      const value = node.pattern.filter((p) => typeof p === 'string').join('');
      return [field === 'source' || field === 'sourcetype' ? value : `${field} ${value}`];
    }
    default:
      return [];
  }
}

/** What the security content calls the source, or what it is: of an event log, without its spelling in XML. */
function sourceName(values: readonly string[]): string {
  const all = values.map((v) => v.toLowerCase());
  const known = all.filter((v) => !v.startsWith('xml') || !all.includes(v.slice('xml'.length)));
  const name = [...new Set(known.map(wordsOf))].sort().join('_');
  return MACRO_NAMES.get(name) ?? withinLength(name, values.join('\n'));
}

/** Letters that have no plain form are lost. */
function titleName(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '');
  return wordsOf(plain).slice(0, LONGEST);
}

/** Only these characters: nothing that a rule or a pipeline says gets out of the backticks. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
}

const LONGEST = 100;

function withinLength(name: string, of: string): string {
  if (name !== '' && name.length <= LONGEST) return name;
  return [name.slice(0, LONGEST), markOf(of)].filter((part) => part !== '').join('_');
}

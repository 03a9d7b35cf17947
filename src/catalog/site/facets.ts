import type { CorpusLanguage } from '../corpus/entry.js';
import type { AttackData } from '../../model/attack/attack.js';
import type { CatalogRule, SigmaDetails } from './entry.js';
import { once } from '../../source/remembered.js';

/** The sides from which the rules of a catalogue are looked at, in the order of the home page. */
export const FACETS = [
  'level',
  'status',
  'product',
  'category',
  'service',
  'tactic',
  'language',
  'author',
] as const;

export type Facet = (typeof FACETS)[number];

export const FACET_LABELS: Readonly<Record<Facet, readonly [one: string, many: string]>> = {
  level: ['Level', 'levels'],
  status: ['Status', 'statuses'],
  product: ['Product', 'products'],
  category: ['Category', 'categories'],
  service: ['Service', 'services'],
  tactic: ['Tactic', 'tactics'],
  language: ['Language', 'languages'],
  author: ['Author', 'authors'],
};

/** https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#level */
export const LEVELS = ['critical', 'high', 'medium', 'low', 'informational'] as const;

/** https://sigmahq.io/sigma-specification/specification/sigma-rules-specification.html#status */
export const STATUSES = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'] as const;

export const LANGUAGE_LABELS: Readonly<Record<CorpusLanguage, string>> = {
  sigma: 'Sigma',
  kusto: 'Kusto',
  elastic: 'Elastic',
  splunk: 'Splunk',
};

type Values = Readonly<Record<Facet, readonly string[]>>;

const knownValues = new WeakMap<CatalogRule, Values>();

/** What a rule is under a facet; several for a rule of several log sources, tactics or authors. */
export function valuesOf(rule: CatalogRule, facet: Facet, attack: AttackData): readonly string[] {
  return once(knownValues, rule, () => {
    const entries = FACETS.map((each) => [each, readValues(rule, each, attack)]);
    return Object.fromEntries(entries) as Values;
  })[facet];
}

function readValues(rule: CatalogRule, facet: Facet, attack: AttackData): readonly string[] {
  const { sigma, language } = rule;
  if (facet === 'language') return [language];
  if (!sigma) return [];
  switch (facet) {
    case 'level':
    case 'status':
      return lowerCase([sigma[facet] ?? '']);
    case 'tactic':
      return tacticsOf(sigma.attack, attack);
    case 'author':
      return authorsOf(sigma.author ?? '');
    default:
      return lowerCase(sigma.logsource[facet]);
  }
}

function lowerCase(values: readonly string[]): readonly string[] {
  const named = values.map((v) => v.trim().toLowerCase()).filter((v) => v !== '');
  return [...new Set(named)];
}

/**
 * The short names of the tactics that a rule is tagged with; of a rule that names none, those of its
 * techniques. Of a tactic that MITRE has divided, the parts that its techniques belong to; of a
 * technique that was withdrawn, the tactics of what has taken its place.
 */
function tacticsOf(tags: SigmaDetails['attack'], { objects }: AttackData): readonly string[] {
  const partsOf = ({ retired, tactics, replacedBy }: (typeof tags)[number]): readonly string[] =>
    retired ? replacedBy.flatMap((id) => objects.get(id)?.tactics ?? []) : tactics;
  const ofTechniques = tags.filter((t) => /technique$/.test(t.kind)).flatMap(partsOf);
  const named = tags
    .filter((t) => t.kind === 'tactic' && t.known)
    .flatMap((tag) => {
      const parts = partsOf(tag);
      const fitting = parts.filter((part) => ofTechniques.includes(part));
      return tag.retired && fitting.length > 0 ? fitting : parts;
    });
  return [...new Set(named.length > 0 ? named : ofTechniques)];
}

/** Commas separate authors; anything in brackets, such as a company, is left out. */
export function authorsOf(author: string): readonly string[] {
  const names: string[] = [''];
  let depth = 0;
  for (const c of author) {
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (c === ',' || c === ';')) names.push('');
    else if (depth === 0) names[names.length - 1] += c;
  }
  const tidy = names.map((n) => n.replace(/\s+/g, ' ').trim()).filter((n) => n !== '');
  return [...new Set(tidy)];
}

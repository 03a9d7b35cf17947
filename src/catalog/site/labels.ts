import type { CatalogRule } from './entry.js';

/** `windows / process_creation`; empty where a rule names no log source. */
export function logSourceLabel({ sigma }: CatalogRule): string {
  if (!sigma) return '';
  const { product, category, service } = sigma.logsource;
  return [product, category, service]
    .filter((names) => names.length > 0)
    .map((names) => names.join(' or '))
    .join(' / ');
}

/** A rule's status; of one in another language, or that could not be read, that it is so. */
export function statusLabel({ sigma, language, problem }: CatalogRule): string {
  if (problem !== null) return 'unreadable';
  return sigma ? (sigma.status ?? '') : language;
}

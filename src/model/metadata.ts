import type { Name } from './name.js';

/**
 * What a rule or a correlation says of itself, besides which events it is about.
 * https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md
 */
export interface Metadata {
  readonly title: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly status: string | null;
  readonly level: string | null;
  readonly description: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly modified: string | null;
  readonly license: string | null;
  readonly taxonomy: string | null;
  readonly references: readonly Name[];
  readonly tags: readonly Name[];
  readonly fields: readonly Name[];
  readonly falsepositives: readonly Name[];
  readonly scope: readonly Name[];
  readonly related: readonly { readonly id: string; readonly type: string }[];
}

/** The keys that hold it, without `related`. */
export const METADATA_KEYS = [
  'title',
  'id',
  'name',
  'status',
  'level',
  'description',
  'author',
  'date',
  'modified',
  'license',
  'taxonomy',
  'references',
  'tags',
  'fields',
  'falsepositives',
  'scope',
] as const;

/** Of a document that has more. */
export function metadataOf(of: Metadata): Metadata {
  const { title, id, name, status, level, description, author, date, modified } = of;
  const { license, taxonomy, references, tags, fields, falsepositives, scope, related } = of;
  return {
    ...{ title, id, name, status, level, description, author, date, modified },
    ...{ license, taxonomy, references, tags, fields, falsepositives, scope, related },
  };
}

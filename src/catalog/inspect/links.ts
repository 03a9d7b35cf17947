import type { SigmaDocument } from '../../model/document.js';
import type { Library } from '../../model/linking/library.js';
import { positionAt } from '../../source/span.js';

/** Another document, and where it begins. */
export interface DocumentLink {
  readonly id: string | null;
  readonly title: string | null;
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

export function linkTo({
  heading: { id, title },
  span: { file, start },
}: SigmaDocument): DocumentLink {
  return { id, title, path: file.path, line: positionAt(file, start).line };
}

/** By document, the correlations that refer to it. */
export function servedIn({
  references,
}: Pick<Library, 'references'>): ReadonlyMap<SigmaDocument, readonly SigmaDocument[]> {
  const served = new Map<SigmaDocument, SigmaDocument[]>();
  for (const [document, targets] of references) {
    if (document.kind !== 'correlation') continue;
    for (const target of new Set(targets)) {
      const known = served.get(target);
      if (known) known.push(document);
      else served.set(target, [document]);
    }
  }
  return served;
}

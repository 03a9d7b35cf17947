import { spanOfKey } from '../model/document.js';
import type { SigmaDocument } from '../model/document.js';
import { diagnostic } from '../source/diagnostic.js';
import { codes } from './codes.js';
import { refusedQuery } from './query.js';
import type { Query } from './query.js';
import type { Settings } from './settings.js';

/** What went wrong in a part of a conversion that others write: a target, a template, a format. */
class PartFailed extends Error {
  constructor(
    readonly part: string,
    readonly reason: string,
  ) {
    super(`${part}: ${reason}`);
  }
}

/** Runs a part of a conversion, so that what it throws bears its name. */
export function inPart<T>(part: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof PartFailed ? error : new PartFailed(part, reasonOf(error));
  }
}

/** Converts a rule for a target. Whatever is thrown costs that rule's queries, and no others. */
export function guarded(
  document: SigmaDocument,
  settings: Settings,
  run: () => readonly Query[],
): readonly Query[] {
  try {
    return run();
  } catch (error) {
    const { part, reason } =
      error instanceof PartFailed ? error : { part: 'The conversion', reason: reasonOf(error) };
    const finding = codes['conversion-failed']({ part, reason });
    const problem = diagnostic(finding, spanOfKey(document, 'title'));
    return [refusedQuery(document, settings, [problem])];
  }
}

const LONGEST = 200;

/** What was thrown, in a few words; never a stack. */
export function reasonOf(error: unknown): string {
  let text = 'no reason given';
  if (error instanceof Error) text = error.message || error.name;
  else if (typeof error === 'string') text = error;
  const [line = ''] = text.trim().split(/[\r\n]/);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

import type { JsonObject } from '../../source/json.js';

/** One way in which events are written. */
export interface Form<T> {
  /** Names of which every event of the form has one: the rarest there are. */
  readonly marks: readonly string[];
  /**
   * Null for an event of another form that has a mark of this one.
   *
   * @param whole what the event was found in; the event itself where nothing carries it
   */
  readonly read: (json: JsonObject, whole: JsonObject) => T | null;
}

/**
 * Reads an event in the first form that it is of; gives null if it is of none. Its names are gone through
 * once, and only forms that have one of them as a mark are tried, so that a form costs other events nothing.
 */
export function firstOf<T>(forms: readonly Form<T>[]): Form<T>['read'] {
  const byMark = new Map<string, readonly number[]>();
  for (const [index, { marks }] of forms.entries()) {
    for (const mark of marks) byMark.set(mark, [...(byMark.get(mark) ?? []), index]);
  }
  return (json, whole) => {
    let marked: readonly number[] = [];
    for (const name in json) {
      const of = byMark.get(name);
      if (of) marked = marked.length === 0 ? of : inOrder(marked, of);
    }
    for (const index of marked) {
      const found = forms[index]!.read(json, whole);
      if (found) return found;
    }
    return null;
  };
}

function inOrder(some: readonly number[], others: readonly number[]): readonly number[] {
  return [...new Set([...some, ...others])].sort((a, b) => a - b);
}

/**
 * Stops a call of the library that no type check has seen.
 *
 * @param expected what the argument must be: `parse takes a string or a Uint8Array`
 * @throws TypeError
 */
export function expectArgument(isRight: boolean, expected: string, given: unknown): void {
  if (!isRight) throw new TypeError(`${expected}, not ${kindOf(given)}.`);
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A call with the documents of `parse`, or with what it gives as a whole, in place of a library. */
export function expectLibrary(name: string, given: unknown): void {
  const isLibrary = isObject(given) && 'documents' in given && 'serving' in given;
  expectArgument(isLibrary, `${name} takes a library, which \`link\` makes of documents`, given);
}

/** What is loaded by a call that gives a promise of it, which a caller may have forgotten to await. */
export function expectLoaded(name: string, loader: string, given: unknown): void {
  const isRight = given === undefined || (isObject(given) && !('then' in given));
  expectArgument(isRight, `${name}, which \`${loader}\` gives a promise of`, given);
}

/** Values by name: a string alone would be read letter by letter. */
export function expectPlaceholders(name: string, given: unknown): void {
  // The names of a Map are no keys of the object.
  const isRight = given === undefined || (isObject(given) && !isIterable(given));
  expectArgument(isRight, `${name} takes \`placeholders\` as an object of arrays`, given);
  for (const [placeholder, values] of Object.entries(given ?? {})) {
    const what = `the placeholder ${placeholder} must be`;
    expectArgument(Array.isArray(values), `${what} an array of strings`, values);
    for (const value of values as readonly unknown[]) {
      expectArgument(typeof value === 'string', `each value of ${what} a string`, value);
    }
  }
}

function isIterable(given: object): boolean {
  return Symbol.iterator in given;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Map || value instanceof Set || value instanceof Promise)
    return `a ${value.constructor.name}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

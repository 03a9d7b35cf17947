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

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The beginning of a string, of at most so many UTF-16 units, without half of a character at its end. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

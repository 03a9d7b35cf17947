/** The names in an option that takes several, separated by commas. */
export function commaList(option: string | undefined): readonly string[] {
  return (option ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

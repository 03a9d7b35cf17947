import type { YamlEntry, YamlMap } from '../../source/yaml/node.js';

/**
 * Fields that stand beside the search identifier they belong to, which is then empty, by that identifier.
 * @param reserved what no field is: `condition`
 */
export function outdentedFields(
  { entries }: YamlMap,
  reserved: ReadonlySet<string>,
): ReadonlyMap<YamlEntry, readonly YamlEntry[]> {
  const found = new Map<YamlEntry, YamlEntry[]>();
  if (!entries.some(isEmpty)) return found;
  const named = entries
    .filter((e) => reserved.has(e.key.text.toLowerCase()))
    .map(written)
    .join();
  let owner: YamlEntry | null = null;
  for (const entry of entries) {
    if (isEmpty(entry)) {
      owner = entry;
    } else if (owner && isField(entry, named) && !reserved.has(entry.key.text.toLowerCase())) {
      found.set(owner, [...(found.get(owner) ?? []), entry]);
    } else {
      owner = null;
    }
  }
  return found;
}

/** Whether an entry beside search identifiers is a field: it has modifiers, or no condition names it. */
function isField({ key, value }: YamlEntry, named: string): boolean {
  if (value.kind === 'map') return false;
  if (value.kind === 'list' && value.items.some((i) => i.kind === 'map')) return false;
  return key.text.includes('|') || !(named.includes(key.text) || /[*?]|\bthem\b/i.test(named));
}

function isEmpty({ value }: YamlEntry): boolean {
  return value.kind === 'scalar' && value.value === null && value.text === '';
}

function written({ value: { span } }: YamlEntry): string {
  return span.file.text.slice(span.start, span.end);
}

import type { QueryReader } from '../../languages/reading.js';
import { entry } from '../../source/yaml/node.js';
import type { YamlEntry, YamlMap } from '../../source/yaml/node.js';
import { spanWithin } from '../../source/offset-map.js';
import { positionAt } from '../../source/span.js';
import type { SourceFile } from '../../source/span.js';
import type { CorpusLanguage, CorpusRule } from './entry.js';
import { readQuery, unreadRule } from './reading.js';

interface YamlQuery {
  readonly language: CorpusLanguage;
  readonly document: YamlMap;
  /** The entry that holds the query. */
  readonly query: YamlEntry;
  readonly file: SourceFile;
  readonly position: number;
  readonly read: QueryReader;
}

/** A rule in YAML around a query in another language, with its `id` and `name`. */
export function readYamlQuery(given: YamlQuery): CorpusRule {
  const { language, document, query, file, position, read } = given;
  const title = textAt(document, 'name') ?? file.path.replace(/^.*[/\\]/, '');
  const head = { language, position, id: textAt(document, 'id'), title };
  const { key, value } = query;
  if (value.kind !== 'scalar' || value.text.trim() === '') {
    const { line, column } = positionAt(file, key.span.start);
    const problem = `Line ${line}, column ${column}: \`${key.text}\` holds no text.`;
    return unreadRule(head, file.path, problem);
  }
  const toFile = (at: number): number => spanWithin(value, at, at).start;
  return readQuery(head, { text: value.text, file, toFile, start: key.span.start }, read);
}

function textAt(document: YamlMap, key: string): string | null {
  const value = entry(document, key)?.value;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : null;
}

import type { YamlEntry, YamlNode, YamlScalar } from './node.js';

/**
 * An entry of a map in one form, whatever its author's habits: block style, two spaces a level,
 * without comments, empty lines and anchors, aliases expanded. Scalars are as in the source,
 * quotes and all.
 */
export function tidyYaml({ key, value }: YamlEntry): string {
  const lines: string[] = [];
  writeEntry(key, value, '', '', lines);
  return lines.join('\n');
}

const STEP = '  ';

/** @param head what precedes the key on its line; lower levels are indented by `indent` */
function writeEntry(
  key: YamlScalar,
  value: YamlNode,
  head: string,
  indent: string,
  lines: string[],
): void {
  writeValue(value, `${head}${scalarLines(key).join(' ')}:`, indent + STEP, lines);
}

function writeValue(node: YamlNode, head: string, indent: string, lines: string[]): void {
  if (node.kind === 'scalar') {
    const [first = '', ...rest] = scalarLines(node);
    lines.push(first === '' ? head : `${head} ${first}`);
    for (const line of rest) lines.push(line === '' ? '' : indent + line);
    return;
  }
  const parts = node.kind === 'map' ? node.entries : node.items;
  if (parts.length === 0) {
    lines.push(`${head} ${node.kind === 'map' ? '{}' : '[]'}`);
    return;
  }
  lines.push(head);
  writeParts(node, indent, indent, lines);
}

/** @param first what precedes the first part, instead of the indentation */
function writeParts(
  node: Exclude<YamlNode, YamlScalar>,
  first: string,
  indent: string,
  lines: string[],
): void {
  let head = first;
  if (node.kind === 'map') {
    for (const { key, value } of node.entries) {
      writeEntry(key, value, head, indent, lines);
      head = indent;
    }
    return;
  }
  for (const item of node.items) {
    const inner = indent + STEP;
    if (item.kind === 'scalar') writeValue(item, `${head}-`, inner, lines);
    else if ((item.kind === 'map' ? item.entries : item.items).length === 0) {
      lines.push(`${head}- ${item.kind === 'map' ? '{}' : '[]'}`);
    } else writeParts(item, `${head}- `, inner, lines);
    head = indent;
  }
}

/** The source of a scalar, line by line; of a block scalar its header, then its lines. */
function scalarLines(scalar: YamlScalar): readonly string[] {
  const { text, style, span } = scalar;
  // What is missing has no source, though it has a place.
  if (style === 'plain' && text === '') return [''];
  const source = span.file.text.slice(span.start, span.end);
  if (style !== 'literal' && style !== 'folded') {
    return source.split(/\r\n|[\r\n]/).map((line) => line.trim());
  }
  const [header = '', ...below] = source.split(/\r\n|[\r\n]/);
  const chomping = /[+-]/.exec(header)?.[0] ?? '';
  const body = style === 'literal' ? text.split('\n') : dedent(below);
  while (body.length > 0 && body[body.length - 1]!.trim() === '') body.pop();
  const indicator = /^ /.test(body.find((line) => line !== '') ?? '') ? '2' : '';
  return [`${style === 'literal' ? '|' : '>'}${indicator}${chomping}`, ...body];
}

function dedent(lines: readonly string[]): string[] {
  const filled = lines.filter((line) => line.trim() !== '');
  const common = Math.min(...filled.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(common)));
}

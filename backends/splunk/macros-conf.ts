import type { AboutQuery } from '../../src/backend/index.js';
import { macrosOf } from './macros.js';

const HEAD = '# In macros.conf:';

/** What macros.conf must define for a search, as comments; empty if it names no macro. */
export function neededMacros(query: AboutQuery): string {
  const stanzas = macrosOf(query).map(stanzaOf);
  if (stanzas.length === 0) return '';
  const lines = stanzas.join('\n').split('\n');
  return [HEAD, ...lines.map((line) => `# ${line}`), ''].join('\n');
}

function stanzaOf({ name, definition }: { name: string; definition: string }): string {
  return `[${name}]\ndefinition = ${definition}\niseval = 0`;
}

/** The indexes that all searches of an app read. */
export const INDEXES = {
  code: '`sigma_indexes`',
  stanza: `# The indexes that the searches read: narrow them in local/macros.conf.
[sigma_indexes]
definition = index=*
iseval = 0
`,
} as const;

/** Of an app: what its searches name is within its indexes, and in a file of its own. */
export function macrosApart(texts: readonly string[]): {
  readonly stanzas: ReadonlyMap<string, string>;
  readonly texts: readonly string[];
} {
  const stanzas = new Map<string, string>();
  const rest = texts.map((text) => {
    if (!text.startsWith(HEAD)) return text;
    const lines = text.split('\n');
    const end = lines.findIndex((line) => !line.startsWith('# ') && line !== HEAD);
    const head = lines.slice(1, end).map((line) => line.slice('# '.length));
    for (let at = 0; at < head.length; at += 3) {
      const [name, definition, ...more] = head.slice(at, at + 3) as [string, string, string];
      stanzas.set(name.slice(1, -1), [name, withinIndexes(definition), ...more, ''].join('\n'));
    }
    return lines.slice(end).join('\n');
  });
  return { stanzas: new Map([...stanzas].sort(([a], [b]) => (a < b ? -1 : 1))), texts: rest };
}

/** A filter is a command, and a source may have its own index. */
function withinIndexes(definition: string): string {
  const [, code] = /^definition = (.*)$/.exec(definition) as unknown as [string, string];
  if (/^\(?index\s*(?:=|IN\b)/.test(code) || code.startsWith('search ')) return definition;
  return `definition = (${INDEXES.code} ${code})`;
}

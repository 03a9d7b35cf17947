import { isNetwork, isWord, readSearch, tokenize } from './search-reader.js';
import type { SearchNode } from './search-reader.js';
import { SplError } from './spl-error.js';

/**
 * Counts of events of a dataset, one row for each combination of the values of `by`.
 * https://help.splunk.com/en/splunk-enterprise/search/spl-search-reference/9.4/search-commands/tstats
 */
export interface Tstats {
  readonly name: 'tstats';
  /** `Endpoint.Processes` */
  readonly dataset: string;
  readonly condition: SearchNode | null;
  readonly by: readonly string[];
}

/**
 * Options, what is counted, and of what; then come `where` and `by`. What would leave out events
 * that lack a field, or that are in no summary yet, is not read.
 */
const HEAD =
  /^\s*tstats summariesonly=false fillnull_value="unknown"(?: count| (?:min|max)\(_time\) as \w+)+\s+from datamodel=(\w+\.\w+)(?=\s|$)/;

/** What can be asked for besides the fields of the dataset. */
const INDEXED = ['index', 'host', 'source', 'sourcetype', 'nodename'];

export function readTstats(text: string): Tstats {
  const fail = (what: string): never => {
    throw new SplError(what, text, 0);
  };
  const [head, dataset] = HEAD.exec(text) ?? fail('not tstats');
  const object = dataset!.split('.')[1]!;
  const tokens = tokenize(text.slice(head.length));
  const found = tokens.findIndex((t) => isWord(t, 'by'));
  const by = found < 0 ? tokens.length : found;

  if (by > 0 && !isWord(tokens[0], 'where')) fail('where');
  const condition = by > 0 ? readSearch(tokens.slice(1, by)) : null;
  if (condition) checkFields(condition, object, fail);

  const names = tokens.slice(by + 1).map((t) => t.text);
  for (const name of names) {
    if (!/^\w+\.\w+$/.test(name) || !isFieldOf(name, object)) fail(`by ${name}`);
  }
  if (new Set(names).size < names.length) fail('by a field twice');
  if (found >= 0 && names.length === 0) fail('by nothing');
  return { name: 'tstats', dataset: dataset!, condition, by: names };
}

function checkFields(node: SearchNode, object: string, fail: (what: string) => never): void {
  switch (node.kind) {
    case 'and':
    case 'or':
      for (const operand of node.operands) checkFields(operand, object, fail);
      return;
    case 'not':
      checkFields(node.operand, object, fail);
      return;
    case 'term':
      fail('a data model has no text to look for a term in');
      return;
    case 'in':
    case 'comparison': {
      if (!INDEXED.includes(node.field) && !isFieldOf(node.field, object)) {
        fail(`${node.field} is no field of ${object}`);
      }
      const values = node.kind === 'in' ? node.values : [node.value];
      if (values.some(isNetwork)) fail('a network within tstats is not dependable');
    }
  }
}

function isFieldOf(name: string, object: string): boolean {
  return name.startsWith(`${object}.`);
}

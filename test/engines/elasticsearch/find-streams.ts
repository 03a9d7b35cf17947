import type { Found } from '../correlations/agreement.js';
import type { StreamEvent } from '../correlations/streams.js';
import type { Elasticsearch } from './node.js';

const INDEX = 'logs-streams-default';
const KEYWORD = { type: 'keyword' };

/**
 * What a correlation in ES|QL finds among events.
 * @param numbers how the fields `V` and `T` are mapped
 */
export async function findStreams(
  { send }: Elasticsearch,
  query: string,
  events: readonly StreamEvent[],
  groupBy: readonly string[],
  numbers: string,
): Promise<readonly Found[]> {
  const properties = {
    '@timestamp': { type: 'date' },
    ...{ Kind: KEYWORD, User: KEYWORD, Account: KEYWORD, W: KEYWORD },
    ...{ V: { type: numbers }, T: { type: numbers } },
  };
  await send('PUT', `/${INDEX}`, {
    settings: { number_of_shards: 1, number_of_replicas: 0, refresh_interval: -1 },
    mappings: { dynamic: 'strict', properties },
  });
  try {
    const lines = events.map(({ time, ...fields }) => {
      const source = { '@timestamp': time, ...fields };
      return `{"index":{}}\n${JSON.stringify(source)}\n`;
    });
    const made = await send(
      'POST',
      `/${INDEX}/_bulk?refresh&filter_path=items.*.error`,
      lines.join(''),
    );
    const [first] = (made as { items?: readonly unknown[] }).items ?? [];
    if (first) throw new Error(`An event is not indexed: ${JSON.stringify(first)}`);
    const asked = `${query.replace(/^FROM .*/, `FROM ${INDEX}`)}\n| LIMIT 10000`;
    const { columns, values } = (await send('POST', '/_query?allow_partial_results=false', {
      query: asked,
    })) as Answer;
    const at = (name: string): number => columns.findIndex((c) => c.name === name);
    return values.map((row) => ({
      time: Date.parse(String(row[at('@timestamp')])),
      group: groupBy.map((name) => String(row[at(name)])),
    }));
  } finally {
    await send('DELETE', `/${INDEX}`);
  }
}

interface Answer {
  readonly columns: readonly { readonly name: string }[];
  readonly values: readonly (readonly unknown[])[];
}

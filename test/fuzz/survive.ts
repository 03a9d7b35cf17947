import { expect } from 'vitest';
import { dsl } from '../../backends/dsl/index.js';
import { eql } from '../../backends/eql/index.js';
import { esql } from '../../backends/esql/index.js';
import { kql } from '../../backends/kql/index.js';
import { lucene } from '../../backends/lucene/index.js';
import { splunk } from '../../backends/splunk/index.js';
import { converter } from '../../src/convert/index.js';
import { matchStream } from '../../src/match/stream.js';
import { link } from '../../src/model/linking/library.js';
import { parse } from '../../src/model/parse.js';
import { expectWhole, quick } from './quick.js';

const converters = [kql, splunk, lucene, dsl, eql, esql].flatMap((backend) => [
  converter({ backend }),
  converter({ backend, pipelines: [] }),
]);
/** How many ways there are to convert. */
export const WAYS = converters.length;

const events = [1, 2, 90].map((minute) => ({
  '@timestamp': new Date(minute * 60_000).toISOString(),
  EventID: 1,
  Image: 'C:\\a.exe',
  CommandLine: 'a "b" c',
  User: 'x',
  a: ['x', null, 7],
  b: '',
}));

/** Reads, links, converts and matches; nothing is thrown, and nothing is lost without a word. */
export function survive([text, which]: readonly [string, number]): void {
  quick(() => {
    const parsed = parse(text, { path: 'r.yml' });
    expectWhole(parsed.diagnostics);
    const library = link(parsed.documents);
    for (const query of converters[which % WAYS]!(library)) {
      expectWhole(query.diagnostics);
      for (const { code, message } of query.diagnostics) {
        // What only the guard of a conversion stops is a fault of ours.
        if (code === 'conversion-failed') expect.fail(message);
      }
      const all = [...parsed.diagnostics, ...library.diagnostics, ...query.diagnostics];
      if (query.text === null) expect(all).not.toEqual([]);
    }
    const matcher = matchStream<number>(library);
    for (const [i, event] of events.entries()) matcher.push(event, i);
    matcher.end();
    expectWhole(matcher.diagnostics);
  });
}

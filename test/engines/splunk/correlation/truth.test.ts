import { splunk } from '../../../../backends/splunk/index.js';
import { testCorrelations } from '../../correlations/agreement.js';
import { readPipeline } from './pipeline.js';
import { runPipeline } from './run.js';
import type { Row } from './run.js';

testCorrelations({
  name: 'SPL',
  backend: splunk,
  options: () => ({}),
  holds: () => true,
  run(query, events, setup) {
    const rows = events.map(({ time, ...fields }): Row => {
      const held = Object.entries(fields).map(([name, value]): [string, readonly string[]] => [
        name,
        [value].flat().flatMap((v) => (v === null || v === undefined ? [] : [String(v)])),
      ]);
      const _time = [String(time / 1e3)];
      return { _time, ...Object.fromEntries(held.filter(([, texts]) => texts.length > 0)) };
    });
    return runPipeline(readPipeline(query), rows).map((row) => ({
      time: Math.round(Number(row['_time']![0]) * 1e3),
      group: setup.groupBy.map((name) => row[name]?.[0] ?? ''),
    }));
  },
});

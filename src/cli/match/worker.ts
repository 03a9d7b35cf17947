import { parentPort, workerData } from 'node:worker_threads';
import { link } from '../../model/linking/library.js';
import type { MatchJob } from './job.js';
import { partMatcher } from './part.js';
import type { PlacedPart } from './part.js';
import { matchOptions } from './setup.js';
import { ruleReader } from '../input/rule-files.js';

/** A thread that matches the rules of a run in the parts of events it is handed, one message each. */
const { setup, files, json } = workerData as MatchJob;
const loading = matchOptions(setup).then((options) => {
  const read = ruleReader();
  const documents = files.flatMap((file) => {
    const own = read(file);
    return 'code' in own ? [] : own;
  });
  return partMatcher(link(documents), options, json);
});

parentPort!.on('message', (part: PlacedPart) => {
  void loading.then((matcher) => {
    const matches = matcher.match(part);
    const { memory, printed } = matches;
    const own = printed.buffer === memory ? [] : [printed.buffer];
    parentPort!.postMessage(matches, memory ? [memory, ...own] : own);
  });
});

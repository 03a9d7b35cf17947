import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** What runs longest starts first, so that no core is idle at the end. */
const FIRST = [
  'engines/elasticsearch/',
  'engines/lucene/agreement',
  'engines/lucene/fuzz',
  'engines/kql/fuzz',
  'engines/',
  'browser/',
  'checker/corpus',
  'formats/',
];

export default class Sequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = FIRST.findIndex((part) => moduleId.includes(`/test/${part}`));
      return at < 0 ? FIRST.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

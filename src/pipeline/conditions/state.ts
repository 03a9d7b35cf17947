import type { Json } from '../../source/json.js';
import type { Run } from '../pipeline.js';
import type { Settings } from '../settings.js';

/** `processing_state`, which rules, detection items and field names are all asked for. */
export function stateTest(settings: Settings): (subject: unknown, run: Run) => boolean {
  const key = settings.required('key');
  const value = settings.json('val');
  return (_, run) => same(run.state.get(key), value);
}

/** Equal as YAML wrote them, or spelled alike: `1` and `'1'`. */
export function same(a: Json | undefined, b: Json): boolean {
  return (
    JSON.stringify(a ?? null) === JSON.stringify(b) || (a !== undefined && String(a) === String(b))
  );
}

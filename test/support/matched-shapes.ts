import { compile } from '../../src/match/compile.js';
import { loadSchemas } from '../../src/match/schemas.js';
import { readLibrary } from './read-library.js';

const schemas = await loadSchemas();

export type Event = Readonly<Record<string, unknown>>;

/** What the events are read as that a rule matches. */
export function matchedShapes(
  logsource: object,
  map: object,
  events: readonly Event[],
): readonly string[] {
  const detection = { s: map, condition: 's' };
  const library = readLibrary(JSON.stringify({ title: 't', logsource, detection }));
  const matcher = compile(library, { schemas });
  return events.flatMap((e) => matcher.match(e).map((m) => m.shape));
}

import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { YamlMap, YamlNode, YamlScalar } from '../source/yaml/node.js';
import { nearest } from '../model/suggest.js';
import { codes } from './codes.js';

/**
 * Warns of `processing_item_applied` with the id of no step in this file. One of another pipeline that
 * is applied before might have it, so it is not an error.
 */
export function unknownIds(root: YamlMap): readonly Diagnostic[] {
  const ids = new Set<string>();
  const asked: YamlScalar[] = [];
  const stack: YamlNode[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'list') stack.push(...node.items);
    if (node.kind !== 'map') continue;
    for (const { key, value } of node.entries) {
      if (value.kind !== 'scalar') stack.push(value);
      else if (key.text === 'id') ids.add(value.text);
      else if (key.text === 'processing_item_id') asked.push(value);
    }
  }
  return asked
    .filter(({ text }) => !ids.has(text))
    .map(({ text, span }) => {
      const like = nearest(text, [...ids]);
      const hint = like
        ? `Did you mean \`${like}\`?`
        : 'The condition only holds where a pipeline that is applied before has one. Give a step this id, or correct it.';
      return diagnostic(codes['pipeline-unknown-id']({ id: text, hint }), span);
    });
}

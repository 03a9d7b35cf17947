import { spanWithin } from '../../source/offset-map.js';
import type { Span } from '../../source/span.js';
import { templateCodes } from './template-codes.js';
import type { Settings } from '../settings.js';
import { unknownAttribute } from './template.js';

export interface FormatField {
  /** Names from `query`, `rule` or `pipeline` on. */
  readonly path: readonly [string, ...string[]];
  readonly span: Span;
}

const TOKEN = /\{\{|\}\}|\{([^{}]*)\}|[{}]/g;
const FIELD = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[[^\][]+\])*$/;

/**
 * Python's format strings: `{query}`, `{rule.title}`, `{pipeline.state[key]}`, and doubled braces for
 * braces. https://docs.python.org/3/library/string.html#format-string-syntax
 */
export function readFormat(settings: Settings): readonly (string | FormatField)[] {
  const node = settings.scalar('template');
  if (!node) {
    settings.missing('template');
    return [];
  }
  const { text } = node;
  const parts: (string | FormatField)[] = [];
  let at = 0;
  for (const { 0: found, 1: inner, index } of text.matchAll(TOKEN)) {
    parts.push(text.slice(at, index));
    at = index + found.length;
    const span = spanWithin(node, index, at);
    if (found === '{{' || found === '}}') parts.push(found[0]!);
    else if (inner === undefined || !FIELD.test(inner)) {
      settings.fail(templateCodes['pipeline-format']({ found }), span);
    } else {
      const path = inner.split(/[.[\]]+/).filter((p) => p !== '') as [string, ...string[]];
      if (!['query', 'rule', 'pipeline'].includes(path[0])) {
        settings.fail(templateCodes['pipeline-format']({ found }), span);
      }
      const unknown =
        path[0] === 'rule' && path[1] !== undefined ? unknownAttribute(path[1]) : null;
      if (unknown) settings.fail(unknown, span);
      parts.push({ path, span });
    }
  }
  parts.push(text.slice(at));
  return parts;
}

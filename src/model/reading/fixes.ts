import type { Fix } from '../../source/diagnostic.js';
import type { YamlNode, YamlScalar } from '../../source/yaml/node.js';
import { spanWithin } from '../../source/offset-map.js';
import type { Span } from '../../source/span.js';

export function replaceSpan(title: string, span: Span, text: string): Fix {
  return { title, edits: [{ span, text }] };
}

/** Replaces the value of a scalar and keeps its quotes; undefined where an escape or a fold is in the way. */
export function replaceText(title: string, scalar: YamlScalar, text: string): Fix | undefined {
  const span = spanWithin(scalar, 0, scalar.text.length);
  const verbatim = span.file.text.slice(span.start, span.end) === scalar.text;
  return verbatim ? replaceSpan(title, span, text) : undefined;
}

/** Of a timespan. */
export function unitFix(scalar: YamlNode, text: string): { readonly fix?: Fix } {
  const fix = scalar.kind === 'scalar' ? replaceText('Write one letter', scalar, text) : undefined;
  return fix ? { fix } : {};
}

/** Removes a modifier with the `|` before it. */
export function removeModifier(name: string, span: Span): Fix | undefined {
  const { file, start, end } = span;
  if (file.text[start - 1] !== '|') return undefined;
  return replaceSpan(`Remove \`${name}\``, { file, start: start - 1, end }, '');
}

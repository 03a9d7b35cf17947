import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic, Severity } from '../source/diagnostic.js';
import type { YamlEntry, YamlNode, YamlScalar } from '../source/node.js';
import { spanWithin } from '../source/offset-map.js';
import type { Span } from '../source/span.js';
import type { DetectionItem } from './detection.js';
import type { Name } from './name.js';
import { applyModifiers } from './modifiers/chain.js';
import { modifiersByName } from './modifiers/index.js';

/** Reads what search identifiers are made of: fields with their values, and keywords. */
export class ItemReader {
  /** @param diagnostics where problems are added. */
  constructor(private readonly diagnostics: Diagnostic[]) {}

  private report(severity: Severity, code: string, message: string, span: Span): void {
    this.diagnostics.push(diagnostic(severity, code, message, span));
  }

  /** Values without a field. */
  keywords(scalars: readonly YamlScalar[], span: Span): DetectionItem {
    return this.apply(null, [], scalars, span);
  }

  /** `field|modifiers: values`. Null where there is a map among the values. */
  item({ key, value }: YamlEntry): DetectionItem | null {
    const scalars: YamlScalar[] = [];
    if (!this.collect(value, key, scalars)) return null;
    if (scalars.length === 0) {
      const message = `\`${key.text}\` has an empty list of values, which never matches. Give it values, or remove it.`;
      this.report('warning', 'empty-list', message, value.span);
    }
    const end = Math.max(key.span.end, value.span.end);
    const span = { file: key.span.file, start: key.span.start, end };
    if (!key.text.includes('|')) {
      return this.apply(this.field({ text: key.text, span: key.span }), [], scalars, span);
    }
    const [first, ...modifiers] = splitKey(key);
    const field = first!.text === '' ? null : this.field(first!);
    return this.apply(field, modifiers, scalars, span);
  }

  private apply(
    field: Name | null,
    modifiers: readonly Name[],
    scalars: readonly YamlScalar[],
    span: Span,
  ): DetectionItem {
    const { values, linking, negated, diagnostics } = applyModifiers(
      modifiersByName,
      modifiers,
      scalars,
      field !== null,
    );
    for (const d of diagnostics) this.diagnostics.push(d);
    if (field === null) this.checkKeywords(scalars);
    return { kind: 'detection-item', field, modifiers, linking, negated, values, span };
  }

  private checkKeywords(scalars: readonly YamlScalar[]): void {
    for (const { value, text, span } of scalars) {
      if (value === null) {
        const message = 'A keyword is a text to search the event for, and null is none. Remove it.';
        this.report('error', 'null-keyword', message, span);
      } else if (/^\**$/.test(text)) {
        const message = 'This keyword is found in every event. Write a text to search for.';
        this.report('warning', 'empty-keyword', message, span);
      }
    }
  }

  private field(name: Name): Name {
    const text = name.text.trim();
    if (text === '') {
      const message = 'The name of a field is missing here. Write it before the colon.';
      this.report('error', 'empty-field', message, name.span);
    } else if (text !== name.text) {
      const message = `There are blanks around this field's name; it is read as \`${text}\`. Remove them.`;
      this.report('warning', 'blank-around-field', message, name.span);
    }
    return { text, span: name.span };
  }

  /** The values of a field; lists in lists are one list. False where there is a map among them. */
  private collect(node: YamlNode, key: YamlScalar, found: YamlScalar[]): boolean {
    switch (node.kind) {
      case 'scalar':
        found.push(node);
        return true;
      case 'list':
        return node.items.every((item) => this.collect(item, key, found));
      case 'map': {
        const [field] = key.text.split('|');
        const inner = node.entries[0]?.key.text ?? 'name';
        const message = modifiersByName.has(inner)
          ? `A field has values, not a map. A modifier stands behind the field: write \`${key.text}|${inner}\`.`
          : `A field has values, not a map. For a field within \`${field!}\` write \`${field!}.${inner}\`.`;
        this.report('error', 'nested-map', message, node.span);
        return false;
      }
    }
  }
}

/** The field's name, then each modifier, with their places: of one that is missing, the `|`. */
function splitKey(key: YamlScalar): Name[] {
  const { file, start: from, end: to } = key.span;
  // Nearly every key stands in the file as it is, and there are very many of them.
  const verbatim = to - from === key.text.length && file.text.startsWith(key.text, from);
  const names: Name[] = [];
  let at = 0;
  for (const text of key.text.split('|')) {
    const end = at + text.length;
    const start = text === '' && at > 0 ? at - 1 : at;
    const span = verbatim
      ? { file, start: from + start, end: from + end }
      : spanWithin(key, start, end);
    names.push({ text, span });
    at = end + 1;
  }
  return names;
}

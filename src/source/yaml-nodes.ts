import { Alias, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { ParsedNode } from 'yaml';
import { diagnostic } from './diagnostic.js';
import type { Diagnostic } from './diagnostic.js';
import { MAX_ALIASED_NODES, MAX_YAML_DEPTH } from './limits.js';
import type { ScalarStyle, YamlEntry, YamlMap, YamlNode, YamlScalar } from './node.js';
import { setOrigin } from './offset-map.js';
import { lineIndexAt } from './span.js';
import type { SourceFile, Span } from './span.js';
import { resolvePlain } from './yaml-scalar.js';

/** Where a composed document's offsets lead to. */
export interface Placement {
  readonly file: SourceFile;
  /** The text that was composed. */
  readonly text: string;
  /** From offsets in `text` to offsets in the file; null if they differ by `base` alone. */
  readonly toFile: ((offset: number) => number) | null;
  readonly base: number;
}

export interface Nodes {
  readonly node: YamlNode;
  readonly diagnostics: readonly Diagnostic[];
  /** Something that YAML allows but that most likely means a string: worth a look at the text. */
  readonly suspicious: boolean;
}

/** Turns a composed document into plain nodes. Its depth must have been checked. */
export function toNodes(root: ParsedNode, placement: Placement): Nodes {
  return new NodeReader(placement).read(root);
}

interface Anchor {
  /** Null while the anchored node is still being read. */
  node: YamlNode | null;
  /** Nodes in it, itself included, with aliases followed. */
  size: number;
  height: number;
}

const YAML_TAG = 'tag:yaml.org,2002:';

class NodeReader {
  private readonly diagnostics: Diagnostic[] = [];
  private suspicious = false;
  private readonly anchors = new Map<string, Anchor>();
  private readonly usedAnchors = new Set<string>();
  /** Names of anchors before nothing: unless used, `&name` was meant as text. */
  private readonly emptyAnchors: string[] = [];
  private count = 0;
  private aliased = 0;
  /** Depth of the deepest node seen since this was last reset. */
  private deepest = 0;
  private exhausted = false;

  constructor(private readonly placement: Placement) {}

  read(root: ParsedNode): Nodes {
    const node = this.node(root, 0);
    if (this.emptyAnchors.some((name) => !this.usedAnchors.has(name))) this.suspicious = true;
    return { node, diagnostics: this.diagnostics, suspicious: this.suspicious };
  }

  private place(offset: number): number {
    const { toFile, base } = this.placement;
    return toFile ? toFile(offset) : offset + base;
  }

  private span(start: number, end: number): Span {
    return { file: this.placement.file, start: this.place(start), end: this.place(end) };
  }

  /** Where a node's text ends; an alias's node has the span of the anchored text. */
  private endOf(n: ParsedNode, node: YamlNode): number {
    return n instanceof Alias ? this.place(n.range[1]) : node.span.end;
  }

  private error(code: string, message: string, span: Span): void {
    this.diagnostics.push(diagnostic('error', code, message, span));
  }

  private nothing(offset: number): YamlScalar {
    return {
      kind: 'scalar',
      span: this.span(offset, offset),
      value: null,
      text: '',
      style: 'plain',
    };
  }

  private node(n: ParsedNode, depth: number): YamlNode {
    this.count++;
    if (depth > this.deepest) this.deepest = depth;
    if (n instanceof Alias) return this.alias(n, depth);
    const name = n.anchor;
    if (name === undefined) return this.content(n, depth);

    const anchor: Anchor = { node: null, size: 0, height: 0 };
    this.anchors.set(name, anchor);
    const before = this.count;
    const deepestBefore = this.deepest;
    this.deepest = depth;
    const node = this.content(n, depth);
    anchor.node = node;
    anchor.size = this.count - before + 1;
    anchor.height = this.deepest - depth;
    this.deepest = Math.max(this.deepest, deepestBefore);
    if (n instanceof Scalar && n.type === 'PLAIN' && n.source === '') this.emptyAnchors.push(name);
    return node;
  }

  private content(n: ParsedNode, depth: number): YamlNode {
    if (n instanceof Scalar) return this.scalar(n);
    if (n.tag !== undefined) this.checkCollectionTag(n);
    if (n instanceof YAMLMap) return this.map(n, depth);
    const items: YamlNode[] = [];
    const span = this.span(n.range[0], n.range[1]);
    let end = span.start;
    for (const item of n.items as readonly ParsedNode[]) {
      const node = this.node(item, depth + 1);
      items.push(node);
      end = Math.max(end, this.endOf(item, node));
    }
    // Of a block, YAML counts the comments after it as well.
    return { kind: 'list', span: n.flow ? span : { ...span, end }, items };
  }

  private scalar(n: Scalar.Parsed): YamlScalar {
    let [start, end] = n.range;
    const text = n.source;
    const style = styleOf(n);
    if (style === 'literal' || style === 'folded') {
      const source = this.placement.text;
      while (end > start && isLineEnd(source.charCodeAt(end - 1))) end--;
    }
    const span = this.span(start, end);
    let value: YamlScalar['value'] = style === 'plain' ? resolvePlain(text) : text;
    if (n.tag !== undefined) value = this.tagged(n.tag, text, style, value, span);
    const { toFile } = this.placement;
    if (!toFile) return { kind: 'scalar', span, value, text, style };

    // A quote that is not in the file was put there to have the text read.
    const { file } = this.placement;
    const bare = style === 'single' && file.text[span.start] !== "'";
    const made: YamlScalar = { kind: 'scalar', span, value, text, style: bare ? 'plain' : style };
    setOrigin(made, { text: this.placement.text, start, end, style, toFile });
    return made;
  }

  private tagged(
    tag: string,
    text: string,
    style: ScalarStyle,
    plain: YamlScalar['value'],
    span: Span,
  ): YamlScalar['value'] {
    const name = tag.startsWith(YAML_TAG) ? tag.slice(YAML_TAG.length) : tag;
    switch (name) {
      case '!':
      case 'str':
        return text;
      case 'int':
      case 'float':
      case 'bool':
      case 'null': {
        const value = resolvePlain(text);
        const type = value === null ? 'null' : typeof value;
        const fits = {
          int: type === 'number' || type === 'bigint',
          float: type === 'number' || type === 'bigint',
          bool: type === 'boolean',
          null: type === 'null',
        }[name];
        if (fits) return value;
        this.error('yaml-tag', `The tag says ${name}, but '${text}' is none.`, span);
        return text;
      }
      default:
        // `- !important`: nothing is tagged, so the tag itself was meant.
        if (text === '' && style === 'plain') this.suspicious = true;
        this.unknownTag(tag, span);
        return plain;
    }
  }

  private unknownTag(tag: string, span: Span): void {
    const shown = tag.startsWith(YAML_TAG) ? `!!${tag.slice(YAML_TAG.length)}` : tag;
    const message =
      `Rules know no tag '${shown}'. If the value begins with an exclamation mark, ` +
      'write it in single quotes; else delete the tag.';
    this.error('yaml-tag', message, span);
  }

  private checkCollectionTag(n: YAMLMap.Parsed | YAMLSeq.Parsed): void {
    const tag = n.tag!;
    const expected = n instanceof YAMLMap ? 'map' : 'seq';
    if (tag === '!' || tag === YAML_TAG + expected) return;
    this.unknownTag(tag, this.span(n.range[0], n.range[0]));
  }

  private alias(n: Alias.Parsed, depth: number): YamlNode {
    const [start, end] = n.range;
    const anchor = this.anchors.get(n.source);
    this.usedAnchors.add(n.source);
    if (!anchor) {
      this.suspicious = true;
      const message =
        `'*${n.source}' is an alias in YAML, but nothing is named '&${n.source}'. ` +
        'If it is a wildcard, write the value in single quotes.';
      this.error('yaml-alias', message, this.span(start, end));
      return this.nothing(start);
    }
    if (!anchor.node) {
      const message = `'*${n.source}' stands within '&${n.source}', so it would never end.`;
      this.error('cyclic-alias', message, this.span(start, end));
      return this.nothing(start);
    }
    this.count += anchor.size - 1;
    this.aliased += anchor.size;
    const reach = depth + anchor.height;
    if (reach > this.deepest) this.deepest = reach;
    if (this.aliased > MAX_ALIASED_NODES || reach > MAX_YAML_DEPTH) {
      if (!this.exhausted) {
        const message =
          `The aliases of this document stand for more than ${MAX_ALIASED_NODES} values, ` +
          `or for more than ${MAX_YAML_DEPTH} levels. Write the values out.`;
        this.error('alias-bomb', message, this.span(start, end));
      }
      this.exhausted = true;
      return this.nothing(start);
    }
    return anchor.node;
  }

  private map(n: YAMLMap.Parsed, depth: number): YamlMap {
    const entries: YamlEntry[] = [];
    const keys = new Map<string, YamlScalar>();
    const merges: { readonly at: number; readonly maps: readonly YamlMap[] }[] = [];
    const span = this.span(n.range[0], n.range[1]);
    let end = span.start;
    for (const pair of n.items) {
      const written = pair.key as ParsedNode | null;
      if (!written) continue;
      const key = this.node(written, depth + 1);
      const given = pair.value as ParsedNode | null;
      const value = given ? this.node(given, depth + 1) : this.nothing(written.range[1]);
      end = Math.max(end, given ? this.endOf(given, value) : this.endOf(written, key));
      if (key.kind !== 'scalar') {
        const kind = key.kind === 'map' ? 'A map' : 'A list';
        const message = `${kind} stands where a name should. Put the name in quotes, or mend the indentation.`;
        this.error('yaml-key', message, key.span);
        continue;
      }
      if (key.text === '<<' && key.style === 'plain') {
        merges.push({ at: entries.length, maps: this.mergeSources(key, value) });
        continue;
      }
      if (key.text === '' && key.style === 'plain') {
        this.error('yaml-key', 'A name is missing before the colon.', key.span);
        continue;
      }
      const first = keys.get(key.text);
      if (first) {
        const line = lineIndexAt(first.span.file, first.span.start) + 1;
        const message =
          `'${key.text}' stands in this map already, in line ${line}; only one of them could hold. ` +
          'Rename one, or make one list of both.';
        this.error('duplicate-key', message, key.span);
        continue;
      }
      keys.set(key.text, key);
      entries.push({ key, value });
    }
    return {
      kind: 'map',
      span: n.flow ? span : { ...span, end },
      entries: merges.length > 0 ? merge(entries, keys, merges) : entries,
    };
  }

  private mergeSources(key: YamlScalar, value: YamlNode): readonly YamlMap[] {
    if (value.kind === 'map') return [value];
    if (value.kind === 'list') {
      const maps = value.items.filter((item) => item.kind === 'map');
      if (maps.length === value.items.length) return maps;
    }
    const message =
      "'<<' merges another map into this one, so its value must be an alias of a map, or a list " +
      "of such. If a field has this name, write '<<' in quotes.";
    this.error('yaml-merge', message, key.span);
    return [];
  }
}

/** The map's own keys win over merged ones, and of those the first. */
function merge(
  own: readonly YamlEntry[],
  keys: ReadonlyMap<string, YamlScalar>,
  merges: readonly { readonly at: number; readonly maps: readonly YamlMap[] }[],
): readonly YamlEntry[] {
  const taken = new Set(keys.keys());
  const merged: YamlEntry[] = [];
  let from = 0;
  for (const { at, maps } of merges) {
    for (; from < at; from++) merged.push(own[from]!);
    for (const { entries } of maps) {
      for (const entry of entries) {
        if (taken.has(entry.key.text)) continue;
        taken.add(entry.key.text);
        merged.push(entry);
      }
    }
  }
  for (; from < own.length; from++) merged.push(own[from]!);
  return merged;
}

function styleOf(n: Scalar.Parsed): ScalarStyle {
  switch (n.type) {
    case 'QUOTE_SINGLE':
      return 'single';
    case 'QUOTE_DOUBLE':
      return 'double';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return 'plain';
  }
}

const isLineEnd = (c: number): boolean => c === 10 || c === 13 || c === 32 || c === 9;

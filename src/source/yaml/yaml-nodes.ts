import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node, Pair, ParsedNode, Scalar, YAMLMap } from 'yaml';
import type { Finding } from '../codes.js';
import { diagnostic } from '../diagnostic.js';
import type { Diagnostic, DiagnosticDetails, Fix } from '../diagnostic.js';
import { MAX_ALIASED_NODES, MAX_YAML_DEPTH } from '../limits.js';
import type { ScalarStyle, YamlEntry, YamlMap, YamlNode, YamlScalar } from './node.js';
import { setOrigin } from '../offset-map.js';
import { positionAt } from '../span.js';
import type { SourceFile, Span } from '../span.js';
import { codes } from './yaml-codes.js';

/** The text that YAML read, and the way from its offsets to those of the file. */
export interface Placement {
  readonly file: SourceFile;
  readonly text: string;
  readonly repaired: boolean;
  readonly toFile: (offset: number) => number;
  /** Whether a key that appears twice in a map is kept rather than refused. */
  readonly keepsRepeated: boolean;
}

export interface Nodes {
  readonly node: YamlNode;
  readonly diagnostics: readonly Diagnostic[];
}

/** A composed document as plain nodes. Its depth must have been checked. */
export function toNodes(contents: ParsedNode, placement: Placement): Nodes {
  const reader = new NodeReader(placement);
  return { node: reader.node(contents, 0), diagnostics: reader.diagnostics };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

const YAML_TAG = 'tag:yaml.org,2002:';

interface Sized {
  readonly node: YamlNode;
  /** Nodes in it, aliases expanded. */
  readonly size: number;
  /** Levels below it. */
  readonly height: number;
}

class NodeReader {
  readonly diagnostics: Diagnostic[] = [];
  /** Null while the anchored node is being read. */
  private readonly anchors = new Map<string, Sized | null>();
  private expanded = 0;
  private bombed = false;
  private size = 0;
  /** The deepest level since an anchor was begun. */
  private deepest = 0;

  constructor(private readonly placement: Placement) {}

  private span(start: number, end: number): Span {
    const { file, toFile } = this.placement;
    return { file, start: toFile(start), end: toFile(end) };
  }

  private report(
    finding: Finding,
    [start, end]: readonly [number, number],
    details?: DiagnosticDetails,
  ): void {
    const span = this.span(start, Math.max(end, start + 1));
    this.diagnostics.push(diagnostic(finding, span, details));
  }

  private quoted(text: string, [start, end]: readonly [number, number]): Fix {
    const edits = [{ span: this.span(start, end), text: `'${text.replaceAll("'", "''")}'` }];
    return { title: 'Put the value in single quotes', edits };
  }

  private rangeOf(node: Node): [number, number] {
    return node.range ? [node.range[0], node.range[1]] : [0, 0];
  }

  node(node: Node, depth: number): YamlNode {
    this.deepest = Math.max(this.deepest, depth);
    if (isAlias(node)) return this.alias(node.source, this.rangeOf(node), depth);
    const anchor = (node as Scalar).anchor;
    if (!anchor) return this.content(node, depth);
    this.anchors.set(anchor, null);
    const sizeBefore = this.size;
    const deepestBefore = this.deepest;
    this.deepest = depth;
    const made = this.content(node, depth);
    const height = this.deepest - depth;
    this.anchors.set(anchor, { node: made, size: this.size - sizeBefore, height });
    this.deepest = Math.max(this.deepest, deepestBefore);
    return made;
  }

  private content(node: Node, depth: number): YamlNode {
    this.size++;
    const [start, end] = this.rangeOf(node);
    if (isScalar(node)) return this.scalar(node);
    if (isMap(node)) {
      this.checkTag(node.tag, 'map', start);
      return this.map(node, depth);
    }
    if (isSeq(node)) {
      this.checkTag(node.tag, 'seq', start);
      const items = node.items.map((i) => this.node(i as Node, depth + 1));
      return { kind: 'list', span: this.span(start, end), items };
    }
    return this.nothing(start);
  }

  private checkTag(tag: string | undefined, kind: 'map' | 'seq', start: number): void {
    if (tag !== undefined && tag !== '!' && tag !== YAML_TAG + kind) this.badTag(tag, start);
  }

  private badTag(tag: string, at: number): void {
    const shown = tag.startsWith(YAML_TAG) ? `!!${tag.slice(YAML_TAG.length)}` : tag;
    this.report(codes['yaml-tag']({ tag: shown }), [Math.max(0, at - 1), at]);
  }

  private scalar(node: Scalar): YamlScalar {
    const [start, end] = this.rangeOf(node);
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    const text = node.source ?? '';
    if (style === 'plain' && text === '') {
      const meant = this.markAlone(node, start);
      if (meant) return meant;
    }
    const value = this.valueOf(node, text, style, start);
    const colon = style === 'plain' ? NO_BREAK_COLON.exec(text) : null;
    if (colon) {
      const at = start + colon[0].length;
      const edits = [{ span: this.span(at - 1, at), text: ' ' }];
      const fix = { title: 'Replace the no-break space with a space', edits };
      this.report(codes['no-break-space'](), [start, end], { fix });
    }
    const { file, text: source, repaired, toFile } = this.placement;
    if (style === 'plain') this.checkFolded(source, start, end);
    const span = this.span(start, end);
    if (!repaired) return { kind: 'scalar', span, value, text, style };
    // A quote that is not in the file was put there by a repair.
    const bare = style === 'single' && file.text[span.start] !== "'";
    const made: YamlScalar = { kind: 'scalar', span, value, text, style: bare ? 'plain' : style };
    setOrigin(made, { text: source, start, end, style, toFile });
    return made;
  }

  /** `- x` below a value goes on with the value, where its author meant a list. */
  private checkFolded(source: string, start: number, end: number): void {
    const feed = source.indexOf('\n', start);
    if (feed < 0 || feed >= end) return;
    if (source[start] === '-' && !/\n[ \t]*[^-\s]/.test(source.slice(feed, end))) {
      this.report(codes['yaml-dash-without-space'](), [start, end]);
      return;
    }
    const dash = /\n[ \t]*- /.exec(source.slice(feed, end));
    if (!dash) return;
    const at = feed + dash.index + dash[0].length - 2;
    this.report(codes['yaml-folded-list'](), [at, at + 1]);
  }

  private valueOf(
    node: Scalar,
    text: string,
    style: ScalarStyle,
    start: number,
  ): YamlScalar['value'] {
    const value = node.value as YamlScalar['value'];
    const { tag } = node;
    if (tag === undefined) return value;
    const type = value === null ? 'null' : typeof value;
    switch (tag) {
      case '!':
      case `${YAML_TAG}str`:
        return text;
      case `${YAML_TAG}int`:
      case `${YAML_TAG}float`:
        if (type === 'number') return value;
        break;
      case `${YAML_TAG}bool`:
        if (type === 'boolean') return value;
        break;
      case `${YAML_TAG}null`:
        if (type === 'null') return value;
    }
    this.badTag(tag, start);
    return style === 'plain' && text === '' ? null : text;
  }

  /** `&lt;x` or `!x` with nothing after it: an anchor or a tag to YAML, a string to its author. */
  private markAlone(node: Scalar, at: number): YamlScalar | null {
    const { text } = this.placement;
    let mark: string | null = null;
    if (node.anchor !== undefined && !text.includes(`*${node.anchor}`)) mark = `&${node.anchor}`;
    else if (node.tag !== undefined && /^!./.test(node.tag)) mark = node.tag;
    if (mark === null) return null;
    const start = text.lastIndexOf(mark, at);
    if (start < 0 || text.slice(start + mark.length, at).trim() !== '') return null;
    const end = start + mark.length;
    const code = mark[0] === '&' ? 'unquoted-anchor' : 'unquoted-tag';
    const fix = this.quoted(mark, [start, end]);
    this.report(codes[code]({ text: mark }), [start, end], { fix });
    return { kind: 'scalar', span: this.span(start, end), value: mark, text: mark, style: 'plain' };
  }

  private nothing(at: number): YamlScalar {
    return { kind: 'scalar', span: this.span(at, at), value: null, text: '', style: 'plain' };
  }

  private alias(name: string, range: readonly [number, number], depth: number): YamlNode {
    const known = this.anchors.get(name);
    const [start, end] = range;
    if (known === null) {
      this.report(codes['cyclic-alias']({ name }), range);
      return this.nothing(start);
    }
    if (!known) {
      const text = `*${name}`;
      const fix = this.quoted(text, range);
      this.report(codes['unquoted-wildcard']({ name, text }), range, { fix });
      return { kind: 'scalar', span: this.span(start, end), value: text, text, style: 'plain' };
    }
    this.expanded += known.size;
    this.size += known.size;
    const reach = depth + known.height;
    this.deepest = Math.max(this.deepest, reach);
    if (this.expanded > MAX_ALIASED_NODES || reach > MAX_YAML_DEPTH) {
      if (!this.bombed) {
        const slots = { nodes: MAX_ALIASED_NODES, levels: MAX_YAML_DEPTH };
        this.report(codes['alias-bomb'](slots), range);
      }
      this.bombed = true;
      return this.nothing(start);
    }
    return known.node;
  }

  private map(node: YAMLMap, depth: number): YamlMap {
    const entries: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    const repeated: YamlEntry[] = [];
    const seen = new Map<string, YamlScalar>();
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const keyNode = pair.key;
      if (!keyNode || !(isScalar(keyNode) || isAlias(keyNode))) {
        const range = keyNode ? this.rangeOf(keyNode) : this.rangeOf(node);
        this.report(codes['yaml-key'](), range);
        continue;
      }
      const key = this.node(keyNode, depth + 1);
      if (key.kind !== 'scalar') continue;
      const value = pair.value ? this.node(pair.value, depth + 1) : this.nullAfter(key);
      if (key.text === '<<' && key.style === 'plain') {
        const sources = value.kind === 'list' ? value.items : [value];
        for (const source of sources) {
          if (source.kind === 'map') for (const e of source.entries) merged.push(e);
          else this.diagnostics.push(diagnostic(codes['yaml-merge'](), key.span));
        }
        continue;
      }
      const first = seen.get(key.text);
      if (first) {
        if (this.placement.keepsRepeated) repeated.push({ key, value });
        else this.diagnostics.push(duplicateKey(key, first));
        continue;
      }
      seen.set(key.text, key);
      entries.push({ key, value });
    }
    for (const entry of merged) {
      if (seen.has(entry.key.text)) continue;
      seen.set(entry.key.text, entry.key);
      entries.push(entry);
    }
    const [start, end] = this.rangeOf(node);
    const span = this.span(start, end);
    return { kind: 'map', span, entries, ...(repeated.length > 0 ? { repeated } : {}) };
  }

  private nullAfter(key: YamlScalar): YamlScalar {
    return { kind: 'scalar', span: key.span, value: null, text: '', style: 'plain' };
  }
}

export function duplicateKey(key: YamlScalar, first: YamlScalar): Diagnostic {
  const { line } = positionAt(first.span.file, first.span.start);
  const related = [{ message: 'the first definition of this key', span: first.span }];
  return diagnostic(codes['duplicate-key']({ key: key.text, line }), key.span, { related });
}

const NO_BREAK_COLON = /^[\w|.-]+:[\u00a0\u2007\u202f]/;

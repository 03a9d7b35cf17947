import type { DetectionItem, DetectionNode, ItemValue } from '../../model/detection.js';
import { textMatcher } from '../../model/patterns/glob.js';
import { isAny, isAnything, pattern as join } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import type { Regex } from '../../model/regex/ast.js';
import { partsOf } from '../../model/rewrite.js';
import type { StringValue, Value } from '../../model/value.js';
import type { Span } from '../../source/span.js';
import { itemOf, someValue, textValue } from './in-columns.js';
import type { InColumns } from './in-columns.js';
import { beforeNumber, keyPatterns } from './registry-keys.js';

type PathReading = 'registry-key' | 'registry-path' | 'registry-value';

/** What is asked of a path of the registry, asked of the columns that hold its key and the name of its value. */
export function pathInColumns(
  item: DetectionItem,
  as: PathReading,
  key: string,
  name: string,
): InColumns {
  return new PathReader(item, as, key, name).read();
}

/** What Sysmon calls a value that has no name. */
const DEFAULT = '(default)';

/** More values than this, of which key and name may each hold the end, are asked of both in one. */
const MOST_IN_EITHER = 6;

/** A key, and the name of a value in it, that together are as a path must be. Null: whatever it is. */
interface Place {
  readonly key: StringPattern | null;
  readonly name: StringPattern | 'none' | 'some' | null;
}

class PathReader {
  private readonly nodes: DetectionNode[] = [];
  /** By the key: names in one key are asked for together. */
  private readonly named = new Map<
    string,
    { readonly key: DetectionNode | null; names: Value[] }
  >();

  constructor(
    private readonly item: DetectionItem,
    private readonly as: PathReading,
    private readonly key: string,
    private readonly name: string,
  ) {}

  read(): InColumns {
    const { item } = this;
    const rest: ItemValue[] = [];
    const either: StringValue[] = [];
    for (const value of item.values) {
      const isPath = value.kind === 'string' && !value.cased && value.pattern.length > 0;
      const places = isPath ? this.placesOf(value.pattern) : [];
      if (!isPath || places.length === 0) rest.push(value);
      else if (places.length > 1 && isJoinable(value.pattern)) either.push(value);
      else if (!this.ask(places, value.span)) rest.push(value);
    }
    const isLong = either.length > MOST_IN_EITHER;
    if (!isLong) for (const { pattern, span } of either) this.ask(this.placesOf(pattern), span);
    const named = [...this.named.values()].map(({ key, names }) => {
      const asked = itemOf(item, this.name, names, names[0]!.span);
      return key ? partsOf(item, 'all', [key, asked]) : asked;
    });
    return { nodes: [...named, ...this.nodes], rest, joined: isLong ? either : [] };
  }

  /**
   * Where the last backslash of a path may be in a pattern: the last one that it has, or within any
   * `*` after that. No name of a value is taken to have a backslash. None: where it has a `?`.
   */
  private placesOf(path: StringPattern): readonly Place[] {
    if (path.some((p) => typeof p === 'object' && !isAny(p))) return [];
    if (this.as === 'registry-key') return [{ key: path, name: null }];
    const last = path.findLastIndex((p) => typeof p === 'string' && p.includes('\\'));
    const places: Place[] = [];
    const add = (key: StringPattern, name: StringPattern): void => {
      const any = this.as === 'registry-path' ? 'some' : null;
      places.push({ key: isAnything(key) ? null : key, name: isAnything(name) ? any : name });
    };
    path.forEach((part, i) => {
      if (i < last) return;
      if (typeof part === 'object') add(path.slice(0, i + 1), path.slice(i));
      else if (i === last) {
        const at = part.lastIndexOf('\\');
        const [before, after] = [part.slice(0, at), part.slice(at + 1)];
        add(join([...path.slice(0, i), before]), join([after, ...path.slice(i + 1)]));
      }
    });
    if (this.as !== 'registry-path') return places;
    // A key by itself, or with any value in it.
    const whole = places.findIndex((p) => p.name === 'some' && isSame(p.key, path));
    if (whole < 0) return [...places, { key: path, name: 'none' }];
    return places.with(whole, { key: path, name: null });
  }

  /** Whether it is asked; not where that takes rewriting every key. */
  private ask(places: readonly Place[], span: Span): boolean {
    const parts = places.map(({ key, name }) => {
      const names = this.namesOf(name, span);
      return { keys: key === null ? null : this.keyNode(key, span), names, key };
    });
    if (parts.some((p) => (p.key === null ? p.names.length === 0 : !p.keys))) return false;
    const [first, ...others] = parts;
    if (first!.names.length > 0 && others.length === 0 && this.item.linking === 'any') {
      const of = JSON.stringify(first!.key);
      const known = this.named.get(of);
      if (known) known.names.push(...first!.names);
      else this.named.set(of, { key: first!.keys, names: [...first!.names] });
      return true;
    }
    const nodes = parts.map(({ keys, names }) => {
      const named = names.length === 0 ? [] : [itemOf(this.item, this.name, names, span)];
      return partsOf(this.item, 'all', [...(keys ? [keys] : []), ...named]);
    });
    this.nodes.push(partsOf(this.item, 'any', nodes));
    return true;
  }

  private keyNode(asked: StringPattern, span: Span): DetectionNode | null {
    const patterns = keyPatterns(asked);
    if (patterns) return this.keyItem(patterns, span);
    const set = beforeNumber(asked);
    if (!set) return null;
    const { item } = this;
    const numbered = { ...this.keyItem([set.numbered], span), negated: !item.negated };
    const elsewhere = partsOf(item, 'all', [this.keyItem([asked], span), numbered]);
    return partsOf(item, 'any', [elsewhere, this.keyItem([set.later], span)]);
  }

  private keyItem(patterns: readonly (StringPattern | Regex)[], span: Span): DetectionItem {
    const values = patterns.map((p): Value =>
      'ast' in p
        ? { kind: 'regex', regex: p, span }
        : { kind: 'string', pattern: p, cased: false, span },
    );
    return itemOf(this.item, this.key, values, span);
  }

  private namesOf(name: Place['name'], span: Span): readonly Value[] {
    if (name === null) return [];
    if (name === 'some') return [someValue(span)];
    if (name === 'none') return [textValue('', span)];
    const named: Value = { kind: 'string', pattern: name, cased: false, span };
    const isDefault = this.as === 'registry-value' && textMatcher(name, false)(DEFAULT);
    return isDefault ? [textValue('', span), named] : [named];
  }
}

function isSame(a: StringPattern | null, b: StringPattern): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Whether it finds the same where keys are as Windows writes them, and values may have no name. */
function isJoinable(path: StringPattern): boolean {
  const patterns = keyPatterns(path);
  if (patterns?.length !== 1 || 'ast' in patterns[0]! || !isSame(patterns[0]!, path)) return false;
  const last = path.findLast((p) => typeof p === 'string') ?? '';
  const end = last.slice(last.lastIndexOf('\\') + 1).toLowerCase();
  return end === '' || !DEFAULT.includes(end);
}

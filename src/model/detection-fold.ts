import type { DetectionGroup, DetectionItem, DetectionNode } from './detection.js';
import { foldTree } from './tree.js';

/** What a group and an item give, a group from what its parts gave. */
export interface DetectionFold<T> {
  group(items: readonly T[], node: DetectionGroup): T;
  item(node: DetectionItem): T;
}

const NONE: readonly DetectionNode[] = [];

export function foldDetection<T>(root: DetectionNode, fold: DetectionFold<T>): T {
  return foldTree<DetectionNode, T>(
    root,
    (node) => (node.kind === 'detection-group' ? node.items : NONE),
    (node, items) => (node.kind === 'detection-group' ? fold.group(items, node) : fold.item(node)),
  );
}

/** The items of a tree, in order. */
export function itemsOf(root: DetectionNode): readonly DetectionItem[] {
  if (root.kind === 'detection-item') return [root];
  const items: DetectionItem[] = [];
  foldDetection(root, { group: () => undefined, item: (node) => void items.push(node) });
  return items;
}

/**
 * The tree with something in place of each item, null to drop it; a group that loses all of its
 * items is dropped too. The same object if nothing changed.
 */
export function mapItems(
  root: DetectionNode,
  map: (item: DetectionItem) => DetectionNode,
): DetectionNode;
export function mapItems(
  root: DetectionNode,
  map: (item: DetectionItem) => DetectionNode | null,
): DetectionNode | null;
export function mapItems(
  root: DetectionNode,
  map: (item: DetectionItem) => DetectionNode | null,
): DetectionNode | null {
  if (root.kind === 'detection-item') return map(root);
  return foldDetection<DetectionNode | null>(root, {
    item: map,
    group(items, node) {
      if (items.every((item, i) => item === node.items[i])) return node;
      const kept = items.filter((item) => item !== null);
      return kept.length === 0 ? null : { ...node, items: kept };
    },
  });
}

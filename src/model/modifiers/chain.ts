import type { Finding } from '../../source/codes.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/yaml/node.js';
import type { Span } from '../../source/span.js';
import type { DetectionItem, ValueGroup } from '../detection.js';
import type { Name } from '../name.js';
import type { Value } from '../value.js';
import { MAX_PREDICATES } from '../../source/limits.js';
import { codes } from './codes.js';
import { finish, valueOf } from './draft.js';
import type { Draft } from './draft.js';
import type { Chain, Expansion, ModifierTable } from './modifier.js';
import { resolveModifiers } from './resolve.js';

export interface Applied extends Pick<DetectionItem, 'linking' | 'negated' | 'values'> {
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: readonly Diagnostic[] = Object.freeze([]);

/** Applies modifiers in order to the values of one item. An error ends the chain. */
export function applyModifiers(
  table: ModifierTable,
  modifiers: readonly Name[],
  scalars: readonly YamlScalar[],
  hasField: boolean,
  expansion: Expansion,
): Applied {
  if (modifiers.length === 0) {
    const values = scalars.map((s) => valueOf(s, false));
    return { values, linking: 'any', negated: false, diagnostics: NONE };
  }
  const diagnostics: Diagnostic[] = [];
  let failed = false;
  const report: Chain['report'] = (finding, span, details) => {
    failed ||= finding.severity === 'error';
    diagnostics.push(diagnostic(finding, span, details));
  };
  const names = modifiers.map((m) => m.text.trim().toLowerCase());
  const resolved = resolveModifiers(table, modifiers, names, hasField, report);
  const expand = names.includes('expand');
  const chain = {
    scalars,
    drafts: scalars.map((s): readonly Draft[] => [valueOf(s, expand)]),
    linking: 'any' as Chain['linking'],
    negated: false,
    written: modifiers,
    names,
    hasField,
    index: 0,
    expansion,
    report,
  };
  for (const [index, modifier] of resolved.entries()) {
    if (failed) break;
    chain.index = index;
    modifier.apply(chain);
  }
  const values = chain.drafts.map((drafts, index): Value | ValueGroup => {
    if (drafts.length === 1) return finish(drafts[0]!);
    return { kind: 'value-group', values: drafts.map(finish), span: scalars[index]!.span };
  });
  return { values, linking: chain.linking, negated: chain.negated, diagnostics };
}

/** The place of the modifier that is being applied. */
export function spanOf(chain: Chain): Span {
  return chain.written[chain.index]!.span;
}

/** Replaces each value by what `change` makes of it; refuses the value where that is null. */
export function mapDrafts(
  chain: Chain,
  change: (draft: Draft, scalar: YamlScalar) => Draft | readonly Draft[] | null,
  refusal: (draft: Draft) => Finding,
): void {
  chain.drafts = chain.drafts.map((drafts, index) => {
    const scalar = chain.scalars[index]!;
    const made: Draft[] = [];
    for (const draft of drafts) {
      const changed = change(draft, scalar);
      if (changed === null) {
        chain.report(refusal(draft), draft.span);
        return drafts;
      }
      if ('kind' in changed) made.push(changed);
      else if (!affords(chain, changed.length)) return drafts;
      else for (const each of changed) made.push(each);
    }
    return made;
  });
}

/** Whether a value may become so many; what that costs is counted where it grows. */
function affords(chain: Chain, values: number): boolean {
  const { expansion } = chain;
  if (expansion.left < 0) return false;
  expansion.left -= values - 1;
  if (expansion.left >= 0) return true;
  chain.report(codes['expansion-too-large']({ max: MAX_PREDICATES }), spanOf(chain));
  return false;
}

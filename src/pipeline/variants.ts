import { LOG_SOURCE_KEYS } from '../model/rule.js';
import type { LogSource, Rule } from '../model/rule.js';
import { diagnostic } from '../source/diagnostic.js';
import { systemsMeant } from '../store/choice/products.js';
import { applyPipelines, sourcesFor } from './apply.js';
import type { ApplyOptions, Processed } from './apply.js';
import { codes } from './codes.js';
import type { Pipeline } from './pipeline.js';

/** What became of a rule for one of its log sources. */
export type Variant = readonly [Processed, ...Processed[]];

/** More combinations of log sources than a rule would name. */
const MAX_VARIANTS = 32;

/**
 * A rule's lists in its log source mean any of them, and each may lead to other fields and sources:
 * so the rule goes through the pipelines once for each, and one that names no product once for each
 * operating system that has sources of its own. Null if there are too many.
 */
export function applyToEach(
  rule: Rule,
  pipelines: readonly Pipeline[],
  options: ApplyOptions,
): readonly Variant[] | null {
  const systems = systemsMeant(rule.logsource, sourcesFor(pipelines, options.target));
  const rules = variantsOf(withProducts(rule, systems));
  if (!rules) return null;
  const variants = withEvents(rules.map((r) => applyPipelines(r, pipelines, options)));
  return systems.length === 0 ? variants : withSources(variants, rule);
}

function withProducts(rule: Rule, products: readonly string[]): Rule {
  if (products.length === 0) return rule;
  const { logsource } = rule;
  const product = products.map((text) => ({ text, span: logsource.span }));
  return { ...rule, logsource: { ...logsource, product } };
}

/** Once for each combination of the names of its log source; null if there are too many. */
function variantsOf(rule: Rule): readonly Rule[] | null {
  let variants: readonly LogSource[] = [rule.logsource];
  for (const key of LOG_SOURCE_KEYS) {
    if (rule.logsource[key].length < 2) continue;
    variants = variants.flatMap((v) => v[key].map((name) => ({ ...v, [key]: [name] })));
    if (variants.length > MAX_VARIANTS) return null;
  }
  return variants.length === 1 ? [rule] : variants.map((logsource) => ({ ...rule, logsource }));
}

/** Of several log sources, those of which an event may satisfy the rule; all if none is left. */
function withEvents(variants: readonly Variant[]): readonly Variant[] {
  const possible = variants.filter(
    ([first]) => !first.diagnostics.some((d) => d.code === 'source-contradicts-rule'),
  );
  return possible.length > 0 ? possible : variants;
}

/** Of the systems of a rule that names none, those that have all that it asks; the first if none has. */
function withSources(variants: readonly Variant[], { logsource }: Rule): readonly Variant[] {
  const [first, ...others] = variants.filter(isComplete);
  if (!first) return variants.slice(0, 1);
  const { span } = logsource;
  const systems = listed([first, ...others]);
  const told = [diagnostic(codes['logsource-no-product']({ systems }), span)];
  const without = variants.filter((v) => !isComplete(v));
  if (without.length > 0) {
    const finding = codes['logsource-product-left-out']({ systems: listed(without) });
    told.push(diagnostic(finding, span, { direction: 'narrower' }));
  }
  const [head, ...rest] = first;
  return [[{ ...head, diagnostics: [...told, ...head.diagnostics] }, ...rest], ...others];
}

function isComplete(variant: Variant): boolean {
  return variant.every((p) => p.diagnostics.every((d) => d.severity !== 'error'));
}

/** `windows, linux and macos` */
function listed(variants: readonly Variant[]): string {
  const names = variants.flatMap(([{ rule }]) => rule.logsource.product.map((p) => p.text));
  return names.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

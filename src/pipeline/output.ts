import { stringify } from 'yaml';
import type { Rule } from '../model/rule.js';
import { joinTexts, placeIn, placeInJson, replaceIn } from '../source/mapped-text.js';
import { templateCodes } from './templates/template-codes.js';
import { attributeOf } from './conditions/rule.js';
import type { Json } from '../source/json.js';
import type { Finalizer, PostprocessingItem, Run, Variables } from './pipeline.js';
import { readRegex, readReplacement } from './regex.js';
import { readFormat } from './templates/format-string.js';
import type { FormatField } from './templates/format-string.js';
import { jsonOf } from './settings.js';
import type { Settings } from './settings.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';
import { MEMBER_NAMES, memberOf } from './templates/template-filters.js';
import { placeOf, readTemplate, RULE_NAMES } from './templates/template.js';

/* What is done to queries once they are written. */

const OBJECTS: readonly string[] = ['related', 'logsource', 'custom_attributes', 'source'];
const ATTRIBUTES = RULE_NAMES.filter((n) => !OBJECTS.includes(n));

/** What templates may know of a rule. */
function ruleObject(rule: Rule, run?: Run): { readonly [key: string]: Json } {
  const entries = ATTRIBUTES.map((name) => [name, attributeOf(rule, name) ?? null]);
  // https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md#taxonomy
  const taxonomy = rule.taxonomy ?? 'sigma';
  const { category, product, service, definition } = rule.logsource;
  const first = (names: typeof category): Json => names[0]?.text ?? null;
  const logsource = {
    category: first(category),
    product: first(product),
    service: first(service),
    definition,
  };
  return {
    ...(Object.fromEntries(entries) as Record<string, Json>),
    taxonomy,
    // The list is in an object of its own, as pySigma has it.
    related: rule.related.length === 0 ? null : { related: rule.related as readonly Json[] },
    logsource,
    source: { path: rule.span.file.path },
    custom_attributes: customAttributes(rule, run),
  };
}

/** Keys that are not the specification's, and those that a pipeline has set. */
function customAttributes(rule: Rule, run?: Run): { readonly [key: string]: Json } {
  const known: ReadonlySet<string> = new Set([...RULE_NAMES, 'detection']);
  const own = rule.document.entries.filter((e) => !known.has(e.key.text.toLowerCase()));
  return Object.fromEntries([
    ...own.map((e) => [e.key.text, jsonOf(e.value)] as const),
    ...(run ? [...run.attributes] : []),
  ]);
}

function withMethods(
  values: { readonly rule: object; readonly pipeline: Json },
  { document }: Rule,
): Readonly<Record<string, unknown>> {
  return { ...values, rule: { ...values.rule, to_dict: () => jsonOf(document) } };
}

function pipelineObject(run: Run): Json {
  return { vars: valuesOf(run.variables), state: Object.fromEntries(run.state) };
}

function valuesOf(variables: Variables): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(variables).map(([name, { value }]) => [name, value]));
}

export const postprocessings: Readonly<
  Record<string, (settings: Settings) => PostprocessingItem['apply']>
> = {
  embed(settings) {
    const [prefix, suffix] = [settings.text('prefix') ?? '', settings.text('suffix') ?? ''];
    return (query) => joinTexts([prefix, query, suffix]);
  },
  simple_template(settings) {
    const parts = readFormat(settings);
    return (query, rule, run) => {
      const values = { rule: ruleObject(rule, run), pipeline: pipelineObject(run) };
      return joinTexts(
        parts.map((part) => {
          if (typeof part === 'string') return part;
          return part.path[0] === 'query' ? query : valueAt(values, part, rule, run);
        }),
      );
    };
  },
  template(settings) {
    const template = readTemplate(settings, ['rule', 'query']);
    return (mapped, rule, run) => {
      if (!template) return mapped;
      const values = { rule: ruleObject(rule, run), pipeline: pipelineObject(run) };
      const { custom_attributes: custom } = values.rule;
      for (const name of template.custom) {
        if (!Object.hasOwn(custom as object, name)) tellMissing(name, template.span, rule, run);
      }
      return placeIn((query) => template.render({ ...withMethods(values, rule), query }), mapped);
    };
  },
  json(settings) {
    const node = settings.scalar('json_template');
    let parsed: Json = null;
    if (!node) settings.missing('json_template');
    else {
      try {
        parsed = JSON.parse(node.text) as Json;
      } catch {
        settings.fail(templateCodes['pipeline-json'](), node.span);
      }
    }
    return (mapped) => placeInJson((query) => fill(parsed, query), mapped);
  },
  replace(settings) {
    const regex = readRegex(settings, 'pattern');
    const replacement = readReplacement(settings, 'replacement', regex) ?? '';
    return (query) =>
      regex ? replaceIn(query, regex.replacements(query.text, replacement)) : query;
  },
};

function tellMissing(name: string, span: Span, rule: Rule, run: Run): void {
  const finding = templateCodes['pipeline-template-missing']({ name, place: placeOf(span) });
  run.report(diagnostic(finding, rule.document.entries[0]?.key.span ?? rule.span));
}

/** The values of `{rule.title}` and its like. */
function valueAt(values: Json, { path, span }: FormatField, rule: Rule, run: Run): string {
  let value: Json | undefined = values;
  for (const key of path) {
    const holder = value as Record<string, Json> | string | null | undefined;
    if (typeof holder === 'string' && MEMBER_NAMES.includes(key)) {
      value = memberOf(key, holder) as Json;
      continue;
    }
    value =
      holder !== null && typeof holder === 'object' && Object.hasOwn(holder, key)
        ? holder[key]
        : undefined;
  }
  if (value === undefined) {
    tellMissing(path.join('.'), span, rule, run);
    return '';
  }
  if (value === null) return 'None';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Puts the query in place of each string of the JSON that is `%QUERY%`, as pySigma does. */
function fill(json: Json, query: string): Json {
  if (typeof json === 'string') return json === '%QUERY%' ? query : json;
  if (Array.isArray(json)) return (json as readonly Json[]).map((j) => fill(j, query));
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, fill(v as Json, query)]));
}

function listed(queries: readonly string[] | string): readonly string[] {
  return typeof queries === 'string' ? [queries] : queries;
}

export const finalizers: Readonly<Record<string, (settings: Settings) => Finalizer['apply']>> = {
  concat(settings) {
    const separator = settings.text('separator') ?? '\n';
    const [prefix, suffix] = [settings.text('prefix') ?? '', settings.text('suffix') ?? ''];
    return (queries) => prefix + listed(queries).join(separator) + suffix;
  },
  template(settings) {
    const template = readTemplate(settings, ['queries']);
    return (queries, variables) =>
      template?.render({ queries, pipeline: { vars: valuesOf(variables), state: {} } }) ?? '';
  },
  json(settings) {
    const indent = settings.count('indent', 0);
    return (queries) => JSON.stringify(queries, null, indent);
  },
  yaml(settings) {
    const indent = settings.count('indent', 2);
    return (queries) =>
      stringify(typeof queries === 'string' ? queries : [...queries], {
        indent: Math.max(1, indent),
        lineWidth: 0,
      }).trimEnd();
  },
};

import { Template } from '@huggingface/jinja';
import { stringify } from 'yaml';
import type { Rule } from '../model/rule.js';
import { joinTexts, placeIn, placeInJson, replaceIn } from '../source/mapped-text.js';
import { codes } from './codes.js';
import { attributeOf } from './conditions/rule.js';
import type { Json } from '../source/json.js';
import type { Finalizer, PostprocessingItem, Run } from './pipeline.js';
import { readRegex } from './regex.js';
import type { Settings } from './settings.js';

/*
 * What is done to queries once they are written. Templates are Jinja's, run by an interpreter that
 * knows the values it is given and nothing else: no file, no code.
 * https://jinja.palletsprojects.com/en/stable/templates/
 */

const ATTRIBUTES = [
  'title',
  'id',
  'name',
  'status',
  'level',
  'description',
  'author',
  'date',
  'modified',
  'license',
  'references',
  'tags',
  'fields',
  'falsepositives',
] as const;

/** What templates may know of a rule. */
function ruleObject(rule: Rule): Json {
  const entries = ATTRIBUTES.map((name) => [name, attributeOf(rule, name) ?? null]);
  const { category, product, service } = rule.logsource;
  const first = (names: typeof category): Json => names[0]?.text ?? null;
  const logsource = { category: first(category), product: first(product), service: first(service) };
  return { ...(Object.fromEntries(entries) as Record<string, Json>), logsource };
}

function readTemplate(settings: Settings): Template | null {
  if (settings.has('path') || settings.has('vars')) {
    const key = settings.has('path') ? 'path' : 'vars';
    settings.node('path');
    settings.node('vars');
    settings.fail(codes['pipeline-refused-key']({ key }), settings.span(key));
  }
  const node = settings.scalar('template');
  if (!node) {
    settings.missing('template');
    return null;
  }
  try {
    return new Template(node.text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    settings.fail(codes['pipeline-template']({ reason }), node.span);
    return null;
  }
}

function render(template: Template | null, values: Readonly<Record<string, unknown>>): string {
  return template ? template.render(values) : '';
}

function pipelineObject(run: Run): Json {
  return { vars: run.variables, state: Object.fromEntries(run.state) };
}

export const postprocessings: Readonly<
  Record<string, (settings: Settings) => PostprocessingItem['apply']>
> = {
  embed(settings) {
    const [prefix, suffix] = [settings.text('prefix') ?? '', settings.text('suffix') ?? ''];
    return (query) => joinTexts([prefix, query, suffix]);
  },
  simple_template(settings) {
    const template = settings.required('template');
    const parts = template.split(/(\{(?:query|rule(?:\.\w+)*)\})/);
    return (query, rule) =>
      joinTexts(
        parts.map((part, i) => {
          if (i % 2 === 0) return part;
          return part === '{query}' ? query : attributeText(part, rule);
        }),
      );
  },
  template(settings) {
    const template = readTemplate(settings);
    return (mapped, rule, run) => {
      const values = { rule: ruleObject(rule), pipeline: pipelineObject(run) };
      return placeIn((query) => render(template, { ...values, query }), mapped);
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
        settings.fail(codes['pipeline-json'](), node.span);
      }
    }
    return (mapped) => placeInJson((query) => fill(parsed, query), mapped);
  },
  replace(settings) {
    const regex = readRegex(settings, 'pattern');
    const replacement = settings.text('replacement') ?? '';
    if (!settings.has('replacement')) settings.missing('replacement');
    return (query) =>
      regex ? replaceIn(query, regex.replacements(query.text, replacement)) : query;
  },
};

/** The value of `{rule.title}` and the like; unchanged if there is no such attribute. */
function attributeText(found: string, rule: Rule): string {
  let value: Json | undefined = { rule: ruleObject(rule) };
  for (const key of found.slice(1, -1).split('.')) {
    const holder = value as Record<string, Json> | null | undefined;
    value =
      holder !== null && typeof holder === 'object' && Object.hasOwn(holder, key)
        ? holder[key]
        : undefined;
  }
  if (value === undefined) return found;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Puts the query in place of `%QUERY%` in strings of the JSON. */
function fill(json: Json, query: string): Json {
  if (typeof json === 'string') return json.replaceAll('%QUERY%', () => query);
  if (Array.isArray(json)) return (json as readonly Json[]).map((j) => fill(j, query));
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(Object.entries(json).map(([k, v]) => [k, fill(v as Json, query)]));
}

export const finalizers: Readonly<Record<string, (settings: Settings) => Finalizer['apply']>> = {
  concat(settings) {
    const separator = settings.text('separator') ?? '\n';
    const [prefix, suffix] = [settings.text('prefix') ?? '', settings.text('suffix') ?? ''];
    return (queries) => prefix + queries.join(separator) + suffix;
  },
  template(settings) {
    const template = readTemplate(settings);
    return (queries, variables) => render(template, { queries, pipeline: { vars: variables } });
  },
  json(settings) {
    const indent = Number(settings.text('indent') ?? 0);
    return (queries) => JSON.stringify(queries, null, Number.isInteger(indent) ? indent : 0);
  },
  yaml(settings) {
    const indent = Number(settings.text('indent') ?? 2);
    return (queries) =>
      stringify([...queries], {
        indent: Number.isInteger(indent) && indent > 0 ? indent : 2,
        lineWidth: 0,
      }).trimEnd();
  },
};

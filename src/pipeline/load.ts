import { expectArgument } from '../source/arguments.js';
import { decode, fromText } from '../source/decode.js';
import { diagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Json } from '../source/json.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../source/yaml/node.js';
import type { Span } from '../source/span.js';
import { readYaml } from '../source/yaml/yaml.js';
import { codes } from './codes.js';
import { templateCodes } from './templates/template-codes.js';
import { itemConditions } from './conditions/detection-item.js';
import { fieldConditions } from './conditions/field-name.js';
import { readConditions, requires } from './conditions/group.js';
import { ruleConditions } from './conditions/rule.js';
import { unknownIds } from './item-ids.js';
import { finalizers, postprocessings } from './output.js';
import type { Finalizer, Pipeline, PostprocessingItem, ProcessingItem } from './pipeline.js';
import { Settings, jsonOf } from './settings.js';
import { readSources } from './sources.js';
import { fieldTransformations } from './transformations/fields.js';
import type { TransformationReader } from './transformations/fields.js';
import { nestReader } from './transformations/nest.js';
import {
  placeholderTransformations,
  refusedTransformations,
} from './transformations/placeholders.js';
import { ruleTransformations } from './transformations/rule.js';
import { valueTransformations } from './transformations/values.js';

export interface LoadedPipeline {
  /** Null if `diagnostics` has an error. */
  readonly pipeline: Pipeline | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a pipeline in the YAML format of pySigma, or field mappings alone: a file with `mapping` and
 * nothing else. Every problem is reported at once, each at its place.
 * https://sigmahq-pysigma.readthedocs.io/en/latest/Processing_Pipelines.html
 */
export function loadPipeline(
  text: string | Uint8Array,
  options: { readonly path?: string | undefined } = {},
): LoadedPipeline {
  const isText = typeof text === 'string' || ArrayBuffer.isView(text);
  expectArgument(isText, 'loadPipeline takes a string or a Uint8Array', text);
  const path = options.path ?? '<text>';
  const decoded = typeof text === 'string' ? fromText(text, path) : decode(text, path);
  const diagnostics: Diagnostic[] = [...decoded.diagnostics];
  const [document, second] = readYaml(decoded.file);
  diagnostics.push(...(document?.diagnostics ?? []));
  let pipeline: Pipeline | null = null;
  if (second) diagnostics.push(diagnostic(codes['pipeline-several'](), second.span));
  const root = document?.root;
  const rule = root?.kind === 'map' && root.entries.find((e) => OF_RULES_ALONE.has(e.key.text));
  if (rule) diagnostics.push(diagnostic(codes['pipeline-is-a-rule'](), rule.key.span));
  else if (root?.kind === 'map') {
    pipeline = new Loader(diagnostics, path).pipeline(root);
    diagnostics.push(...unknownIds(root));
  } else if (!diagnostics.some((d) => d.severity === 'error')) {
    const span = document?.span ?? { file: decoded.file, start: 0, end: 0 };
    diagnostics.push(diagnostic(codes['pipeline-not-a-map'](), span));
  }
  return loaded(pipeline, diagnostics);
}

const OF_RULES_ALONE: ReadonlySet<string> = new Set(['detection', 'correlation', 'filter']);

/**
 * As `loadPipeline`, for one that ships with a target: its YAML as JSON, which is read many times
 * as fast and needs no places.
 */
export function loadShipped(json: string, name: string): LoadedPipeline {
  const span = { file: { path: name, text: '' }, start: 0, end: 0 };
  const root = nodeOf(JSON.parse(json) as Json, span) as YamlMap;
  const diagnostics: Diagnostic[] = [];
  return loaded(new Loader(diagnostics, name, true).pipeline(root), diagnostics);
}

function loaded(pipeline: Pipeline | null, diagnostics: Diagnostic[]): LoadedPipeline {
  const failed = diagnostics.some((d) => d.severity === 'error');
  diagnostics.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  return { pipeline: failed ? null : pipeline, diagnostics };
}

/** As nodes, which are made as they are read: most of a pipeline is about other log sources. */
function nodeOf(json: Json, span: Span): YamlNode {
  if (Array.isArray(json)) {
    let items: readonly YamlNode[] | null = null;
    return {
      kind: 'list',
      span,
      get items() {
        return (items ??= (json as readonly Json[]).map((j) => nodeOf(j, span)));
      },
    };
  }
  if (json !== null && typeof json === 'object') {
    let entries: readonly YamlEntry[] | null = null;
    return {
      kind: 'map',
      span,
      get entries() {
        return (entries ??= Object.entries(json).map(([key, value]) => ({
          key: scalarOf(key, span),
          value: nodeOf(value as Json, span),
        })));
      },
    };
  }
  return scalarOf(json as string | number | boolean | null, span);
}

function scalarOf(value: string | number | boolean | null, span: Span): YamlScalar {
  return { kind: 'scalar', span, value, text: value === null ? '' : String(value), style: 'plain' };
}

const transformationReaders: Readonly<Record<string, TransformationReader>> = {
  ...fieldTransformations,
  ...ruleTransformations,
  ...valueTransformations,
  ...placeholderTransformations,
};

const SECTIONS = {
  transformation: 'transformations',
  postprocessing: 'postprocessing',
  finalizer: 'finalizers',
} as const;

/** Transformations that look at no item or field of a rule, in pySigma neither. */
const OF_RULES: ReadonlySet<string> = new Set(
  (
    'add_condition add_field change_logsource nest remove_field rule_failure set_custom_attribute ' +
    'set_field set_state'
  ).split(' '),
);

/** Keys of a pipeline that have an effect, if only on other pipelines. */
const EFFECTIVE: ReadonlySet<string> = new Set(
  'transformations mapping sources types vars postprocessing finalizers'.split(' '),
);

/** Nested steps. */
const MAX_NESTING = 20;

class Loader {
  private depth = 0;
  private setsState = false;

  constructor(
    private readonly diagnostics: Diagnostic[],
    private readonly path: string,
    /** It ships, so that nothing of it needs to be read only to see that it is right. */
    private readonly shipped = false,
  ) {}

  pipeline(root: YamlMap): Pipeline {
    const settings = new Settings(root, 'a pipeline', this.diagnostics);
    const name =
      settings.text('name') ?? this.path.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/i, '');
    const priority = Number(settings.text('priority') ?? 0);
    if (Number.isNaN(priority)) {
      settings.wrongType('priority', 'a number', settings.span('priority'));
    }
    const variables = Object.fromEntries(
      settings.entries('vars').map(({ key, value }) => {
        return [key.text, { value: jsonOf(value), text: jsonOf(value, 'text') }];
      }),
    );
    const targets = settings.texts('allowed_backends');
    const stores = settings.texts('store');
    const items = settings.items('transformations').flatMap((n) => this.item(n) ?? []);
    if (settings.node('mapping')) items.unshift(mappingItem(settings));
    const postprocessing = settings
      .items('postprocessing')
      .flatMap((n) => this.postprocessing(n) ?? []);
    const finalizing = settings.items('finalizers').flatMap((n) => this.finalizer(n) ?? []);
    const sources = readSources(settings, this.shipped);
    settings.finish();
    const failed = this.diagnostics.some((d) => d.severity === 'error');
    if (!failed && !root.entries.some((e) => EFFECTIVE.has(e.key.text))) {
      settings.warn(codes['pipeline-empty'](), root.span);
    }
    return {
      name,
      priority,
      targets,
      stores,
      variables,
      items,
      sources,
      postprocessing,
      finalizers: finalizing,
    };
  }

  item(node: YamlNode): ProcessingItem | null {
    const opened = this.open(node, 'transformation');
    if (!opened) return null;
    const { settings, type } = opened;
    const id = settings.text('id');
    const isOfLogSource = requires(settings, 'rule', 'logsource');
    const appliesTo = readConditions(settings, 'rule', ruleConditions) ?? (() => true);
    const appliesToItem =
      readConditions(settings, 'detection_item', itemConditions) ?? (() => true);
    const appliesToField = readConditions(settings, 'field_name', fieldConditions) ?? (() => true);
    const apply = this.transformation(type, settings);
    if (!apply) return null;
    this.setsState ||= type === 'set_state';
    if (OF_RULES.has(type)) {
      for (const key of ['detection_item_conditions', 'field_name_conditions']) {
        if (!settings.has(key)) continue;
        const finding = codes['pipeline-conditions-ignored']({ type, key });
        this.diagnostics.push(diagnostic(finding, settings.span(key)));
      }
    }
    settings.finish();
    return {
      id,
      transformation: { type, apply },
      appliesTo,
      appliesToItem,
      appliesToField,
      isOfLogSource,
      isFact: this.shipped,
      span: node.span,
    };
  }

  private transformation(
    type: string,
    settings: Settings,
  ): ReturnType<TransformationReader> | null {
    const span = settings.node('type')?.span ?? settings.map.span;
    if (type === 'nest') {
      if (this.depth >= MAX_NESTING) {
        settings.fail(codes['pipeline-too-deep']({ max: MAX_NESTING }), span);
        return null;
      }
      if (!settings.has('items')) settings.missing('items');
      this.depth++;
      const items = settings.items('items').flatMap((n) => this.item(n) ?? []);
      this.depth--;
      return nestReader(items);
    }
    if (Object.hasOwn(refusedTransformations, type)) {
      const reason = refusedTransformations[type]!;
      settings.fail(codes['pipeline-refused-type']({ type, reason }), span);
      return null;
    }
    const reader = settings.reader(type, transformationReaders, 'transformation', ['nest']);
    return reader && reader(settings);
  }

  private postprocessing(node: YamlNode): PostprocessingItem | null {
    const opened = this.open(node, 'postprocessing');
    if (!opened) return null;
    const { settings, type } = opened;
    const id = settings.text('id');
    const appliesTo = readConditions(settings, 'rule', ruleConditions) ?? (() => true);
    let apply: PostprocessingItem['apply'] | null;
    if (type === 'nest') {
      const items = settings.items('items').flatMap((n) => this.postprocessing(n) ?? []);
      apply = (query, rule, run) =>
        items.reduce((q, i) => (i.appliesTo(rule, run) ? i.apply(q, rule, run) : q), query);
    } else {
      const reader = settings.reader(type, postprocessings, 'postprocessing', ['nest']);
      apply = reader && reader(settings);
    }
    if (!apply) return null;
    settings.finish();
    return { id, type, appliesTo, apply };
  }

  private finalizer(node: YamlNode): Finalizer | null {
    const opened = this.open(node, 'finalizer');
    if (!opened) return null;
    const { settings, type } = opened;
    let apply: Finalizer['apply'] | null;
    if (type === 'nested') {
      const inner = settings.items('finalizers').flatMap((n) => this.finalizer(n) ?? []);
      apply = (queries, variables) => {
        let output = queries;
        for (const f of inner) output = f.apply(output, variables);
        return typeof output === 'string' ? output : output.join('\n');
      };
    } else {
      const reader = settings.reader(type, finalizers, 'finalizer', ['nested']);
      apply = reader && reader(settings);
      const template = type === 'template' ? settings.scalar('template') : null;
      if (this.setsState && template && /\bpipeline\.state\b/.test(template.text)) {
        settings.fail(templateCodes['pipeline-template-state'](), template.span);
      }
    }
    if (!apply) return null;
    settings.finish();
    return { type, apply };
  }

  private open(
    node: YamlNode,
    what: keyof typeof SECTIONS,
  ): { settings: Settings; type: string } | null {
    if (node.kind !== 'map') {
      const slots = { key: SECTIONS[what], expected: 'a map with a `type`' };
      this.diagnostics.push(diagnostic(codes['pipeline-wrong-item'](slots), node.span));
      return null;
    }
    const type = node.entries.find((e) => e.key.text === 'type')?.value;
    const name = type?.kind === 'scalar' ? type.text : '';
    const owner = name === '' ? `a step of \`${SECTIONS[what]}\`` : `the ${what} \`${name}\``;
    const settings = new Settings(node, owner, this.diagnostics);
    settings.node('type');
    if (name === '') settings.missing('type');
    return name === '' ? null : { settings, type: name };
  }
}

/** Field names of the user's own, without the rest of the format. */
function mappingItem(settings: Settings): ProcessingItem {
  return {
    id: null,
    transformation: {
      type: 'field_name_mapping',
      apply: fieldTransformations['field_name_mapping']!(settings),
    },
    appliesTo: () => true,
    appliesToItem: () => true,
    appliesToField: () => true,
    isOfLogSource: false,
    isFact: false,
    span: settings.span('mapping'),
  };
}

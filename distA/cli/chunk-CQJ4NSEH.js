import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  predicateOf,
  stringPredicate
} from "./chunk-VU7UZY2M.js";
import {
  anyOf,
  print,
  simplify
} from "./chunk-BFXIZFVL.js";
import {
  applyPipelines,
  inOrder,
  postprocess,
  variantsOf
} from "./chunk-4PC5COSH.js";
import {
  resolveIdentifiers
} from "./chunk-TFEGJOVY.js";
import {
  diagnostic,
  hasPlaceholder,
  parsePattern,
  pattern
} from "./chunk-NSDVFCW7.js";

// src/predicate/lower.ts
var EXPANSION_LIMIT = 1e4;
function lower(rule, condition, placeholders = {}) {
  let lowering = new Lowering(rule, placeholders);
  condition.aggregation && lowering.fail(
    condition.aggregation.kind === "near" ? "near-not-converted" : "aggregation-not-converted",
    condition.aggregation.kind === "near" ? "The old `near` has no single-event meaning and is not converted. Write a temporal correlation rule instead." : "The old aggregation after `|` is not converted yet. Write a correlation rule (event_count, value_count) instead.",
    condition.aggregation.span
  );
  let expression = lowering.condition(condition.expression);
  return { expression: lowering.diagnostics.some((d) => d.severity === "error") ? null : expression, diagnostics: lowering.diagnostics };
}
var Lowering = class {
  constructor(rule, placeholders) {
    this.rule = rule;
    this.placeholders = placeholders;
    this.identifiers = new Map(rule.detection.identifiers.map((i) => [i.name.text, i]));
  }
  rule;
  placeholders;
  diagnostics = [];
  identifiers;
  done = /* @__PURE__ */ new Map();
  fail(code, message, span) {
    this.diagnostics.push(diagnostic("error", code, message, span));
  }
  condition(node) {
    let { span } = node;
    switch (node.kind) {
      case "condition-and":
      case "condition-or":
        return link(
          node.kind === "condition-and" ? "and" : "or",
          node.operands.map((o) => this.condition(o)),
          span
        );
      case "condition-not":
        return { kind: "not", operand: this.condition(node.operand), span };
      case "condition-identifier": {
        let identifier = this.identifiers.get(node.name);
        return identifier ? this.identifier(identifier) : never(span);
      }
      case "condition-quantified": {
        let operands = resolveIdentifiers(node, this.rule.detection.identifiers).map(
          (i) => this.identifier(i)
        );
        return node.count === "all" ? link("and", operands, span) : node.count > 1 && combinations(operands.length, node.count) > EXPANSION_LIMIT ? (this.fail(
          "quantifier-too-large",
          `\`${node.count} of\` ${operands.length} search identifiers has too many combinations. Split the rule.`,
          span
        ), never(span)) : atLeast(node.count, operands, span);
      }
    }
  }
  identifier(identifier) {
    let expression = this.done.get(identifier);
    return expression || (expression = this.node(identifier.body), this.done.set(identifier, expression)), expression;
  }
  node(node) {
    if (node.kind === "detection-item") return this.item(node);
    let operands = node.items.map((n) => this.node(n));
    return link(node.linking === "all" ? "and" : "or", operands, node.span);
  }
  item(item) {
    let operands = [];
    for (let value of item.values)
      if (value.kind === "value-group") {
        let alternatives = value.values.map((v) => this.value(item.field, v));
        operands.push(link("or", alternatives, value.span));
      } else operands.push(this.value(item.field, value));
    let linked = operands.length === 0 ? never(item.span) : link(item.linking === "all" ? "and" : "or", operands, item.span);
    return item.negated ? { kind: "not", operand: linked, span: item.span } : linked;
  }
  value(field, value) {
    if (value.kind === "string") {
      let alternatives = this.expand(value.pattern, value.span).map((p) => stringPredicate(field, p, value.cased, value.span));
      return link("or", alternatives, value.span);
    }
    let predicate = predicateOf(field, value);
    return predicate || (this.fail(
      "keyword-needs-text",
      "A keyword is searched for in the text of the whole event, so it must be a string, a number or a regular expression. Name a field.",
      value.span
    ), never(value.span));
  }
  /** Every pattern that comes of giving the placeholders their values. */
  expand(parts, span) {
    if (!hasPlaceholder(parts)) return [parts];
    let heads = [[]];
    for (let part of parts) {
      if (typeof part == "string" || part.kind !== "placeholder") {
        for (let head of heads) head.push(part);
        continue;
      }
      let values = Object.hasOwn(this.placeholders, part.name) ? this.placeholders[part.name] : void 0;
      if (!values)
        return this.fail(
          "placeholder-unresolved",
          `The placeholder %${part.name}% has no values here. Give it some: --placeholder '${part.name}=VALUE' on the command line, \`placeholders\` in the library.`,
          span
        ), [];
      if (heads.length * values.length > EXPANSION_LIMIT)
        return this.fail(
          "placeholder-too-large",
          `The placeholders of this value expand to more than ${EXPANSION_LIMIT} values. Give them fewer.`,
          span
        ), [];
      let patterns = values.map(parsePattern);
      heads = heads.flatMap((head) => patterns.map((p) => [...head, ...p]));
    }
    return heads.map(pattern);
  }
};
function never(span) {
  return { kind: "constant", value: !1, span };
}
function link(kind, operands, span) {
  return operands.length === 1 ? operands[0] : operands.length === 0 ? { kind: "constant", value: kind === "and", span } : { kind, operands, span };
}
function combinations(k, n) {
  let ways = 1;
  for (let i = 1; i <= Math.min(n, k - n); i++)
    if (ways = ways * (k - Math.min(n, k - n) + i) / i, ways * n > EXPANSION_LIMIT) return 1 / 0;
  return ways * n;
}
function atLeast(n, operands, span) {
  if (n <= 0) return { kind: "constant", value: !0, span };
  if (n > operands.length) return never(span);
  if (n === 1) return link("or", operands, span);
  if (n === operands.length) return link("and", operands, span);
  let ways = [];
  for (let i = 0; i + n <= operands.length; i++) {
    let rest = atLeast(n - 1, operands.slice(i + 1), span);
    ways.push({ kind: "and", operands: [operands[i], rest], span });
  }
  return link("or", ways, span);
}

// src/convert.ts
function convert(collection, options) {
  let settings = settingsOnce(options), queries = [];
  for (let item of collection.items) {
    if (item.content?.kind === "filter") continue;
    if (item.content?.kind !== "rule") {
      queries.push(refused(item, settings, []));
      continue;
    }
    let variants = process(item.content, settings);
    item.content.detection.conditions.forEach((_, index) => {
      queries.push(convertCondition(item, variants, index, settings));
    });
  }
  return queries;
}
var settingsOf = /* @__PURE__ */ new WeakMap();
function settingsOnce(options) {
  let settings = settingsOf.get(options);
  return settings || settingsOf.set(options, settings = resolveSettings(options)), settings;
}
function resolveSettings(options) {
  let { backend, format } = options, chosenFormat = format === void 0 ? backend.formats[0] : backend.formats.find((f) => f.name === format);
  if (!chosenFormat) {
    let names = backend.formats.map((f) => f.name).join(", ");
    throw new RangeError(`${backend.name} has no format '${format}'. It has: ${names}.`);
  }
  let backendOptions = resolveOptions(backend, options.options ?? {}), pipelines = inOrder(options.pipelines ?? []), tablesChosen = backend.tablesChosen?.(backendOptions) ?? [], pipelineNames = pipelines.map((p) => p.name);
  return { ...options, pipelines, pipelineNames, chosenFormat, backendOptions, tablesChosen };
}
function resolveOptions(backend, given) {
  let resolved = {};
  for (let option of backend.options)
    resolved[option.name] = option.values?.[0] ?? option.default ?? "";
  for (let [name, value] of Object.entries(given)) {
    let option = backend.options.find((o) => o.name === name);
    if (!option) {
      let names = backend.options.map((o) => o.name).join(", ") || "none";
      throw new RangeError(`${backend.name} has no option '${name}'. It has: ${names}.`);
    }
    let where = `${backend.name}.${name}`;
    if (option.values && !option.values.includes(value))
      throw new RangeError(`${where} cannot be '${value}'. It takes: ${option.values.join(", ")}.`);
    let wrong = option.check?.(value);
    if (wrong) throw new RangeError(`${where} cannot be '${value}': ${wrong}`);
    resolved[name] = value;
  }
  return resolved;
}
function process(rule, settings) {
  let { pipelines, backend, tables, tablesChosen } = settings, options = { target: backend.name, tables, tablesChosen }, variants = pipelines.length === 0 ? [rule] : variantsOf(rule);
  if (variants) return variants.map((v) => applyPipelines(v, pipelines, options));
  let tooMany = diagnostic("error", "logsource-too-large", "The log source names too many combinations for the pipelines. Split the rule.", rule.logsource.span);
  return [{ ...applyPipelines(rule, [], options), diagnostics: [tooMany] }];
}
function convertCondition(item, variants, index, settings) {
  let { backend, chosenFormat } = settings, [processed] = variants, { rule } = processed, lowered = variants.map(
    (v) => lowerFor(v.rule, v.rule.detection.conditions[index], settings)
  ), before = distinct([...variants, ...lowered].flatMap((v) => v.diagnostics)), trees = lowered.flatMap((l) => l.expression ?? []);
  if (trees.length < variants.length || before.some((d) => d.severity === "error"))
    return refused(item, settings, before);
  let report = new Reporter(settings.strict ?? !1), branches = branchesOf(variants, trees).map(
    ({ state, tree }) => backend.emit(
      {
        rule,
        expression: simplified(tree, settings),
        options: settings.backendOptions,
        format: chosenFormat.name,
        state,
        tables: settings.tables
      },
      report
    )
  ), doc = branches.length === 1 ? branches[0] : backend.union?.(branches, chosenFormat.name);
  if (!doc) {
    let message = `The rule's log sources are kept in different places, and ${backend.name} has no way to ask several at once in the format ${chosenFormat.name}. Convert it with a pipeline for one of them.`;
    report.refuse("pipeline-several-states", message, rule.logsource.span);
  }
  let diagnostics = [...before, ...report.diagnostics];
  if (report.refused || !doc) return refused(item, settings, diagnostics);
  let printed = print(doc, {
    width: settings.width ?? 100,
    compact: settings.compact ?? !1
  }), queryText = postprocess(printed.text, processed, settings.pipelines);
  return {
    item,
    target: backend.name,
    format: chosenFormat.name,
    pipelines: settings.pipelineNames,
    text: chosenFormat.wrap ? chosenFormat.wrap(queryText, rule) : queryText,
    queryText,
    fidelity: report.approximated ? "approximate" : "exact",
    diagnostics,
    segments: moved(printed, queryText)
  };
}
function branchesOf(variants, trees) {
  if (variants.length === 1) return [{ state: variants[0].state, tree: trees[0] }];
  let byState = /* @__PURE__ */ new Map();
  return variants.forEach(({ state }, i) => {
    let key = JSON.stringify([...state]), known = byState.get(key);
    known ? known.trees.push(trees[i]) : byState.set(key, { state, trees: [trees[i]] });
  }), [...byState.values()].map((b) => ({ state: b.state, tree: anyOf(b.trees) }));
}
function distinct(diagnostics) {
  if (diagnostics.length < 2) return diagnostics;
  let known = /* @__PURE__ */ new Map();
  for (let d of diagnostics) {
    let key = `${d.code} ${d.span?.start ?? 0} ${d.span?.end ?? 0} ${d.message}`;
    known.has(key) || known.set(key, d);
  }
  return [...known.values()];
}
function moved({ text, segments }, within) {
  if (within === text) return segments;
  let by = within.indexOf(text);
  return by <= 0 ? by === 0 ? segments : [] : segments.map((s) => ({ ...s, start: s.start + by, end: s.end + by }));
}
var loweredOf = /* @__PURE__ */ new WeakMap(), simplifiedOf = /* @__PURE__ */ new WeakMap(), NO_PLACEHOLDERS = {};
function lowerFor(rule, condition, settings) {
  let { pipelines, placeholders } = settings;
  return pipelines.length > 0 ? lower(rule, condition, placeholders) : lowerOnce(rule, condition, placeholders);
}
function lowerOnce(rule, condition, placeholders = NO_PLACEHOLDERS) {
  let known = loweredOf.get(condition);
  if (known?.placeholders === placeholders) return known.lowered;
  let lowered = lower(rule, condition, placeholders);
  return loweredOf.set(condition, { placeholders, lowered }), lowered;
}
function simplified(tree, { pipelines, backend }) {
  return pipelines.length > 0 ? simplify(tree, backend.simplify) : simplifyOnce(tree, backend.simplify);
}
function simplifyOnce(expression, options) {
  let known = simplifiedOf.get(expression);
  known || simplifiedOf.set(expression, known = /* @__PURE__ */ new Map());
  let key = `${options.oneOf} ${options.pushNegation}`, simple = known.get(key);
  return simple || known.set(key, simple = simplify(expression, options)), simple;
}
function refused(item, settings, diagnostics) {
  return {
    item,
    target: settings.backend.name,
    format: settings.chosenFormat.name,
    pipelines: settings.pipelineNames,
    text: null,
    queryText: null,
    fidelity: "refused",
    diagnostics,
    segments: []
  };
}
var Reporter = class {
  constructor(strict) {
    this.strict = strict;
  }
  strict;
  diagnostics = [];
  refused = !1;
  approximated = !1;
  seen = /* @__PURE__ */ new Set();
  approximate(direction, polarity, code, message, span) {
    let effect = polarity === "positive" ? direction : direction === "wider" ? "narrower" : "wider";
    this.approximated = !0, this.strict && (this.refused = !0);
    let lead = effect === "wider" ? "May match more than the rule" : "May miss what the rule matches";
    this.add(this.strict ? "error" : "warning", code, `${lead}: ${message}`, span, effect);
  }
  refuse(code, message, span) {
    this.refused = !0, this.add("error", code, message, span);
  }
  note(code, message, span) {
    this.add("note", code, message, span);
  }
  add(severity, code, message, span, direction) {
    let key = `${code} ${span.start} ${span.end} ${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    let made = diagnostic(severity, code, message, span);
    this.diagnostics.push(direction ? { ...made, direction } : made);
  }
};

export {
  lower,
  convert,
  resolveOptions
};

import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  diagnostic,
  nearest
} from "./chunk-NSDVFCW7.js";

// src/model/condition/resolve.ts
function resolveIdentifiers({ pattern }, identifiers) {
  return pattern === null ? identifiers.filter((i) => !i.name.text.startsWith("_")) : identifiers.filter((i) => fits(pattern, i.name.text));
}
function fits(pattern, name) {
  let p = 0, star = -1, resume = 0, n = 0;
  for (; n < name.length; )
    if (pattern[p] === "*")
      star = p++, resume = n;
    else if (p < pattern.length && (pattern[p] === "?" || pattern[p] === name[n]))
      p++, n++;
    else if (star >= 0)
      p = star + 1, n = ++resume;
    else return !1;
  for (; pattern[p] === "*"; ) p++;
  return p === pattern.length;
}
var MAX_SUGGESTIONS = 20;
function checkConditions(conditions, identifiers) {
  let diagnostics = [], byName = new Map(identifiers.map((i) => [i.name.text, i])), used = /* @__PURE__ */ new Set(), undefinedNames = /* @__PURE__ */ new Set(), visit = (node) => {
    switch (node.kind) {
      case "condition-and":
      case "condition-or":
        node.operands.forEach(visit);
        break;
      case "condition-not":
        visit(node.operand);
        break;
      case "condition-identifier": {
        let found = byName.get(node.name);
        if (found) used.add(found);
        else if (!undefinedNames.has(node.name)) {
          undefinedNames.add(node.name);
          let like = undefinedNames.size <= MAX_SUGGESTIONS ? nearest(node.name, byName.keys()) : null, hint = like ? `Did you mean \`${like}\`?` : "Define it under `detection`, or correct the name.", message = `There is no search identifier \`${node.name}\`. ${hint}`;
          diagnostics.push(diagnostic("error", "undefined-identifier", message, node.span));
        }
        break;
      }
      case "condition-quantified":
        diagnostics.push(...checkQuantified(node, identifiers, used));
    }
  };
  for (let { expression, aggregation } of conditions)
    visit(expression), aggregation?.kind === "near" && visit(aggregation.expression);
  for (let identifier of identifiers) {
    if (used.has(identifier)) continue;
    let message = `No condition uses \`${identifier.name.text}\`. Name it in the condition, or remove it.`;
    diagnostics.push(diagnostic("warning", "unused-identifier", message, identifier.name.span));
  }
  return diagnostics;
}
function checkQuantified(node, identifiers, used) {
  let found = resolveIdentifiers(node, identifiers);
  for (let identifier of found) used.add(identifier);
  if (found.length === 0) {
    let message = node.pattern === null ? "`them` leaves out what begins with `_`, and there is no other search identifier. Name them, or define one." : `The pattern \`${node.pattern}\` fits no search identifier, so it can never match. Correct it, or define one.`;
    return [diagnostic("error", "pattern-matches-nothing", message, node.span)];
  }
  if (node.count === 0)
    return [diagnostic("error", "quantifier-zero", "`0 of` always holds. Write `1 of` or `not 1 of`.", node.span)];
  if (node.count !== "all" && node.count > found.length) {
    let message = `Only ${found.length === 1 ? "one search identifier fits" : `${found.length} search identifiers fit`}, so \`${node.count} of\` can never match. Lower the number.`;
    return [diagnostic("error", "quantifier-never-matches", message, node.span)];
  }
  return [];
}

export {
  resolveIdentifiers,
  checkConditions
};

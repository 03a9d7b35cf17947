import {
  concat,
  enclose,
  group,
  line
} from "./chunk-JRTGEL3U.js";

// src/backend/contract.ts
function negate(polarity) {
  return polarity === "positive" ? "negative" : "positive";
}

// src/backend/boolean.ts
var ATOM = 100;
function atom(doc) {
  return { doc, binding: ATOM };
}
function emitBoolean(expression, syntax, leaf, polarity = "positive") {
  switch (expression.kind) {
    case "and":
    case "or": {
      const emitted = expression.operands.map((o) => emitBoolean(o, syntax, leaf, polarity));
      return linkWith(syntax, expression.kind, emitted);
    }
    case "not":
      return syntax.not(emitBoolean(expression.operand, syntax, leaf, negate(polarity)));
    default:
      return leaf(expression, polarity);
  }
}
function linkWith(syntax, kind, operands) {
  const [only] = operands;
  if (only && operands.length === 1) return only;
  const { longest } = syntax;
  if (longest !== void 0 && operands.length > longest) {
    const groups = [];
    for (let i = 0; i < operands.length; i += longest) {
      const linked = linkWith(syntax, kind, operands.slice(i, i + longest));
      groups.push(linked.binding === ATOM ? linked : atom(parenthesise(linked.doc)));
    }
    return linkWith(syntax, kind, groups);
  }
  const operator = syntax[kind];
  const parts = [];
  for (const operand of operands) {
    if (parts.length > 0) parts.push(line, `${operator.word} `);
    const tight = syntax.explicit ? operand.binding === ATOM || operand.binding === operator.binding : operand.binding >= operator.binding;
    parts.push(tight ? operand.doc : parenthesise(operand.doc));
  }
  return { doc: group(...parts), binding: operator.binding };
}
function parenthesise(doc) {
  return enclose("(", doc, ")");
}
function prefixNot(word, binding) {
  return (operand) => ({
    doc: concat(`${word} `, operand.binding === ATOM ? operand.doc : parenthesise(operand.doc)),
    binding
  });
}

export {
  negate,
  ATOM,
  atom,
  emitBoolean,
  linkWith,
  parenthesise,
  prefixNot
};

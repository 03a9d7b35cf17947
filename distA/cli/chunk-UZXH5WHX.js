import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/catalog/corpus/kusto-syntax.ts
function kustoParser({ Kusto, Bridge }) {
  let { KustoCode, KustoFacts } = Kusto.Language, names = /* @__PURE__ */ new Map();
  return {
    parse(text) {
      try {
        let code = KustoCode.Parse(text), found = code.GetDiagnostics();
        if (found.Count === 0) return { root: code.Syntax };
        let { Message: message, Start: at } = found.getItem(0);
        return { problem: { message: `Microsoft's parser says: ${oneLine(message)}`, at: Math.min(at, text.length) } };
      } catch (error) {
        let reason = error instanceof Error ? error.message : String(error);
        return { problem: { message: `Microsoft's parser gave up: ${oneLine(reason)}`, at: 0 } };
      }
    },
    typeOf(element) {
      let name = names.get(element.constructor);
      return name === void 0 && (name = Bridge.Reflection.getTypeName(element).replace(/^.*\./, "").replace(/[`$].*$/, ""), names.set(element.constructor, name)), name;
    },
    stringValue: (literal) => KustoFacts.GetStringLiteralValue(literal)
  };
}
function children(element) {
  let out = [];
  for (let i = 0; i < element.ChildCount; i++) {
    let child = element.GetChild(i);
    child && out.push(child);
  }
  return out;
}
function items(list) {
  return children(list).map((separated) => children(separated)[0]);
}
function outermost(element, isWanted) {
  let found = [], stack = [element];
  for (let node = stack.pop(); node; node = stack.pop())
    isWanted(node) ? found.push(node) : stack.push(...children(node).reverse());
  return found;
}
function bracketDepth(text) {
  let depth = 0, deepest = 0;
  for (let [token] of text.matchAll(BRACKETS_AND_TEXTS))
    token === "(" || token === "[" || token === "{" ? deepest = Math.max(deepest, ++depth) : (token === ")" || token === "]" || token === "}") && depth--;
  return deepest;
}
var BRACKETS_AND_TEXTS = /[()[\]{}]|\/\/[^\n]*|@"[^"\n]*"?|@'[^'\n]*'?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?/g;
function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

export {
  kustoParser,
  children,
  items,
  outermost,
  bracketDepth
};

import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/model/rule.ts
var LOG_SOURCE_KEYS = ["category", "product", "service"];

export {
  LOG_SOURCE_KEYS
};

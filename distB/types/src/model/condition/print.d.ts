import type { ConditionExpression } from './ast.js';
/** Writes a condition with no needless parentheses; parsed again, it is the same tree. */
export declare function printCondition(node: ConditionExpression): string;

import type { Doc, Expression, Report } from '../../src/backend/index.js';
/** The `where` command with all that must hold. */
export declare function whereCommand(expressions: readonly Expression[], report: Report): Doc;

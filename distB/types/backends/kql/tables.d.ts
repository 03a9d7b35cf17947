import type { Tables } from '../../src/backend/index.js';
export declare const tables: Tables;

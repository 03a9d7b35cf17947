import type { Format } from '../../src/backend/index.js';
export declare const formats: readonly Format[];

import { Settings } from '../settings.js';
import type { Source } from './source.js';
/** Reads `sources`: where events are stored, one after the other in the order of preference. */
export declare function readSources(settings: Settings): readonly Source[];

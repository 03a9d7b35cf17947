import type { Backend } from '../backend/index.js';
/** The targets that ship, and those of the packages that the user names. */
export declare function loadBackends(packages: readonly string[]): Promise<readonly Backend[]>;
/** @param names as given to `-t`: repeated, or separated by commas. */
export declare function chooseBackends(backends: readonly Backend[], names: readonly string[]): readonly Backend[];

import type { Regex, Translated } from '../../src/backend/index.js';
/**
 * Splunk runs PCRE, so nothing is lost; the pattern is written anew from its tree all the same.
 * https://docs.splunk.com/Documentation/Splunk/latest/Knowledge/AboutSplunkregularexpressions
 */
export declare function toPcre(regex: Regex): Translated;

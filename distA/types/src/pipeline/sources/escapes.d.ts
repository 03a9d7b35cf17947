import type { Value } from '../../model/value.js';
/**
 * A value, and the same as it stands in XML where that is different: a field that is cut out of XML
 * as text keeps its entities. Wildcards and dots count the characters of an entity.
 */
export declare function withXmlEscapes(value: Value): Value | readonly Value[];

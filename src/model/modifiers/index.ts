import type { Modifier } from './modifier.js';
import { cidr } from './cidr.js';
import { encoding } from './encoding.js';
import { generic } from './generic.js';
import { numeric } from './numeric.js';
import { regularExpression } from './regular-expression.js';
import { specific } from './specific.js';
import { string } from './string.js';
import { time } from './time.js';

/**
 * Every modifier, in the order of the specification's appendix.
 * https://sigmahq.io/sigma-specification/specification/sigma-appendix-modifiers.html
 */
export const modifiers: readonly Modifier[] = [
  ...generic,
  ...string,
  ...regularExpression,
  ...encoding,
  ...numeric,
  ...time,
  ...cidr,
  ...specific,
];

/** The same, by name. */
export const modifiersByName: ReadonlyMap<string, Modifier> = new Map(
  modifiers.map((m) => [m.name, m]),
);

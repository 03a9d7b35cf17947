import type { DetectionItem } from '../../model/detection.js';
import { ANY, isAny, pattern } from '../../model/patterns/pattern.js';
import type { StringPattern } from '../../model/patterns/pattern.js';
import { textOf } from '../../model/patterns/plain-text.js';
import { networkRegex } from '../../model/regex/from-network.js';
import { plainStrings } from '../../model/regex/plain.js';
import { mapAllValues } from '../../model/rewrite.js';
import type { Value } from '../../model/value.js';
import type { FieldRule } from '../source.js';
import { asElement, regexValue } from './elements.js';
import type { Loss } from './losses.js';

/**
 * What is asked of a field that has its values somewhere in its text: the same item where the rule asks
 * no more than that.
 *
 * @returns null where a part of the text does not decide it
 */
export function askedWithin(item: DetectionItem, rule: FieldRule): DetectionItem | null {
  const isJson = rule.kind === 'computed' && rule.as === 'json-text';
  return mapAllValues(item, isJson ? inJson : anywhere);
}

export function lossWithin(field: string, rule: FieldRule): Loss {
  const [column = field] =
    rule.kind === 'renamed' ? rule.to : rule.kind === 'computed' ? [rule.of] : [];
  return { kind: 'within', field, column };
}

/** Of JSON that has other fields, too: a string in it tells, and not whether there is one. */
function inJson(value: Value): Value | readonly Value[] | null {
  const { kind } = value;
  const isOpen = kind === 'string' && value.pattern.every(isAny);
  return isOpen || kind === 'null' || kind === 'exists' || kind === 'number'
    ? null
    : asElement(value);
}

function anywhere(value: Value): Value | readonly Value[] | null {
  switch (value.kind) {
    case 'null':
    case 'exists':
      return value;
    case 'number':
      return containing([textOf(value)!], false, value);
    case 'string': {
      const { pattern: given } = value;
      const isPart = isAny(given[0]) && isAny(given.at(-1));
      return isPart || given.length === 0 ? value : containing(given, value.cased, value);
    }
    case 'regex': {
      const plain = plainStrings(value.regex);
      return plain && plain.map((p) => containing(p.pattern, p.cased, value));
    }
    case 'cidr': {
      const addresses = networkRegex(value.network);
      if (!addresses) return null;
      const source = addresses.source.replace(/\.\*$/, '');
      return regexValue(`(?:^|[^0-9A-Fa-f.:])(?:${source})`, true, value.span);
    }
    default:
      return null;
  }
}

function containing(given: StringPattern, cased: boolean, { span }: Value): Value {
  return { kind: 'string', pattern: pattern([ANY, ...given, ANY]), cased, span };
}

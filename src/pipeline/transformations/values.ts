import { foldCase } from '../../model/patterns/case-folding.js';
import { textMatcher } from '../../model/patterns/glob.js';
import {
  hasPlaceholder,
  parseExpandable,
  parsePattern,
  pattern,
} from '../../model/patterns/pattern.js';
import type { PatternPart, StringPattern } from '../../model/patterns/pattern.js';
import { numberLiteral } from '../../model/modifiers/number.js';
import { parseRegex } from '../../model/regex/parse.js';
import type { RegexFlags } from '../../model/regex/ast.js';
import type { StringValue, Value } from '../../model/value.js';
import { diagnostic } from '../../source/diagnostic.js';
import { codes } from '../codes.js';
import type { Step, Transformation } from '../pipeline.js';
import { readHashes, unknownDigests } from '../../store/forms/hashes.js';
import { readRegex, readReplacement } from '../regex.js';
import type { PipelineRegex } from '../regex.js';
import type { DetectionItem } from '../../model/detection.js';
import { mapValues, valuesOf } from '../../model/rewrite.js';
import { rewriteItems } from '../rewrite.js';
import { plainText, textOf } from '../../model/patterns/plain-text.js';
import { writtenOf } from '../../store/literals.js';
import { writtenValue } from '../values.js';
import { CASES, CASE_NAMES } from './cases.js';
import { reportReplaced } from './fidelity.js';
import type { Extent, StepPlace } from './fidelity.js';
import type { YamlEntry } from '../../source/yaml/node.js';
import type { Settings } from '../settings.js';
import type { TransformationReader } from './fields.js';

type Change = (value: Value, step: Step, item: DetectionItem) => Value | readonly Value[];

function onValues(change: Change): Transformation['apply'] {
  return (rule, step) =>
    rewriteItems(rule, step, (item) => mapValues(item, (v) => change(v, step, item)));
}

type Extents = (before: Value, after: readonly Value[]) => readonly Extent[];

/**
 * Says at each item how its condition differs from the rule's.
 *
 * @param kinds values that it is applied to, although they may stay as they are
 */
function replacing(
  place: StepPlace,
  change: Change,
  extentsOf: Extents,
  kinds: readonly Value['kind'][] = [],
): Transformation['apply'] {
  return (rule, step) =>
    rewriteItems(
      rule,
      step,
      (item) => {
        const extents = new Set<Extent>();
        const made = mapValues(item, (before) => {
          const after = change(before, step, item);
          if (after === before) return before;
          const values = Array.isArray(after) ? (after as readonly Value[]) : [after as Value];
          for (const extent of extentsOf(before, values)) extents.add(extent);
          return after;
        });
        reportReplaced(rule, item, extents, place, step);
        return made;
      },
      (item) => valuesOf(item).some((v) => kinds.includes(v.kind)),
    );
}

/** A number that the change leaves as it is written stays one, and becomes a string otherwise. */
const onStringsAndNumbers =
  (change: (value: StringValue) => StringValue): Change =>
  (value) => {
    if (value.kind === 'string') return change(value);
    if (value.kind !== 'number') return value;
    const { number, span } = value;
    const spelled: StringValue = {
      kind: 'string',
      pattern: pattern([number.decimal]),
      cased: false,
      span,
    };
    const changed = change(spelled);
    return changed === spelled ? value : changed;
  };

const onStrings =
  (change: (value: StringValue) => Value | readonly Value[]): Change =>
  (value) =>
    value.kind === 'string' ? change(value) : value;

/** Whether a comparison that ignores case finds the same. */
function sameBesidesCase(before: Value, [after]: readonly Value[]): boolean {
  if (before.kind !== 'string' || after?.kind !== 'string' || before.cased) return false;
  const folded = (parts: StringPattern): readonly PatternPart[] =>
    parts.map((p) => (typeof p === 'string' ? foldCase(p) : p));
  const [a, b] = [folded(before.pattern), folded(after.pattern)];
  return a.length === b.length && a.every((p, i) => p === b[i]);
}

/** Values that still have what was asked for match more; any others match something else. */
const extentsOfStrings: Extents = (before, after) => {
  const text = writtenOf(before);
  if (text !== null && after.some((v) => covers(v, text))) return ['more'];
  const texts = after.map(writtenOf);
  if (texts.every((t) => t !== null && covers(before, t))) return ['fewer'];
  return ['more', 'fewer'];
};

function covers(value: Value, text: string): boolean {
  if (value.kind !== 'string' || hasPlaceholder(value.pattern)) return false;
  return textMatcher(value.pattern, value.cased)(value.cased ? text : foldCase(text));
}

const placeOf = (type: string, { map }: Settings): StepPlace => ({ type, span: map.span });

const hasWildcard = (replacement: string): boolean => /[*?]/.test(replacement);

/** A backslash is literal, and only escapes a wildcard if the replacement contains both. */
function withBackslashes(text: string, replacement: string): string {
  const own = /\\[*?]/.test(replacement) ? /\\(?![*?])/g : /\\/g;
  return text.replace(own, '\\\\');
}

/** A text whose own stars stay as they are, while those of the replacement are wildcards. */
function withWildcards(
  text: string,
  regex: PipelineRegex,
  replacement: string,
): readonly PatternPart[] {
  const parts: PatternPart[] = [];
  let end = 0;
  for (const found of regex.replacements(text, replacement)) {
    const replaced = parsePattern(withBackslashes(found.text, replacement));
    parts.push(text.slice(end, found.start), ...replaced);
    ({ end } = found);
  }
  return [...parts, text.slice(end)];
}

/** Steps on the values of detection items. */
export const valueTransformations: Readonly<Record<string, TransformationReader>> = {
  replace_string(settings) {
    const regex = readRegex(settings, 'regex');
    const replacement = readReplacement(settings, 'replacement', regex);
    const skipSpecial = settings.flag('skip_special');
    const interpret = settings.flag('interpret_special');
    const change = onStringsAndNumbers((value) => {
      if (!regex || replacement === null) return value;
      // Texts that hold a star as such would lose it where wildcards are text too.
      const apart =
        skipSpecial || value.pattern.some((p) => typeof p === 'string' && /[*?]/.test(p));
      if (!apart) {
        const plain = plainText(value.pattern);
        const replaced = regex.replace(plain, replacement);
        if (replaced === plain) return value;
        const escapedText = withBackslashes(replaced, replacement);
        const parse = hasPlaceholder(value.pattern) ? parseExpandable : parsePattern;
        return withPattern(value, parse(escapedText));
      }
      let changed = false;
      const parts = value.pattern.flatMap((p): readonly PatternPart[] => {
        if (typeof p !== 'string') return [p];
        const replaced = regex.replace(p, replacement);
        if (replaced === p) return [p];
        changed = true;
        if (skipSpecial) return interpret ? parsePattern(replaced) : [replaced];
        return hasWildcard(replacement) ? withWildcards(p, regex, replacement) : [replaced];
      });
      return changed ? withPattern(value, pattern(parts)) : value;
    });
    return replacing(placeOf('replace_string', settings), change, extentsOfStrings, [
      'string',
      'number',
    ]);
  },
  map_string(settings) {
    const mapping = settings.mapping('mapping');
    // As names of fields, what is mapped to null stays as it is.
    const isNull = ({ value }: YamlEntry): boolean =>
      value.kind === 'scalar' && value.value === null;
    const kept = new Set(
      settings
        .entries('mapping')
        .filter(isNull)
        .map(({ key }) => key.text),
    );
    const change = onStrings((value) => {
      const text = plainText(value.pattern);
      const to = kept.has(text) ? undefined : mapping.get(text);
      return to ? to.map((t) => withPattern(value, parsePattern(t))) : value;
    });
    return replacing(placeOf('map_string', settings), change, extentsOfStrings);
  },
  case(settings) {
    const method = settings.choice('method', CASE_NAMES, 'lower');
    const change = CASES[method];
    const changed = onStrings((value) => {
      const parts = pattern(value.pattern.map((p) => (typeof p === 'string' ? change(p) : p)));
      return parts.every((p, i) => p === value.pattern[i]) ? value : withPattern(value, parts);
    });
    const extents: Extents = (before, after) =>
      sameBesidesCase(before, after) ? [] : ['more', 'fewer'];
    return replacing(placeOf('case', settings), changed, extents, ['string']);
  },
  set_value(settings) {
    const scalar = settings.scalar('value');
    if (!settings.has('value')) settings.missing('value');
    const force = settings.has('force_type')
      ? settings.choice('force_type', ['str', 'num'], 'str')
      : null;
    if (force === 'num' && scalar && !numberLiteral(scalar.text)) {
      settings.fail(codes['pipeline-number']({ value: scalar.text }), scalar.span);
    }
    const set: Change = (value) => {
      if (!scalar) return value;
      const { span } = value;
      if (force === 'str')
        return { kind: 'string', pattern: parsePattern(scalar.text), cased: false, span };
      const number = force === 'num' ? numberLiteral(scalar.text) : null;
      return number ? { kind: 'number', number, span } : writtenValue(scalar, span);
    };
    return replacing(placeOf('set_value', settings), set, () => ['more', 'fewer']);
  },
  convert_type(settings) {
    if (!settings.has('target_type')) settings.missing('target_type');
    const target = settings.choice('target_type', ['str', 'num'], 'str');
    return onValues((value, step) => {
      const text = textOf(value);
      if (text === null || (target === 'num' && value.kind !== 'string')) return value;
      const { span } = value;
      if (target === 'str') {
        return value.kind === 'number' || value.kind === 'boolean'
          ? { kind: 'string', pattern: text === '' ? [] : [text], cased: false, span }
          : value;
      }
      const number = numberLiteral(text);
      if (number) return { kind: 'number', number, span };
      step.report(diagnostic(codes['pipeline-no-number']({ value: text }), span));
      return value;
    });
  },
  regex(settings) {
    const method = settings.choice(
      'method',
      ['plain', 'ignore_case_flag', 'ignore_case_brackets'],
      'ignore_case_brackets',
    );
    const change: Change = (value, _step, item) =>
      value.kind === 'string' ? (toRegex(value, method, item.field !== null) ?? value) : value;
    const keepsCase = method === 'plain';
    const extents: Extents = (before) => {
      if (before.kind !== 'string' || before.cased === keepsCase || !hasLetters(before)) return [];
      return keepsCase ? ['fewer'] : ['more'];
    };
    return replacing(placeOf('regex', settings), change, extents, ['string']);
  },
  hashes_fields(settings) {
    const algorithms = settings.texts('valid_hash_algos');
    if (algorithms.length === 0) settings.missing('valid_hash_algos');
    const given = settings.texts('field_to_parse');
    const fields = settings.has('field_to_parse') ? given : ['Hashes', 'Hash'];
    const prefix = settings.text('field_prefix') ?? '';
    const drop = settings.flag('drop_algo_prefix');
    const fieldOf = new Map(
      algorithms.map((name) => [name.toUpperCase(), [prefix + (drop ? '' : name)]] as const),
    );
    return (rule, step) =>
      rewriteItems(rule, step, (item) => {
        if (!item.field || !fields.includes(item.field.text)) return item;
        for (const value of valuesOf(item)) {
          for (const hash of unknownDigests(value, fieldOf)) {
            step.report(diagnostic(codes['pipeline-hash']({ hash }), value.span));
          }
        }
        const read = readHashes(item, fieldOf);
        if (typeof read !== 'string') return read;
        if (valuesOf(item).every((v) => unknownDigests(v, fieldOf).length === 0)) {
          step.report(diagnostic(codes['pipeline-hash-value']({ found: read }), item.field.span));
        }
        return item;
      });
  },
};

function hasLetters({ pattern: parts }: StringValue): boolean {
  return parts.some((p) => typeof p === 'string' && p.toLowerCase() !== p.toUpperCase());
}

function withPattern(value: StringValue, parts: StringPattern): StringValue {
  return { ...value, pattern: parts };
}

type Method = 'plain' | 'ignore_case_flag' | 'ignore_case_brackets';

/** @param whole whether it is the whole of a field's value; a keyword is found anywhere in an event */
function toRegex(value: StringValue, method: Method, whole: boolean): Value | null {
  if (value.pattern.length === 0) return null;
  if (hasPlaceholder(value.pattern)) return null;
  const source = value.pattern
    .map((p) => {
      if (typeof p !== 'string') return p.kind === 'any' ? '.*' : '.';
      return method === 'ignore_case_brackets' ? bracketed(p) : escaped(p);
    })
    .join('');
  const flags: RegexFlags = {
    ignoreCase: method === 'ignore_case_flag',
    multiLine: false,
    // A wildcard takes line breaks too.
    dotAll: true,
  };
  // A regular expression is searched for.
  const searched = whole ? `\\A${source}\\z` : source;
  const parsed = parseRegex(searched, flags);
  if (!('ast' in parsed)) return null;
  return { kind: 'regex', regex: { source: searched, flags, ast: parsed.ast }, span: value.span };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function bracketed(text: string): string {
  return [...text]
    .map((c) => {
      const [lower, upper] = [c.toLowerCase(), c.toUpperCase()];
      return lower !== upper && [...lower].length === 1 && [...upper].length === 1
        ? `[${lower}${upper}]`
        : escaped(c);
    })
    .join('');
}

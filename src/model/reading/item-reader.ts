import type { Finding } from '../../source/codes.js';
import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic, DiagnosticDetails } from '../../source/diagnostic.js';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../../source/yaml/node.js';
import { MAX_PREDICATES } from '../../source/limits.js';
import { spanWithin } from '../../source/offset-map.js';
import type { Span } from '../../source/span.js';
import { codePointOf, firstInvisible } from '../../source/visible.js';
import { codes } from '../codes.js';
import type { DetectionItem } from '../detection.js';
import { replaceSpan } from './fixes.js';
import type { Name } from '../name.js';
import { applyModifiers } from '../modifiers/chain.js';
import { modifiersByName } from '../modifiers/index.js';
import {
  FIELD_WITHOUT_SPACE,
  slipAtTheEnd,
  slipInBlock,
  slipInEscapes,
  slipInKeyword,
  slipInName,
} from './slips.js';
import { slipCodes } from './slip-codes.js';
import { slipInAll, slipInValue } from './value-slips.js';

/** Reads what search identifiers are made of: fields with their values, and keywords. */
export class ItemReader {
  private readonly expansion = { left: MAX_PREDICATES };

  /** @param diagnostics where problems are added. */
  constructor(private readonly diagnostics: Diagnostic[]) {}

  private report(finding: Finding, span: Span, details?: DiagnosticDetails): void {
    this.diagnostics.push(diagnostic(finding, span, details));
  }

  /** Values without a field. */
  keywords(scalars: readonly YamlScalar[], span: Span): DetectionItem {
    return this.apply(null, [], scalars, span);
  }

  /** `field|modifiers: values`. Null where there is a map among the values. */
  item({ key, value }: YamlEntry): DetectionItem | null {
    const scalars: YamlScalar[] = [];
    if (!this.collect(value, key, scalars)) return null;
    if (scalars.length === 0) {
      this.report(codes['empty-list']({ name: key.text }), value.span);
    }
    const end = Math.max(key.span.end, value.span.end);
    const span = { file: key.span.file, start: key.span.start, end };
    if (!key.text.includes('|')) {
      return this.apply(this.field({ text: key.text, span: key.span }), [], scalars, span);
    }
    const [first, ...modifiers] = splitKey(key);
    if (value.kind === 'list' && modifiers.some((m) => m.text.trim().toLowerCase() === 'all')) {
      const inner = value.items.find((i) => i.kind === 'list' && i.items.length > 1);
      if (inner) this.report(codes['nested-list-all'](), inner.span);
    }
    const field = first!.text === '' ? null : this.field(first!);
    return this.apply(field, modifiers, scalars, span);
  }

  private apply(
    field: Name | null,
    modifiers: readonly Name[],
    scalars: readonly YamlScalar[],
    span: Span,
  ): DetectionItem {
    const { values, linking, negated, diagnostics } = applyModifiers(
      modifiersByName,
      modifiers,
      scalars,
      field !== null,
      this.expansion,
    );
    for (const d of diagnostics) this.diagnostics.push(d);
    const names = modifiers.map((m) => m.text.trim().toLowerCase());
    for (const scalar of scalars) this.checkScalar(scalar, field, names);
    if (field === null) this.checkKeywords(scalars);
    else if (names.includes('all')) {
      const slip = slipInAll(scalars, field.text, names);
      if (slip) this.report(slip, modifiers[names.indexOf('all')]!.span);
    }
    // Most modifiers refuse it.
    const isBare = field !== null && names.length === 0 && scalars.length > 1;
    const none = isBare && scalars.find((s) => s.value === null && s.text !== '');
    if (none) this.report(slipCodes['null-in-list'](), none.span);
    return { kind: 'detection-item', field, modifiers, linking, negated, values, span };
  }

  /** What reads as something else than its author may have meant. */
  private checkScalar(scalar: YamlScalar, field: Name | null, names: readonly string[]): void {
    const { text, style, span } = scalar;
    const unlike =
      slipInBlock(scalar, field !== null) ??
      unlikeWritten(scalar) ??
      slipAtTheEnd(scalar, field !== null);
    if (unlike) this.report(unlike, span);
    if (style === 'double') {
      // In a regular expression `\t` is a tab either way; `\b` is a word boundary.
      const isRegex = names.includes('re');
      const written = span.file.text.slice(span.start, span.end);
      const [, letter] = (isRegex ? ESCAPED_B : ESCAPED_LETTER).exec(written) ?? [];
      if (letter !== undefined && CONTROL.test(text)) {
        const [name, code] = ESCAPES[letter]!;
        const finding = codes['escaped-control-character']({ escape: `\\${letter}`, name, code });
        this.report(finding, span);
      }
    }
    if (style === 'plain' && isTypographic(text)) {
      this.report(codes['typographic-quotes'](), span);
    }
    if (text.includes('\\')) {
      if (text.includes('\\*') && seemsAWildcard(text) && !names.includes('re')) {
        this.report(codes['escaped-asterisk'](), span);
      }
      const slip = field && slipInEscapes(text, names);
      if (slip) this.report(slip, span);
    }
    if (!field) return;
    const slip = slipInValue(scalar, field.text, names);
    if (slip) this.report(slip, span);
    if (names.length === 0 && text.charCodeAt(0) === PERCENT) {
      const [, name] = BARE_PLACEHOLDER.exec(text) ?? [];
      if (name === undefined || ENVIRONMENT.has(name.toLowerCase())) return;
      this.report(codes['not-a-placeholder']({ text, field: field.text }), span);
    }
  }

  private checkKeywords(scalars: readonly YamlScalar[]): void {
    for (const scalar of scalars) {
      const { value, text, span } = scalar;
      const slip = slipInKeyword(scalar);
      if (slip) this.report(slip, span);
      if (value === null) {
        this.report(codes['null-keyword'](), span);
      } else if (/^\**$/.test(text)) {
        this.report(codes['empty-keyword'](), span);
      }
    }
  }

  private field(name: Name): Name {
    const text = name.text.trim();
    const slip = slipInName(text, name.span);
    if (slip) this.report(slip, name.span);
    if (text === '') {
      this.report(codes['empty-field'](), name.span);
    } else if (text !== name.text) {
      const { file, start, end } = name.span;
      const verbatim = file.text.slice(start, end) === name.text;
      const fix = verbatim ? replaceSpan('Remove the spaces', name.span, text) : undefined;
      this.report(codes['space-around-field']({ field: text }), name.span, { fix });
    }
    return { text, span: name.span };
  }

  /** The values of a field; lists in lists are one list. False where there is a map among them. */
  private collect(node: YamlNode, key: YamlScalar, found: YamlScalar[], inList = false): boolean {
    switch (node.kind) {
      case 'scalar':
        found.push(node);
        return true;
      case 'list':
        return node.items.every((item) => this.collect(item, key, found, true));
      case 'map': {
        const [field] = key.text.split('|');
        if (field === '') {
          this.report(codes['nested-keyword'](), node.span);
          return false;
        }
        this.report(nested(node, key.text, inList), node.span);
        return false;
      }
    }
  }
}

/** A map where values belong. */
function nested({ entries, span }: YamlMap, key: string, inList: boolean): Finding {
  const [field = ''] = key.split('|');
  const [first] = entries;
  const inner = first?.key.text ?? 'name';
  if (modifiersByName.has(inner)) return codes['nested-modifier']({ field: key, inner });
  const isAlone = first?.value.kind === 'scalar' && entries.length === 1;
  if (isAlone && first.value.value === null && span.file.text[span.start] === '{') {
    return codes['nested-braces']();
  }
  return codes[isAlone && inList ? 'nested-item' : 'nested-field']({ field, inner });
}

/** An invisible character that the file has itself, rather than an escape of it. */
function rawInvisible(text: string, { file, start, end }: Span): string | null {
  const invisible = firstInvisible(text);
  return invisible !== null && file.text.slice(start, end).includes(invisible) ? invisible : null;
}

/** What YAML reads as something else than a reader of the file sees. */
function unlikeWritten({ value, text, style, span }: YamlScalar): Finding | null {
  const written = (): string => span.file.text.slice(span.start, span.end);
  const invisible = rawInvisible(text, span);
  if (invisible !== null) {
    return codes['invisible-character']({ code: codePointOf(invisible) });
  }
  switch (style) {
    case 'plain': {
      if (text === '' && value === null) {
        const { text: file } = span.file;
        // A value that is missing has the place after its colon or dash, or that of its key.
        const isItem =
          span.end === span.start &&
          /-\s*$/.test(file.slice(Math.max(0, span.start - MAX_SPACE), span.start));
        if (/^:?[^\S\r\n]*#/.test(file.slice(span.end, span.end + MAX_SPACE))) {
          return isItem ? codes['commented-item']() : codes['commented-value']();
        }
        // Rules do write `Field:` for a field that must be missing.
        return isItem ? codes['empty-item']() : null;
      }
      const mark = BULLET.exec(text)?.[1];
      if (mark !== undefined && isBelowKey(span)) return slipCodes['typographic-bullet']({ mark });
      if (span.end - span.start === text.length) {
        return DASHED.test(text) && isBelowKey(span) ? slipCodes['dash-in-value']() : null;
      }
      // Dashes in such lines, and fields in them, have warnings of their own.
      const isFolded = /[\r\n](?!\s*-)/.test(written()) && !FIELD_WITHOUT_SPACE.test(text);
      return isFolded ? codes['folded-value']() : null;
    }
    case 'literal':
    case 'folded': {
      const [header] = /^[|>]\d?\+?/.exec(written()) ?? [];
      if (header === undefined || !text.endsWith('\n')) return null;
      return codes['line-break-at-end']({ header: `${header.replace('+', '')}-`, written: header });
    }
    default:
      return null;
  }
}

/** What a list item would begin with, if a space followed its dash. */
const DASHED = /^-[\p{L}_"'*\\/]/u;

/** What word processors put in place of a hyphen. */
const BULLET = /^([\u2010-\u2015\u2022\u2023\u2043\u2212\u25aa\u25cf\u00b7])\s/;

function isBelowKey({ file, start }: Span): boolean {
  return /:[^\S\r\n]*\r?\n\s*$/.test(file.text.slice(Math.max(0, start - MAX_SPACE), start));
}

/** How far an empty value may be from its dash, or its comment. */
const MAX_SPACE = 200;

/** Escapes of a letter before another, as in `"\new"`; after a carriage return a line feed is meant. */
const ESCAPED_LETTER =
  /^(?:[^\\]|\\r\\n|\\[^abefnrtv]|\\[abefnrtv](?![\p{L}\p{N}_]|\\n))*?\\([abefnrtv])[\p{L}\p{N}_]/u;
const ESCAPED_B = /^(?:[^\\]|\\[^b])*?\\(b)/;
const CONTROL = /[\u0007-\u000d\u001b]/;
const ESCAPES: Readonly<Record<string, readonly [name: string, code: string]>> = {
  a: ['a bell', '07'],
  b: ['a backspace', '08'],
  e: ['an escape character', '1b'],
  f: ['a form feed', '0c'],
  n: ['a line break', '0a'],
  r: ['a carriage return', '0d'],
  t: ['a tab', '09'],
  v: ['a vertical tab', '0b'],
};

const QUOTES: ReadonlyMap<number, string> = new Map([
  [0x201c, '”'],
  [0x201d, '”'],
  [0x201e, '“”'],
  [0x2018, '’'],
  [0x2019, '’'],
  [0x201a, '‘’'],
]);

function isTypographic(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first < 0x2018 || first > 0x201e || text.length < 3) return false;
  return QUOTES.get(first)?.includes(text[text.length - 1]!) ?? false;
}

/** `C:\temp\*`: whoever escapes an asterisk knowingly, as in `\*temp\*` or `=\*`, names no folder. */
const ESCAPED_AT_THE_END = /[\w%)\]}]\*?(?:\\\\)*\\\*$/;
/** `C:\Users\*\AppData`, `C:\*\AppData`. */
const ESCAPED_FOLDER = /(?:\\[^\\*?]+|^[A-Za-z]:)\\\*[^\\*?]*\\(?![\\*?])/;
/** `\Temp\*.exe`, if that is all: a command may have an asterisk. */
const ESCAPED_FILE = /^[^\s"'&|<>=*?]*[\w%)\]}:]\\\*\.\w+$/;

/** @param text that has an escaped asterisk */
function seemsAWildcard(text: string): boolean {
  if (ESCAPED_FOLDER.test(text) || ESCAPED_FILE.test(text)) return true;
  return ESCAPED_AT_THE_END.test(text) && text.indexOf('\\*') === text.length - 2;
}

const PERCENT = 0x25;
const BARE_PLACEHOLDER = /^%([^%\r\n]+)%$/;
/** Windows' own variables are written so in events too. */
const ENVIRONMENT: ReadonlySet<string> = new Set(
  (
    'allusersprofile appdata commonprogramfiles commonprogramfiles(x86) comspec computername homedrive ' +
    'homepath localappdata logonserver os path pathext programdata programfiles programfiles(x86) ' +
    'programw6432 psmodulepath public systemdrive systemroot temp tmp userdomain username userprofile ' +
    'windir processor_architecture'
  ).split(' '),
);

/** The field's name, then each modifier, with their places: of one that is missing, the `|`. */
function splitKey(key: YamlScalar): Name[] {
  const { file, start: from, end: to } = key.span;
  // Nearly every key is a plain scalar, and there are very many of them.
  const verbatim = to - from === key.text.length && file.text.startsWith(key.text, from);
  const names: Name[] = [];
  let at = 0;
  for (const text of key.text.split('|')) {
    const end = at + text.length;
    const start = text === '' && at > 0 ? at - 1 : at;
    const span = verbatim
      ? { file, start: from + start, end: from + end }
      : spanWithin(key, start, end);
    names.push({ text, span });
    at = end + 1;
  }
  return names;
}

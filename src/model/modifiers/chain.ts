import { diagnostic } from '../../source/diagnostic.js';
import type { Diagnostic, Severity } from '../../source/diagnostic.js';
import type { YamlScalar } from '../../source/node.js';
import type { Span } from '../../source/span.js';
import type { DetectionItem, Name, ValueGroup } from '../detection.js';
import { parsePattern } from '../pattern.js';
import { nearest } from '../suggest.js';
import type { StringValue, Value } from '../value.js';
import { numberLiteral } from './number.js';

/** A value on its way through the modifiers; `bytes` come of an encoding, until text is made of them. */
export type Draft =
  | Value
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly cased: boolean;
      readonly span: Span;
    };

/** What a modifier may see and change. */
export interface Chain {
  readonly scalars: readonly YamlScalar[];
  /** For each written value, its alternatives. */
  drafts: (readonly Draft[])[];
  linking: 'all' | 'any';
  negated: boolean;
  /** The modifiers before and after the one that is being applied. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The modifier that is being applied. */
  readonly modifier: Name;
  report(severity: Severity, code: string, message: string, span: Span): void;
}

export interface Modifier {
  readonly name: string;
  /** The heading of the specification's appendix under which it stands. */
  readonly heading: string;
  readonly description: string;
  apply(chain: Chain): void;
}

export interface Applied extends Pick<DetectionItem, 'linking' | 'negated' | 'values'> {
  readonly diagnostics: readonly Diagnostic[];
}

/** Applies modifiers in order to the values of one item. Problems never stop at the first value. */
export function applyModifiers(
  table: ReadonlyMap<string, Modifier>,
  names: readonly Name[],
  scalars: readonly YamlScalar[],
): Applied {
  const diagnostics: Diagnostic[] = [];
  const chain = {
    scalars,
    drafts: scalars.map((s) => [valueOf(s)] as readonly Draft[]),
    linking: 'any' as 'all' | 'any',
    negated: false,
    before: [] as readonly string[],
    after: [] as readonly string[],
    modifier: names[0] as Name,
    report(severity: Severity, code: string, message: string, span: Span): void {
      diagnostics.push(diagnostic(severity, code, message, span));
    },
  };
  const plain = names.map((n) => n.text.toLowerCase());
  names.forEach((name, index) => {
    const modifier = table.get(plain[index]!);
    if (!modifier) {
      const like = nearest(name.text, table.keys());
      const hint = like ? `Did you mean \`${like}\`?` : '`sigmaql list modifiers` lists them.';
      const shown =
        name.text === ''
          ? 'A modifier is missing between or after `|`'
          : `There is no modifier \`${name.text}\``;
      chain.report('error', 'unknown-modifier', `${shown}. ${hint}`, name.span);
      return;
    }
    if (name.text !== plain[index]) {
      chain.report(
        'warning',
        'modifier-case',
        `Write this modifier as \`${plain[index]!}\`.`,
        name.span,
      );
    }
    if (plain.indexOf(plain[index]!) < index) {
      chain.report(
        'error',
        'repeated-modifier',
        `\`${name.text}\` stands twice. Remove one.`,
        name.span,
      );
      return;
    }
    chain.before = plain.slice(0, index);
    chain.after = plain.slice(index + 1);
    chain.modifier = name;
    modifier.apply(chain);
  });
  const values = chain.drafts.map((drafts, index): Value | ValueGroup => {
    const finished = drafts.map(finish);
    return finished.length === 1
      ? finished[0]!
      : { kind: 'value-group', values: finished, span: scalars[index]!.span };
  });
  return { values, linking: chain.linking, negated: chain.negated, diagnostics };
}

function valueOf(scalar: YamlScalar): Value {
  const { value, text, span } = scalar;
  if (value === null) return { kind: 'null', span };
  if (typeof value === 'boolean') return { kind: 'boolean', value, span };
  if (typeof value === 'number' || typeof value === 'bigint') {
    const number = numberLiteral(text);
    if (number) return { kind: 'number', number, span };
  }
  return { kind: 'string', pattern: parsePattern(text), cased: false, span };
}

/** A value as text, where it has one: a number as it is written, bytes as one character each. */
export function asString(draft: Draft): StringValue | null {
  const { span } = draft;
  switch (draft.kind) {
    case 'string':
      return draft;
    case 'number':
      return { kind: 'string', pattern: [draft.number.source], cased: false, span };
    case 'boolean':
      return { kind: 'string', pattern: [String(draft.value)], cased: false, span };
    case 'bytes': {
      let text = '';
      for (const byte of draft.bytes) text += String.fromCharCode(byte);
      return { kind: 'string', pattern: text === '' ? [] : [text], cased: draft.cased, span };
    }
    default:
      return null;
  }
}

function finish(draft: Draft): Value {
  return draft.kind === 'bytes' ? asString(draft)! : draft;
}

/** Puts what `change` makes of each value in its place; where it makes null, the chain is refused. */
export function mapDrafts(
  chain: Chain,
  change: (draft: Draft, scalar: YamlScalar) => Draft | readonly Draft[] | null,
  refusal: (draft: Draft) => string,
): void {
  const { modifier } = chain;
  let refused = false;
  chain.drafts = chain.drafts.map((drafts, index) =>
    drafts.flatMap((draft) => {
      const made = change(draft, chain.scalars[index]!);
      if (made !== null) return made as Draft | Draft[];
      if (!refused) {
        refused = true;
        // A clash of modifiers is shown at the modifier, a value that does not do at the value.
        const clash = chain.before.length > 0 && draft.kind !== 'null';
        const at = clash ? modifier.span : draft.span;
        chain.report('error', clash ? 'illegal-chain' : 'wrong-value', refusal(draft), at);
      }
      return [draft];
    }),
  );
}

const KINDS: Readonly<Record<Draft['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  exists: 'the outcome of `exists`',
  regex: 'a regular expression',
  cidr: 'a network',
  compare: 'a comparison',
  'time-part': 'a part of a date',
  'field-ref': 'a reference to a field',
  bytes: 'encoded bytes',
};

export function describe(draft: Draft): string {
  return KINDS[draft.kind];
}

import { MatchEvent } from '../../../src/match/event.js';
import { Compiler } from '../../../src/match/test.js';
import { shapeOf } from '../../../src/model/pattern.js';
import type { StringPattern } from '../../../src/model/pattern.js';
import { formatAddress } from '../../../src/model/modifiers/ip.js';
import type { Expression, FieldPredicate, Predicate } from '../../../src/predicate/predicate.js';
import { regexSamples } from './regex-samples.js';

/** An event made for a predicate, with what was done to it. */
export interface Sample {
  readonly event: MatchEvent;
  /** `hit` is the event as it satisfies the predicate; all others change one thing. */
  readonly change: string;
  readonly kind: string;
}

type Leaf = Exclude<Predicate, { kind: 'one-of' }>;
type Json = string | number | boolean | null | readonly Json[];
type Fields = Record<string, Json>;

/** How many samples there are, of predicates of each kind. */
export class Coverage {
  private readonly kinds = new Map<
    string,
    { predicates: number; turning: number; samples: number }
  >();
  private readonly byChange = new Map<string, number>();

  predicate(kind: string, samples: readonly Sample[], turning: boolean): void {
    let counts = this.kinds.get(kind);
    if (!counts) this.kinds.set(kind, (counts = { predicates: 0, turning: 0, samples: 0 }));
    counts.predicates++;
    counts.samples += samples.length;
    if (turning) counts.turning++;
    for (const { change } of samples) {
      this.byChange.set(change, (this.byChange.get(change) ?? 0) + 1);
    }
  }

  /** `turning`: some sample of the predicate makes the rule match, and another keeps it from it. */
  table(): Record<string, { predicates: number; turning: number; samples: number }> {
    return Object.fromEntries([...this.kinds].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  changes(): Record<string, number> {
    return Object.fromEntries([...this.byChange].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** Predicates of one kind on one field whose samples have every change; of others, one hit and one miss. */
const THOROUGH = 2;
/** Of one rule. */
const MOST_PREDICATES = 400;

/**
 * For each predicate of a rule an event that satisfies the rule by it, and events that differ from
 * that one in one thing. Deterministic. The generator does not have to be right: whether an event
 * satisfies the rule is for the matcher to say, and `coverage` counts how often it came out as meant.
 */
export function samplesOf(expression: Expression, coverage: Coverage): Sample[] {
  const compiler = new Compiler();
  const leaves = leavesOf(expression);
  const thorough = new Map<string, number>();
  const samples: Sample[] = [];
  const step = Math.max(1, Math.ceil(leaves.length / MOST_PREDICATES));
  leaves.forEach((leaf, index) => {
    const kind = kindOf(leaf);
    const key = `${kind} ${leaf.kind === 'keyword' ? '' : leaf.field.text}`;
    // What a target may not be able to say is looked at each time.
    const doubtful = kind.includes('regex') || hasControl(leaf);
    const before = doubtful ? 0 : (thorough.get(key) ?? 0);
    thorough.set(key, before + 1);
    if (before >= THOROUGH && index % step !== 0) return;
    const own = samplesFor(expression, leaf, kind, compiler, before < THOROUGH ? null : index);
    const test = compiler.compile(expression);
    const results = new Set(own.map((s) => test(s.event)));
    coverage.predicate(kind, own, results.size === 2);
    samples.push(...own);
  });
  if (samples.length === 0) {
    samples.push({ event: new MatchEvent({}), change: 'missing', kind: 'constant' });
  }
  return samples;
}

function hasControl(leaf: Leaf): boolean {
  return (
    leaf.kind === 'string' &&
    leaf.pattern.some((p) => typeof p === 'string' && /[\u0000-\u001f]/.test(p))
  );
}

function samplesFor(
  expression: Expression,
  leaf: Leaf,
  kind: string,
  compiler: Compiler,
  only: number | null,
): Sample[] {
  const base = baseEvent(expression, leaf, compiler);
  const sample = (fields: Fields, change: string): Sample => ({
    event: new MatchEvent(fields),
    change,
    kind,
  });
  const hit = sample(base, 'hit');
  const changed = changesOf(leaf, base).map(([change, fields]) => sample(fields, change));
  if (only === null) return [hit, ...changed];
  // The first that turns the rule, looked for from another one each time.
  const turn = (i: number): Sample => changed[(i + only) % changed.length]!;
  const test = compiler.compile(expression);
  const before = test(hit.event);
  for (let i = 0; i < changed.length; i++) {
    if (test(turn(i).event) !== before) return [hit, turn(i)];
  }
  return changed.length === 0 ? [hit] : [hit, turn(0)];
}

function leavesOf(node: Expression): Leaf[] {
  const leaves = new Set<Leaf>();
  const visit = (n: Expression): void => {
    switch (n.kind) {
      case 'and':
      case 'or':
        n.operands.forEach(visit);
        break;
      case 'one-of':
        n.options.forEach(visit);
        break;
      case 'not':
        visit(n.operand);
        break;
      case 'constant':
        break;
      default:
        leaves.add(n);
    }
  };
  visit(node);
  return [...leaves];
}

export function kindOf(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'string':
      return `string ${shapeOf(leaf.pattern).shape}${leaf.cased ? ' cased' : ''}`;
    case 'keyword':
      return leaf.search.kind === 'regex'
        ? 'keyword regex'
        : `keyword${leaf.search.cased ? ' cased' : ''}`;
    case 'compare':
      return `compare ${leaf.operator}`;
    case 'time-part':
      return `time ${leaf.part}`;
    case 'field-ref':
      return `field-ref ${leaf.match}${leaf.cased ? ' cased' : ''}`;
    case 'cidr':
      return `cidr v${leaf.network.version}`;
    default:
      return leaf.kind;
  }
}

interface Wish {
  readonly leaf: Leaf;
  readonly wanted: boolean;
}

/** An event on which the leaf decides: it holds, and with it the whole. Tries a few ways to it. */
function baseEvent(expression: Expression, leaf: Leaf, compiler: Compiler): Fields {
  const holds = compiler.compile(leaf);
  const whole = compiler.compile(expression);
  let best: Fields | null = null;
  for (let turn = 0; turn < 6; turn++) {
    const wishes = wishesTo(expression, leaf, true, turn);
    if (!wishes) continue;
    for (const listed of [false, true]) {
      const fields = eventFor(wishes.wishes, compiler, listed);
      const event = new MatchEvent(fields);
      if (!holds(event)) continue;
      best ??= fields;
      if (whole(event) === wishes.outcome) return fields;
    }
  }
  return best ?? eventFor([{ leaf, wanted: true }], compiler, false);
}

/** What must hold of the other leaves so that this one, being true, decides the whole. */
function wishesTo(
  node: Expression,
  leaf: Leaf,
  positive: boolean,
  turn: number,
): { wishes: Wish[]; outcome: boolean } | null {
  const path = (n: Expression): Wish[] | null => {
    if (n === leaf) return [{ leaf, wanted: true }];
    switch (n.kind) {
      case 'not':
        return path(n.operand);
      case 'and':
      case 'or':
      case 'one-of': {
        const operands: readonly Expression[] = n.kind === 'one-of' ? n.options : n.operands;
        for (const operand of operands) {
          const inner = path(operand);
          if (!inner) continue;
          const others = operands.filter((o) => o !== operand);
          // An OR of the same field is left to the leaf: its other values are simply not chosen.
          return [...inner, ...others.flatMap((o) => wish(o, n.kind === 'and', turn))];
        }
        return null;
      }
      default:
        return null;
    }
  };
  const wishes = path(node);
  return wishes && { wishes, outcome: outcomeOf(node, leaf, positive) };
}

function outcomeOf(node: Expression, leaf: Leaf, positive: boolean): boolean {
  if (node.kind === 'not') return outcomeOf(node.operand, leaf, !positive);
  if (node.kind === 'and' || node.kind === 'or') {
    const within = node.operands.find((o) => leavesOf(o).includes(leaf));
    return within ? outcomeOf(within, leaf, positive) : positive;
  }
  return positive;
}

/** Wishes that give a tree a truth; where one operand is enough, `turn` chooses which. */
function wish(node: Expression, wanted: boolean, turn: number): Wish[] {
  switch (node.kind) {
    case 'constant':
      return [];
    case 'not':
      return wish(node.operand, !wanted, turn);
    case 'and':
    case 'or':
    case 'one-of': {
      const operands: readonly Expression[] = node.kind === 'one-of' ? node.options : node.operands;
      if ((node.kind === 'and') === wanted) return operands.flatMap((o) => wish(o, wanted, turn));
      const chosen = operands[turn % operands.length];
      return chosen ? wish(chosen, wanted, turn) : [];
    }
    default:
      return [{ leaf: node, wanted }];
  }
}

function eventFor(wishes: readonly Wish[], compiler: Compiler, listed: boolean): Fields {
  const fields: Fields = {};
  const byField = new Map<string, Wish[]>();
  for (const w of wishes) {
    if (w.leaf.kind === 'keyword') {
      if (w.wanted) fields[`text ${Object.keys(fields).length}`] = keywordText(w.leaf);
      continue;
    }
    const list = byField.get(w.leaf.field.text) ?? [];
    list.push(w);
    byField.set(w.leaf.field.text, list);
  }
  for (const [field, list] of byField) {
    const value = valueFor(field, list, compiler, listed);
    if (value !== undefined) fields[field] = value;
  }
  for (const { leaf, wanted } of wishes) {
    if (leaf.kind !== 'field-ref' || !wanted) continue;
    const [a, b] = [leaf.field.text, leaf.other.text];
    const text = typeof fields[b] === 'string' && fields[b] !== '' ? fields[b] : 'Shared';
    fields[b] = text;
    fields[a] = {
      equals: text,
      contains: `<${text}>`,
      startswith: `${text}>`,
      endswith: `<${text}`,
    }[leaf.match];
  }
  return fields;
}

function keywordText(leaf: Extract<Leaf, { kind: 'keyword' }>): string {
  return leaf.search.kind === 'regex'
    ? (matching(leaf, leaf.search.regex.ast) ?? '')
    : spell(leaf.search.pattern, '');
}

function matching(leaf: Leaf, ast: Parameters<typeof regexSamples>[0]): string | null {
  const test = new Compiler().compile(leaf);
  const field = leaf.kind === 'keyword' ? 'text' : leaf.field.text;
  return regexSamples(ast).find((t) => test(new MatchEvent({ [field]: t }))) ?? null;
}

/** A value that has all that is wished for and nothing else; undefined for a missing field. */
function valueFor(
  field: string,
  wishes: readonly Wish[],
  compiler: Compiler,
  listed: boolean,
): Json | undefined {
  const wanted = wishes.filter((w) => w.wanted).map((w) => w.leaf as FieldPredicate);
  const unwanted = wishes.filter((w) => !w.wanted);
  if (wanted.some((l) => l.kind === 'null')) return undefined;
  if (wanted.length === 0) {
    const absent = unwanted.every(({ leaf }) => !compiler.compile(leaf)(new MatchEvent({})));
    return absent ? undefined : 'zz';
  }
  if (listed && wanted.length > 1) {
    const values = [...new Set(wanted.map((l) => valuesOf(l)[0] ?? 'zz'))];
    return values.length > 1 ? values : values[0];
  }
  const fits = (value: Json): boolean => {
    const event = new MatchEvent({ [field]: value });
    return wishes.every(
      ({ leaf, wanted: w }) => leaf.kind === 'field-ref' || compiler.compile(leaf)(event) === w,
    );
  };
  const candidates = [combined(wanted, ''), combined(wanted, '_'), ...wanted.flatMap(valuesOf)];
  return candidates.find(fits) ?? valuesOf(wanted[0]!)[0] ?? 'zz';
}

/** One text that starts, ends and goes on as all the patterns say. */
function combined(leaves: readonly FieldPredicate[], glue: string): string {
  let head = '';
  let tail = '';
  const middle: string[] = [];
  for (const leaf of leaves) {
    if (leaf.kind === 'string') {
      const first = leaf.pattern[0];
      const last = leaf.pattern[leaf.pattern.length - 1];
      const open = typeof first === 'object' && first.kind === 'any';
      const close = typeof last === 'object' && last.kind === 'any';
      const text = spell(leaf.pattern, '');
      if (!open && text.length > head.length) head = text;
      else if (open && !close && text.length > tail.length) tail = text;
      else if (open && close) middle.push(text);
    } else if (leaf.kind === 'regex') middle.push(String(valuesOf(leaf)[0] ?? ''));
  }
  const missing = middle.filter((m) => !`${head}${tail}`.toLowerCase().includes(m.toLowerCase()));
  return [head, ...missing, tail].filter((t) => t !== '').join(glue);
}

/** A text that fits a pattern, with `rest` in place of each `*`. */
function spell(pattern: StringPattern, rest: string): string {
  return pattern.map((p) => (typeof p === 'string' ? p : p.kind === 'any' ? rest : 'x')).join('');
}

/** Values that satisfy a predicate by themselves, the plainest first. */
function valuesOf(leaf: FieldPredicate): Json[] {
  switch (leaf.kind) {
    case 'string':
      return [spell(leaf.pattern, ''), spell(leaf.pattern, 'zz'), spell(leaf.pattern, '\nq')];
    case 'number':
      return [
        Number.isSafeInteger(Number(leaf.number.decimal))
          ? Number(leaf.number.decimal)
          : leaf.number.decimal,
      ];
    case 'boolean':
      return [leaf.value];
    case 'null':
      return [null];
    case 'exists':
      return ['zz'];
    case 'regex': {
      const found = matching(leaf, leaf.regex.ast);
      return found === null ? [] : [found];
    }
    case 'cidr': {
      const { version, address } = leaf.network;
      return [formatAddress(version, address)];
    }
    case 'compare': {
      const n = Number(leaf.number.decimal);
      return [leaf.operator === 'gt' ? n + 1 : leaf.operator === 'lt' ? n - 1 : n];
    }
    case 'time-part':
      return dates(leaf);
    case 'field-ref':
      return ['Shared'];
  }
}

function dates(leaf: Extract<FieldPredicate, { kind: 'time-part' }>): string[] {
  const test = new Compiler().compile(leaf);
  const all = [];
  for (let day = 0; day < 730; day += 3) {
    const minute = (day * 7) % 60;
    const date = new Date(Date.UTC(2025, 0, 1 + day, day % 24, minute, 30));
    all.push(date.toISOString());
  }
  const numbered = Number(leaf.number.decimal);
  if (leaf.part === 'year') {
    const years = [numbered - 1, numbered, numbered + 1].map((y) => String(y).padStart(4, '0'));
    all.unshift(...years.map((y) => `${y}-06-01T00:00:00Z`));
  }
  if (leaf.part === 'minute') all.unshift(`2025-06-01T00:${String(numbered).padStart(2, '0')}:00Z`);
  return all.filter((d) => test(new MatchEvent({ [leaf.field.text]: d })));
}

type Change = readonly [change: string, fields: Fields];

function changesOf(leaf: Leaf, base: Fields): Change[] {
  if (leaf.kind === 'keyword') {
    const field = Object.keys(base).find((f) => f.startsWith('text ')) ?? 'text 0';
    const text = String(base[field] ?? keywordText(leaf));
    return [
      ...textChanges(text).map(([c, t]): Change => [c, { ...base, [field]: t }]),
      ['within', { ...base, [field]: `zz ${text} zz` }],
      ['missing', without(base, field)],
    ];
  }
  const field = leaf.field.text;
  const set = (change: string, value: Json): Change => [change, { ...base, [field]: value }];
  const value = base[field] ?? '';
  const always: Change[] = [
    ['missing', without(base, field)],
    set('null', null),
    set('empty', ''),
    set('other', 'zz other'),
    set('in a list', ['zz', value]),
    set('not in a list', ['zz', 'yy']),
    set('empty list', []),
  ];
  const text = Array.isArray(value) ? String(value[0]) : String(value);
  const texts = (): Change[] => textChanges(text).map(([c, t]) => set(c, t));
  switch (leaf.kind) {
    case 'string':
      return [
        ...texts(),
        ...valuesOf(leaf).map((v) => set('another fit', v)),
        ...(/^-?(?:0|[1-9]\d{0,14})$/.test(text) ? [set('as a number', Number(text))] : []),
        ...always,
      ];
    case 'number': {
      const n = leaf.number.decimal;
      const close = /^-?\d+$/.test(n) ? [BigInt(n) - 1n, BigInt(n) + 1n].map(String) : [`${n}1`];
      return [
        set('as a text', n),
        set('as written', leaf.number.source),
        ...close.map((c) =>
          set('a number next to it', Number.isSafeInteger(Number(c)) ? Number(c) : c),
        ),
        set('a digit more', `${n}0`),
        set('a sign before', `+${n}`),
        set('a zero before', `0${n}`),
        ...always,
      ];
    }
    case 'boolean':
      return [
        set('the opposite', !leaf.value),
        set('as a text', String(leaf.value)),
        set('another case', String(leaf.value).toUpperCase()),
        ...always,
      ];
    case 'null':
    case 'exists':
      return [
        set('null', null),
        set('empty', ''),
        set('other', 'zz'),
        ['missing', without(base, field)],
      ];
    case 'regex':
      return [
        ...regexSamples(leaf.regex.ast).map((t) => set('regex sample', t)),
        ...exchanged(text, regexSamples(leaf.regex.ast)).map((t) =>
          set('regex sample beside the rest', t),
        ),
        ...texts(),
        ...oddities(text).map((t) => set('a character changed', t)),
        set('in a list beside the rest', [`zz${text}`, `${text}\u0001`]),
        ...always,
      ];
    case 'cidr': {
      const { version, address, prefix } = leaf.network;
      const size = 1n << BigInt((version === 4 ? 32 : 128) - prefix);
      const most = 1n << BigInt(version === 4 ? 32 : 128);
      const near = [
        ['first address', address],
        ['last address', address + size - 1n],
        ['address before', address - 1n],
        ['address after', address + size],
      ] as const;
      return [
        ...near
          .filter(([, a]) => a >= 0n && a < most)
          .map(([change, a]) => set(change, formatAddress(version, a))),
        set('another family', version === 4 ? '2001:db8::1' : '192.0.2.1'),
        set('no address', '10.0.0'),
        ...always,
      ];
    }
    case 'compare': {
      const n = Number(leaf.number.decimal);
      return [
        ...[n - 1, n, n + 1].map((v) => set('boundary', v)),
        ...[n - 1, n, n + 1].map((v) => set('boundary as a text', String(v))),
        ...(Number.isSafeInteger(n) && n > 0
          ? [n - 1, n, n + 1].map((v) => set('boundary in hexadecimal', `0x${v.toString(16)}`))
          : []),
        ...(/^\d{16,}$/.test(leaf.number.decimal)
          ? [-1n, 0n, 1n].map((v) =>
              set('boundary, exactly', String(BigInt(leaf.number.decimal) + v)),
            )
          : []),
        set('far', -n * 1000 - 7),
        set('far', n * 1000 + 7),
        ...always,
      ];
    }
    case 'time-part': {
      const date = new Date(text);
      const moved = (ms: number): string => new Date(date.getTime() + ms).toISOString();
      const steps = [
        60_000,
        3_600_000,
        86_400_000,
        7 * 86_400_000,
        31 * 86_400_000,
        366 * 86_400_000,
      ];
      return [
        ...(Number.isNaN(date.getTime())
          ? []
          : steps.flatMap((ms) => [set('later', moved(ms)), set('earlier', moved(-ms))])),
        ...(Number.isNaN(date.getTime())
          ? []
          : [set('another format', text.replace(/\b0(\d)/g, '$1').replace('T', ' '))]),
        ...always,
      ];
    }
    case 'field-ref': {
      const other = leaf.other.text;
      return [
        set('another case', text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase()),
        set('a character more', `${text}x`),
        set('a character before', `x${text}`),
        set('a character less', text.slice(1)),
        ['other field missing', without(base, other)],
        ['other field in a list', { ...base, [other]: ['zz', base[other] ?? ''] }],
        ['both empty', { ...base, [field]: '', [other]: '' }],
        ['numbers that are equal', { ...base, [field]: '1', [other]: '1.0' }],
        ...always,
      ];
    }
  }
}

function without(fields: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
}

function textChanges(text: string): [string, string][] {
  const points = [...text];
  const half = points.length >> 1;
  const swapped = swapCase(text);
  return [
    ...(swapped === text ? [] : ([['another case', swapped]] as [string, string][])),
    ['a character more', `${text}x`],
    ['a character before', `x${text}`],
    ...(/[\u0000-\u001f]/.test(text)
      ? (['~', '\u0001'].map((c) => [
          'a control character changed',
          text.replace(/[\u0000-\u001f]/, c),
        ]) as [string, string][])
      : []),
    ...(points.length === 0
      ? []
      : ([
          ['the first character gone', points.slice(1).join('')],
          ['the last character gone', points.slice(0, -1).join('')],
          [
            'a character in the middle gone',
            [...points.slice(0, half), ...points.slice(half + 1)].join(''),
          ],
          [
            'a character in the middle changed',
            [...points.slice(0, half), '~', ...points.slice(half + 1)].join(''),
          ],
          ['a line break before', `\n${text}`],
          ['a line break after', `${text}\n`],
          [
            'a line break in the middle',
            [...points.slice(0, half), '\n', ...points.slice(half)].join(''),
          ],
          ['a character beyond the BMP before', `😀${text}`],
        ] as [string, string][])),
  ];
}

/** The text with other samples, whole and broken, in place of the one that it was made with. */
function exchanged(text: string, samples: readonly string[]): string[] {
  const [made] = samples
    .filter((s) => s !== '' && text.includes(s))
    .sort((a, b) => b.length - a.length);
  if (made === undefined) return [];
  const at = text.indexOf(made);
  return samples
    .slice(0, 8)
    .flatMap((s) => [s, ...broken(s)])
    .map((s) => text.slice(0, at) + s + text.slice(at + made.length));
}

/** With a line break somewhere. */
function broken(text: string): string[] {
  const points = [...text].slice(0, 60);
  return points.map(
    (_, at) =>
      `${points.slice(0, at).join('')}\n${text.slice(points.slice(0, at).join('').length)}`,
  );
}

/** One character after the other becomes what an engine may not be able to tell from others. */
function oddities(text: string): string[] {
  const points = [...text];
  const every = Math.max(1, Math.ceil(points.length / 60));
  return [
    `${text}\u0001`,
    ...points.flatMap((_, at) => {
      if (at % every !== 0) return [];
      const [before, after] = [points.slice(0, at).join(''), points.slice(at + 1).join('')];
      const changed = ['\u0001', 'é', '\n'].map((c) => before + c + after);
      return [...changed, `${before}\n${points[at]!}${after}`];
    }),
  ];
}

/** The other case of every letter that has one of a single code point, there and back. */
function swapCase(text: string): string {
  return [...text]
    .map((c) => {
      const other = c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase();
      return [...other].length === 1 && /[a-z]/i.test(c) ? other : c;
    })
    .join('');
}

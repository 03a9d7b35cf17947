/** Correlations over three rules, `a`, `b` and `c`: an event is of each that its `Kind` names. */
export interface Setup {
  /** For messages. */
  readonly name: string;
  /** YAML documents; what they ask for is one correlation. */
  readonly text: string;
  readonly groupBy: readonly string[];
  readonly profile: Profile;
}

/** What fields hold: single values; numbers in columns of numbers; or several values. */
export type Profile = 'plain' | 'typed' | 'lists';

/** Seconds; streams are further from each other than all windows of a chain. */
export const WINDOW = 10;

export const RULES = ['a', 'b', 'c']
  .map(
    (name) =>
      `title: Rule ${name}\nname: ${name}\nlogsource: { product: p }\ndetection:\n  s: { Kind|contains: ${name} }\n  condition: s\n`,
  )
  .join('---\n');

/** What rules call the field that the alias is. */
const WHO: Readonly<Record<string, string>> = { a: 'User', b: 'Account', c: 'User' };

function aliasFor(rules: readonly string[]): readonly string[] {
  const fields = rules.filter((r) => r in WHO).map((r) => `${r}: ${WHO[r]!}`);
  return fields.length === 0 ? [] : [`aliases: { who: { ${fields.join(', ')} } }`];
}

const SIZE = 'aliases: { size: { a: V, b: T } }';

export interface Section {
  readonly type: string;
  readonly rules: readonly string[];
  readonly groupBy: readonly string[];
  readonly condition: string | null;
}

export function documentOf(title: string, { type, rules, groupBy, condition }: Section): string {
  const parts = [
    `type: ${type}`,
    `rules: [${rules.join(', ')}]`,
    `timespan: ${WINDOW}s`,
    ...(groupBy.length > 0 ? [`group-by: [${groupBy.join(', ')}]`] : []),
    ...(groupBy.includes('who') ? aliasFor(rules) : []),
    ...(condition === null ? [] : [`condition: ${condition}`]),
  ];
  return `title: ${title}\nname: ${title}\ncorrelation: { ${parts.join(', ')} }\n`;
}

const COUNTS = [
  ...['gte: 2', 'gte: 3', 'gt: 1', 'lt: 2', 'lte: 2', 'eq: 2', 'neq: 1', 'gte: 2, lte: 3'],
  'gt: 1, neq: 3',
];
const AMOUNTS = ['gt: 4', 'gte: 5', 'lt: 3', 'lte: 2.5', 'eq: 5', 'neq: 5', 'gte: 2, lt: 7'];
const SHARES = ['lte: 50', 'lt: 33.4', 'gt: 40', 'gte: 50', 'eq: 50', 'neq: 100', 'gt: 30, lt: 70'];
const EXPRESSIONS = ['a and not b', 'a or b', '{ gte: 2 }', '1 of them', 'not a and (b or c)'];

const GROUPS: readonly (readonly string[])[] = [[], ['User'], ['who'], ['User', 'W']];
const PROFILES: readonly Profile[] = ['plain', 'typed', 'lists'];

/** What a correlation of each type may ask, and of which rules. */
const KINDS: readonly (readonly [type: string, condition: string | null, rules: string])[] = [
  ...COUNTS.map((c) => ['event_count', `{ ${c} }`, 'a b'] as const),
  ...COUNTS.map((c) => ['value_count', `{ field: V, ${c} }`, 'a b'] as const),
  ...COUNTS.slice(0, 4).map((c) => ['value_count', `{ field: [V, W], ${c} }`, 'a c'] as const),
  ...['value_sum', 'value_avg', 'value_median'].flatMap((type) =>
    AMOUNTS.map((c) => [type, `{ field: V, ${c} }`, 'a b'] as const),
  ),
  ...[1, 50, 75, 99.9].flatMap((p) =>
    AMOUNTS.slice(0, 5).map(
      (c) => ['value_percentile', `{ field: V, percentile: ${p}, ${c} }`, 'a b'] as const,
    ),
  ),
  ...SHARES.map((c) => ['value_percentile', `{ field: V, ${c} }`, 'a b'] as const),
  ...SHARES.slice(0, 3).map((c) => ['value_percentile', `{ field: [V, W], ${c} }`, 'a c'] as const),
  ...['temporal', 'temporal_ordered'].flatMap((type) =>
    ['a b', 'b a', 'a b c'].map((rules) => [type, null, rules] as const),
  ),
  ...EXPRESSIONS.map((c) => ['temporal', c, 'a b c'] as const),
];

const OLD = [
  ...['count() > 2', 'count(V) > 1', 'sum(V) >= 5', 'avg(V) < 3', 'min(V) < 2', 'max(V) > 4'],
  ...['min(V) >= 2', 'max(V) <= 4'],
];

function oldForm(aggregation: string, by: readonly string[]): string {
  const condition = `s | ${by.length === 0 ? aggregation : aggregation.replace(') ', `) by ${by.join(', ')} `)}`;
  return `title: old\nlogsource: { product: p }\ndetection:\n  s: { Kind|contains: a }\n  timeframe: ${WINDOW}s\n  condition: ${condition}\n`;
}

/** Each type with each condition and each way to group, and what chains are made of. */
export function setups(): readonly Setup[] {
  const all: Setup[] = [];
  const add = (
    name: string,
    documents: readonly string[],
    groupBy: readonly string[],
    profile = PROFILES[all.length % PROFILES.length]!,
  ): void => {
    all.push({
      name: `${name} by ${groupBy.join()}, ${profile}`,
      text: documents.join('---\n'),
      groupBy,
      profile,
    });
  };
  for (const groupBy of GROUPS) {
    for (const [type, condition, rules] of KINDS) {
      const section = { type, rules: rules.split(' '), groupBy, condition };
      add(`${type} ${condition ?? ''} ${rules}`, [RULES, documentOf('outer', section)], groupBy);
    }
  }
  for (const groupBy of [[], ['User'], ['User', 'W']]) {
    for (const aggregation of OLD)
      add(`old ${aggregation}`, [oldForm(aggregation, groupBy)], groupBy);
  }
  for (const condition of ['gte: 4', 'lt: 4']) {
    for (const type of ['value_sum', 'value_median', 'value_percentile']) {
      const rules = ['a', 'b'];
      const bound = type === 'value_percentile' ? condition.replace('4', '51') : condition;
      const section = {
        type,
        rules,
        groupBy: ['User'],
        condition: `{ field: size, ${bound} }`,
      };
      const document = documentOf('outer', section).replace('condition:', `${SIZE}, condition:`);
      add(`${type} of an alias, ${bound}`, [RULES, document], ['User']);
    }
  }
  // Both of the fields have two names. In KQL, a value that a list has as a number and as a string is two.
  for (const condition of ['gte: 2', 'lt: 2']) {
    const groupBy = ['who', 'size'];
    const rules = ['a', 'b'];
    const section = { type: 'event_count', rules, groupBy, condition: `{ ${condition} }` };
    const aliases = 'aliases: { who: { a: User, b: Account }, size: { a: V, b: T } }';
    const document = documentOf('outer', section).replace(/aliases: .*? } }/, aliases);
    add(`event_count { ${condition} } a b`, [RULES, document], groupBy, 'plain');
  }
  // Two that are about the same rows.
  for (const [first, second] of [
    ['value_sum', 'value_median'],
    ['event_count', 'event_count'],
  ] as const) {
    const sections = [first, second].map((type, i) => {
      const condition = type === 'event_count' ? `{ gte: ${i + 2} }` : '{ field: V, gte: 3 }';
      return documentOf(`c_${i}`, { type, rules: ['a', 'b'], groupBy: ['User'], condition });
    });
    const rules = ['c_0', 'c_1'];
    const outer = { type: 'temporal_ordered', rules, groupBy: ['User'], condition: null };
    add(`${first}, then ${second}`, [RULES, ...sections, documentOf('outer', outer)], ['User']);
  }
  for (const chain of chains()) add(chain.name, [RULES, ...chain.documents], chain.groupBy);
  return all;
}

interface Chain {
  readonly name: string;
  readonly documents: readonly string[];
  readonly groupBy: readonly string[];
}

function chains(): readonly Chain[] {
  const inner = [
    ['event_count', '{ gte: 2 }', 'a'],
    ['value_count', '{ field: V, gte: 2 }', 'a b'],
    ['value_sum', '{ field: V, gt: 4 }', 'a'],
    ['value_percentile', '{ field: V, lte: 50 }', 'a b'],
    ['temporal', null, 'a b'],
    ['temporal_ordered', null, 'b a'],
  ] as const;
  const outer = [
    ['event_count', '{ gte: 2 }', 'inner'],
    ['event_count', '{ lt: 3 }', 'inner c'],
    ['temporal', null, 'inner c'],
    ['temporal', 'inner and not c', 'inner c'],
    ['temporal_ordered', null, 'inner c'],
    ['temporal_ordered', null, 'c inner'],
    ['value_count', '{ field: User, gte: 2 }', 'inner'],
    ['value_sum', '{ field: User, gte: 2 }', 'inner'],
    ['value_median', '{ field: User, lt: 2 }', 'inner'],
    ['value_percentile', '{ field: User, lte: 50 }', 'inner'],
  ] as const;
  return inner.flatMap(([type, condition, rules]) =>
    outer.flatMap(([type2, condition2, rules2], i): readonly Chain[] => {
      const isOfValues = type2.startsWith('value');
      const groups = isOfValues ? [['User', 'W']] : [['User'], ['who']];
      return groups.flatMap((by): readonly Chain[] => {
        const outerBy = isOfValues ? ['W'] : i % 3 === 0 ? by.slice(0, 1) : by;
        const one = documentOf('inner', { type, rules: rules.split(' '), groupBy: by, condition });
        const two = (title: string): string =>
          documentOf(title, {
            type: type2,
            rules: rules2.split(' '),
            groupBy: outerBy,
            condition: condition2,
          });
        const three = documentOf('outer', {
          type: i % 2 === 0 ? 'event_count' : 'temporal_ordered',
          rules: i % 2 === 0 ? ['middle'] : ['middle', 'inner'],
          groupBy: outerBy,
          condition: i % 2 === 0 ? '{ gte: 3 }' : null,
        });
        const name = `${type2} ${rules2} of ${type}`;
        return [
          { name, documents: [one, two('outer')], groupBy: outerBy },
          {
            name: `third of ${name}`,
            documents: [one, two('middle'), three],
            groupBy: outerBy,
          },
        ];
      });
    }),
  );
}

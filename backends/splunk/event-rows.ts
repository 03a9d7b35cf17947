import { fieldsOf, writeConditions, writeReading } from '../../src/backend/index.js';
import { concat, dialectCodes, enclose, join, line, text } from '../../src/backend/index.js';
import type {
  Doc,
  EventColumn,
  EventFlag,
  Events,
  Expression,
  QueryContext,
} from '../../src/backend/index.js';
import { evalField, quote } from './literals.js';
import { asStored } from './missing.js';
import { readings } from './readings.js';
import { where } from './where.js';

export function namesOf({ columns, flags }: Events): readonly string[] {
  return [...columns.map((c) => c.name), ...flags.map((f) => f.name)];
}

/** Commands that read fields out of others, but for those that the search has read already. */
export function read(
  { input, columns, flags, twins }: Events,
  context: QueryContext,
): readonly Doc[] {
  const searched = input.kind === 'search' ? input.conditions : [];
  const done = new Set(searched.flatMap((c) => [...fieldsOf(c).keys()]));
  const named = [
    ...[...columns, ...twins.flatMap((t) => t.columns)].flatMap((c) => c.fields),
    ...[...flags, ...twins].flatMap((f) => (f.holds ? [...fieldsOf(f.holds).values()] : [])),
  ];
  const commands: Doc[] = [];
  for (const name of named) {
    const reading = context.placement.columns.get(name.text)?.reading;
    if (!reading || done.has(name.text)) continue;
    done.add(name.text);
    const made = writeReading(readings, { name, reading }, context);
    if (made !== null) commands.push(text(made, name.span));
  }
  return commands;
}

/** Flags first: a column may take the name of a field that they test. */
export function assignments(
  { columns, flags, twins }: Events,
  context: QueryContext,
): readonly Doc[] {
  const ifHolds = (holds: Expression, then: string): Doc => {
    const conditions = asStored([holds], context);
    const { doc } = writeConditions(where, conditions, { ...context, conditions });
    return enclose('(', concat(doc, `, ${then}`), ')');
  };
  const others = twins.flatMap((t) =>
    t.columns.map((c) => ({ ...c, holds: t.holds, other: codeOf(c, context) })),
  );
  const flagged = [
    ...flags.map((flag): Doc => {
      const { name, holds, span } = flag;
      return holds ? concat(text(`${name}=if`, span), ifHolds(holds, '1, 0')) : isOfRule(flag);
    }),
    ...others.map(({ holds, other }, i): Doc =>
      concat(`w_twin_${i}=if`, ifHolds(holds, `${other}, null()`)),
    ),
  ];
  const single = others.map(
    ({ name, ignoresCase }, i): Doc => `${name}=${withoutTwin(name, `w_twin_${i}`, ignoresCase)}`,
  );
  const lower = columns.flatMap(({ name, ignoresCase }) =>
    ignoresCase ? [`${name}=mvmap(${name}, lower(${name}))`] : [],
  );
  const written = columns.map((c) => ({ name: c.name, code: codeOf(c, context), of: c }));
  const needed = written.filter(({ name, code }) => code !== name);
  const targets = new Set(needed.map((n) => n.name));
  const clash = needed.some(({ name, of }) =>
    of.fields.some((f) => f.text !== name && targets.has(f.text)),
  );
  const first = needed.map(({ name, code, of }, i): Doc =>
    text(`${clash ? `w_column_${i + 1}` : name}=${code}`, of.fields[0].span),
  );
  const second = clash ? needed.map(({ name }, i) => `${name}=w_column_${i + 1}`) : [];
  return [flagged, first, second, single, lower].flatMap((list): readonly Doc[] =>
    list.length === 0 ? [] : [concat('eval ', join(concat(',', line), list))],
  );
}

/** The groups that another search does not have the event in. */
function withoutTwin(name: string, twin: string, ignoresCase: boolean): string {
  const [one, other] = [twin, name].map((n) => (ignoresCase ? `lower(${n})` : n));
  const inBoth = `mvmap(${twin}, if("=".${one}=="=".${other}, 1, null()))`;
  return `if(isnull(${twin}), ${name}, mvmap(${name}, if(isnull(${inBoth}), ${name}, null())))`;
}

function codeOf(
  { fields }: Pick<EventColumn, 'fields'>,
  { report, target, placement }: QueryContext,
): string {
  const names = fields.map((field) => {
    const name = evalField(field.text);
    const word = placement.columns.get(field.text)?.missing ?? placement.nulls;
    if (name !== null && word !== null) return `if(${name}==${quote(word)}, null(), ${name})`;
    if (name !== null) return name;
    const slots = { target, field: field.text };
    report.refuse(dialectCodes['unsupported-field-name'](slots), field.span);
    return 'null()';
  });
  return names.length === 1 ? names[0]! : `coalesce(${names.join(', ')})`;
}

export function isOfRule({ name, span }: EventFlag): Doc {
  return text(`${name}=1`, span);
}

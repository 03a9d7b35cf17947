import type { Fields } from './evaluate.js';
import type { SplCommand } from './reader.js';

/** The fields after a command that reads a value out of another; where it finds none, as before. */
export function extracted(
  command: Extract<SplCommand, { name: 'rex' | 'spath' }>,
  fields: Fields,
): Fields {
  const [into, found] =
    command.name === 'rex'
      ? [command.group, fields(command.field).flatMap((t) => groupsOf(command, t))]
      : [command.output, fields(command.input).flatMap((t) => placesOf(command.path, t))];
  return found.length === 0 ? fields : (name) => (name === into ? found : fields(name));
}

function groupsOf(
  { regex, group }: Extract<SplCommand, { name: 'rex' }>,
  text: string,
): readonly string[] {
  return [...text.matchAll(new RegExp(regex, 'gu'))].map((m) => m.groups![group]!);
}

/** Of a path such as `a{}.b`: `{}` is every element of an array. */
function placesOf(path: string, text: string): readonly string[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return [];
  }
  let values: readonly unknown[] = [json];
  for (const step of path.split('.')) {
    const [name, ...arrays] = step.split('{}');
    if (arrays.some((rest) => rest !== '')) throw new TypeError(`not run: ${path}`);
    values = values.flatMap((v) => (isObject(v) && Object.hasOwn(v, name!) ? [v[name!]] : []));
    arrays.forEach(() => {
      values = values.flatMap((v): readonly unknown[] => (Array.isArray(v) ? v : []));
    });
  }
  return values.map((v) => {
    if (v === null || Array.isArray(v)) throw new TypeError('not run: null, or a whole array');
    return typeof v === 'string' ? v : JSON.stringify(v);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

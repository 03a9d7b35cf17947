// What Sigma calls the fields of each store's schemas: the schemas, read backwards.
import { readFileSync } from 'node:fs';

const SIGMA_NAMES = JSON.parse(
  readFileSync(new URL('../src/catalog/corpus/sigma-names.json', import.meta.url), 'utf8'),
);
const LANGUAGES = { microsoft: 'kusto', elastic: 'elastic', splunk: 'splunk' };

/**
 * @param stores pipelines as JSON by name, by the store's folder
 * @returns by language, Sigma's names by the field's own in lower case: `table:field`, and `field`
 *   where it means the same in every table
 */
export function schemaFields(stores) {
  return Object.fromEntries(
    Object.entries(LANGUAGES).map(([store, language]) => [
      language,
      fieldsOf(stores[store], language),
    ]),
  );
}

function fieldsOf(pipelines, language) {
  const votes = new Map();
  const vote = (place, given) => {
    const name = Object.hasOwn(SIGMA_NAMES, given) ? SIGMA_NAMES[given] : given;
    const names = votes.get(place) ?? new Map();
    votes.set(place, names.set(name, (names.get(name) ?? 0) + 1));
  };
  const sources = Object.values(pipelines).flatMap((json) => JSON.parse(json).sources ?? []);
  for (const text of new Set(sources.map((s) => JSON.stringify(s)))) {
    const source = JSON.parse(text);
    const contexts =
      language === 'kusto'
        ? listOf(source.table).flatMap(namesOf)
        : listOf(source.where?.['event.category']);
    for (const [name, rule] of Object.entries(source.fields ?? {})) {
      for (const [field, sigma] of holdingOf(name, rule)) {
        for (const context of contexts) vote(`${context}:${field}`.toLowerCase(), sigma);
        vote(field.toLowerCase(), sigma);
        // A field of a data model goes without its node where a search is over the model.
        const bare = language === 'splunk' ? field.replace(/^[A-Z]\w*\./, '') : field;
        if (bare !== field) vote(bare.toLowerCase(), sigma);
      }
    }
  }
  // A column of Kusto is of a table; elsewhere a field is the same in nearly every source.
  const share = language === 'kusto' ? 1 : 0.75;
  const found = [...votes].flatMap(([place, names]) => {
    const all = [...names.values()].reduce((a, b) => a + b);
    const [[name, most]] = [...names].sort(([, a], [, b]) => b - a);
    // Without a table, one source alone says too little of a name.
    const enough = place.includes(':') ? most / all > 0.5 : most > 1 && most / all >= share;
    return enough ? [[place, name]] : [];
  });
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A table, or a function in its place under both of its names. */
function namesOf(table) {
  const name = table.replace(/\(\)$/, '');
  return /^_Im_/.test(name) ? [name, name.replace('_Im_', 'im')] : [name];
}

/** The fields that hold what Sigma's field holds, in the same words. */
function holdingOf(name, rule) {
  if (typeof rule === 'string') return [[rule, name]];
  if (Array.isArray(rule)) return rule.map((field) => [field, name]);
  if (!rule) return [];
  if (rule.hashes) {
    return Object.entries(rule.hashes).flatMap(([algorithm, fields]) =>
      listOf(fields).map((field) => [field, algorithm.toLowerCase()]),
    );
  }
  if (rule.as) return rule.as === 'column' ? [[rule.of, name]] : [];
  const { to, values, prefix, suffix } = rule;
  const words = Object.entries(values ?? {});
  // Beside its own words, a field may be asked for by some that others write.
  const same = words.filter(([key, value]) => key === value).length * 2 >= words.length;
  return same && !prefix && !suffix ? listOf(to).map((field) => [field, name]) : [];
}

function listOf(value) {
  return value === undefined || value === null ? [] : [value].flat();
}

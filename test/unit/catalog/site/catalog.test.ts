import { describe, expect, test } from 'vitest';
import { siteOf } from '../../../../src/catalog/site/site.js';
import { catalogWith, ruleOf } from './build.js';

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const B = 'bbbbbbbb-0000-4000-8000-000000000001';
const detection = 's:\n  f: [one, two]\ncondition: s';

function pages(...rules: Parameters<typeof ruleOf>[0][]) {
  const made = rules.map(ruleOf);
  const { pageOf } = catalogWith(made);
  return made.map((rule) => pageOf.get(rule));
}

describe('the page of a rule', () => {
  test('is named after its id, wherever its file is', () => {
    expect(
      pages({ id: A, detection, path: 'x/a.yml' }, { id: B, detection, path: 'y/b.yml' }),
    ).toEqual(['rules/aaaaaaaa.html', 'rules/bbbbbbbb.html']);
  });

  test('has all of its id where others begin as it does', () => {
    const other = A.replace(/1$/, '2');
    expect(
      pages({ id: A, detection, path: 'a.yml' }, { id: other, detection, path: 'b.yml' }),
    ).toEqual([`rules/${A}.html`, `rules/${other}.html`]);
  });

  test('is named after its file where there is no such id', () => {
    expect(
      pages(
        { detection, path: 'x/Some File.yml' },
        { id: '../../x', detection, path: '..\\..\\evil.yml' },
        { id: 'con', detection, path: 'con.yml' },
      ),
    ).toEqual(['rules/some-file.html', 'rules/evil.html', 'rules/con_.html']);
  });

  test('is its own, whatever is equal', () => {
    const found = pages(
      { id: A, detection, path: 'a/x.yml' },
      { id: A, detection, path: 'b/x.yml' },
      { detection, path: 'a/y.yml' },
      { detection, path: 'b/y.yml' },
    );
    expect(new Set(found).size).toBe(4);
  });
});

describe('a site', () => {
  const rules = [
    ruleOf({ id: A, detection, path: 'a.yml', level: 'high', author: 'X (Y), Z' }),
    ruleOf({ id: B, detection, path: 'b.yml', level: 'low', tags: ['attack.t1059.001'] }),
  ];
  const catalog = catalogWith(rules);
  const site = siteOf(catalog);

  test('has a page for what two rules share', () => {
    const places = [...catalog.indicatorPages.values()];
    expect(places.map((p) => p.page)).toEqual(['indicators/f-eq.html', 'indicators/f-eq.html']);
    expect(new Set(places.map((p) => p.anchor)).size).toBe(2);
    const html = site.get('indicators/f-eq.html')!();
    for (const { anchor } of places) {
      expect(html).toContain(`<section id=${anchor}><h2><code>`);
    }
    expect(html).toContain('<code>one</code> <small>sigma 2</small>');
  });

  test('has a page for the technique of a sub-technique', () => {
    expect(site.get('attack/t1059.html')!()).toContain('rules/bbbbbbbb.html');
  });

  test('has no list for what one rule alone has', () => {
    expect(catalog.facets.get('author')!.map((v) => v.path)).toEqual([
      'rules/aaaaaaaa.html',
      'rules/aaaaaaaa.html',
    ]);
  });

  test('has one list for what holds of every rule', () => {
    expect(catalog.facets.get('product')!.map((v) => v.path)).toEqual(['by/all.html']);
    expect(catalog.facets.get('level')!.map((v) => [v.value, v.rules.length])).toEqual([
      ['high', 1],
      ['low', 1],
    ]);
    expect(catalog.facets.get('author')!.map((v) => v.value)).toEqual(['X', 'Z']);
  });

  test('is the same bytes in whatever order the rules come', () => {
    const print = (given: typeof site): string[] => [...given].map(([p, text]) => `${p} ${text()}`);
    const turned = siteOf(catalogWith([...rules].reverse()));
    expect(print(turned)).toEqual(print(site));
  });

  test('has nothing but safe paths', () => {
    for (const path of site.keys()) {
      expect(path).toMatch(/^(?:[a-z]+\/)?[a-z0-9_][a-z0-9_.-]*\.(?:html|js|css|json|svg)$/);
    }
  });
});

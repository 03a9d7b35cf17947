import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const output = mkdtempSync(join(tmpdir(), 'sigmaql-docs-'));
execFileSync(process.execPath, [join(root, 'scripts/docs-site.mjs'), output], { stdio: 'pipe' });

const pages = new Map(
  readdirSync(output).map((name) => [name, readFileSync(join(output, name), 'utf8')]),
);
const documents = readdirSync(join(root, 'docs')).map((name) => name.replace(/\.md$/, '.html'));

test('every document has a page, and every page leads to all', () => {
  const names = [...documents, 'index.html', 'contributing.html'].sort();
  expect([...pages.keys()].sort()).toEqual(names);
  for (const [, html] of pages) {
    const nav = /<nav.*?<\/nav>/s.exec(html)![0];
    expect([...nav.matchAll(/href="([^"]*)"/g)].map(([, href]) => href).sort()).toEqual(names);
    expect(nav.match(/aria-current="page"/g)).toHaveLength(1);
  }
});

describe.each([...pages])('%s', (_, html) => {
  test('has a title', () => {
    expect(html).toMatch(/<title>[^<]+ · sigmaql<\/title>/);
  });

  test('shows no comment or template', () => {
    expect(html).not.toMatch(/&lt;!--|\{%/);
  });

  test('loads nothing, and runs nothing', () => {
    expect(html).not.toMatch(/<(?:script|link|img|iframe)\b/);
  });

  test('has links that lead somewhere', () => {
    const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href!);
    const dead = links.filter((href) => {
      if (/^https?:\/\//.test(href)) return false;
      const [page = '', id] = href.split('#');
      const target = page === '' ? html : pages.get(page);
      return target === undefined || (id !== undefined && !target.includes(`id="${id}"`));
    });
    expect(dead).toEqual([]);
  });
});

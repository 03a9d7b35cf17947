// The site of our own rules and of the samples of every language, page by page.
import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RuleFile } from '../../src/cli/input/rule-files.js';
import { buildSite, samplePaths, textOf } from './build-site.js';
import type { BuiltSite } from './build-site.js';

let site: BuiltSite;
let paths: readonly RuleFile[];

beforeAll(async () => {
  paths = await samplePaths();
  site = await buildSite(paths);
});

const pages = (): [path: string, html: string][] =>
  [...site.files].filter(([path]) => path.endsWith('.html'));

const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`<[a-z][^>]* ${name}=(?:"([^"]*)"|([^\\s>]*))`, 'g'))].map((m) =>
    (m[1] ?? m[2] ?? '').replaceAll('&amp;', '&'),
  );

const page = (title: string): string =>
  pages().find(([path, html]) => path.startsWith('rules/') && html.includes(`<h1>${title}`))![1];

describe('every page', () => {
  test('leads only to what is there', () => {
    const broken: string[] = [];
    for (const [path, html] of pages()) {
      for (const link of [...attributes(html, 'href'), ...attributes(html, 'src')]) {
        if (/^https?:/.test(link)) continue;
        const [file = '', fragment] = link.split('#');
        const target = file === '' ? path : posix.join(posix.dirname(path), file);
        const text = site.files.get(target);
        const found =
          text !== undefined && (!fragment || attributes(text, 'id').includes(fragment));
        if (!found) broken.push(`${path}: ${link}`);
      }
    }
    expect(broken).toEqual([]);
  });

  test('of a correlation leads to the rules that its parts are from', () => {
    const [html] = [...pages()].flatMap(([path, text]) =>
      path === 'rules/5f0f2a63-6a4e-4c0e-9d16-7f1b1d2a7c21.html' ? [text] : [],
    );
    expect(html).toMatch(
      /<a href=\.\.\/rules\/5f0f2a63-6a4e-4c0e-9d16-7f1b1d2a7c22\.html>line \d+ of /,
    );
  });

  test('loads nothing from elsewhere, and has no script or style within', () => {
    for (const [path, html] of pages()) {
      const loaded = [...attributes(html, 'src'), ...html.matchAll(/<link [^>]*href=(\S+?)[>\s]/g)];
      for (const link of loaded) expect(String(link), path).not.toMatch(/^(?:[a-z]+:|\/\/)/i);
      expect(html, path).not.toMatch(/<script(?![^>]* src=)|<style|\s(?:style|on\w+)=/i);
      expect(html, path).toContain("default-src 'none';script-src 'self';style-src 'self'");
    }
    expect(site.files.get('assets/style.css')).not.toMatch(/url\(|@import/);
  });

  test('can be reached from the home page without scripts', () => {
    const reached = new Set(['index.html']);
    for (const path of reached) {
      for (const link of attributes(site.files.get(path)!, 'href')) {
        const target = posix.join(posix.dirname(path), link.split('#')[0]!);
        if (target.endsWith('.html') && site.files.has(target)) reached.add(target);
      }
    }
    expect(pages().filter(([path]) => !reached.has(path))).toEqual([]);
  });

  test('has one heading of the first level, and levels in order', () => {
    for (const [path, html] of pages()) {
      const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((m) => Number(m[1]));
      expect(
        levels.filter((l) => l === 1),
        path,
      ).toHaveLength(1);
      levels.forEach((level, i) => {
        if (i > 0) expect(level - levels[i - 1]!, path).toBeLessThanOrEqual(1);
      });
    }
  });
});

describe('counts', () => {
  /** The files of Sigma rules that were read, with their texts. */
  const sigmaTexts = (): string[] => {
    const read = new Set(site.catalog.rules.filter((r) => r.sigma).map((r) => r.path));
    return paths.filter((p) => read.has(p.shown)).map(textOf);
  };
  const shown = (path: string): number =>
    Number(/<p class=lead>([\d,]+) rules?/.exec(site.files.get(path)!)![1]);

  // One medium stands for several rules of its file.
  test.each(['critical', 'high', 'low'])('of level %s', (level) => {
    const found = sigmaTexts().flatMap(
      (t) => t.match(new RegExp(`^level: ${level}\\b`, 'gm')) ?? [],
    );
    expect(shown(`by/level-${level}.html`)).toBe(found.length);
  });

  test('of products', () => {
    const texts = sigmaTexts().filter((t) => /^[ \t]+product: linux\b/m.test(t));
    expect(shown('by/product-linux.html')).toBe(texts.length);
  });

  test.each(['T1059.001', 'T1003', 'T1053'])('of technique %s and its parts', (id) => {
    const tag = new RegExp(`attack\\.${id.toLowerCase().replace('.', '\\.')}\\b`, 'i');
    const texts = sigmaTexts().filter((t) => tag.test(t));
    expect(texts.length).toBeGreaterThan(0);
    expect(shown(`attack/${id.toLowerCase()}.html`)).toBe(texts.length);
    if (!id.includes('.')) {
      const cell = `attack/${id.toLowerCase()}.html>`;
      const matrix = site.files.get('attack/index.html')!;
      const number = new RegExp(`${cell.replaceAll('.', '\\.')}.*?</a><b>(\\d+)</b>`).exec(matrix);
      expect(Number(number![1])).toBe(texts.length);
    }
  });

  test('of an indicator in every language', () => {
    // The text stands in these files for one thing only, so a search of them counts it.
    const found = paths.filter((p) => /frombase64string/i.test(textOf(p))).map((p) => p.shown);
    const [html] = site.files
      .get('indicators/commandline-match.html')!
      .split('<section ')
      .filter((part) => part.includes('<code>frombase64string</code>')) as [string];
    const listed = new Set(attributes(html, 'href').filter((h) => h.startsWith('../rules/')));
    const expected = site.catalog.rules.filter((r) => found.includes(r.path) && !r.problem);
    const same = expected.filter((r) =>
      r.predicates.some((p) => /^frombase64string$/i.test(p.value)),
    );
    expect(listed).toEqual(new Set(same.map((r) => `../${site.catalog.pageOf.get(r)!}`)));
    expect(new Set(same.map((r) => r.language))).toEqual(
      new Set(['sigma', 'kusto', 'elastic', 'splunk']),
    );
  });

  test('of rules', () => {
    const { rules, index, others } = site.catalog;
    expect(rules.length).toBe(index.rules.length);
    expect(new Set([...rules, ...site.catalog.filters, ...others].map((r) => r.path)).size).toBe(
      paths.length,
    );
  });
});

describe("the founding page's rule", () => {
  test('shows what its page shows', () => {
    const text = page('PSexec service installation')
      .replace(/^[\s\S]*<main/, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    let at = 0;
    for (const piece of [
      'PSexec service installation',
      'Detects scenarios where an attacker installs PSexec service.',
      'Status experimental',
      'Severity medium',
      'product windows , service system or security',
      'Author mdecrevoisier',
      'MITRE ATT&amp;CK coverage',
      'Event coverage',
      'Rule body yaml',
      "ProcessName|endswith: '\\services.exe' # full path 'C:\\Windows\\System32\\services.exe'",
      'Stages and predicates',
      'Stage 0: condition',
      'selection_service_install or selection_service_privilege',
      'Stage 1: selection_service_install',
      'selection_service_install: EventID: - 4697 - 7045 ServiceName|contains: PSEXESVC',
      'Stage 2: selection_service_privilege',
      "selection_service_privilege: EventID: 4674 ObjectServer: 'SC Manager' ProcessName|endswith: '\\services.exe' ObjectName: PSEXESVC",
      'Indicators',
      'Field Kind Values',
      'ObjectName eq PSEXESVC',
      'ObjectServer eq SC Manager corpus 4 (sigma 3, kusto 1)',
      'ProcessName ends_with \\services.exe',
      'ServiceName match PSEXESVC',
      'Administrator activity',
    ]) {
      const found = text.indexOf(piece, at);
      expect(found, piece).toBeGreaterThanOrEqual(at);
      at = found + piece.length;
    }
  });

  test('has a query for each target, with the lines that its parts come from', () => {
    const html = page('PSexec service installation');
    for (const target of ['kql', 'splunk', 'lucene']) {
      const pre = new RegExp(
        `<div data-target=${target}><h3>.*?</h3><pre data-map="([^"]*)">([^<]*)</pre>`,
        's',
      ).exec(html)!;
      const query = pre[2]!
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
      const lines = new Map<number, string>();
      let offset = 0;
      let line = 0;
      let gap = 0;
      for (const part of pre[1]!.split(',')) {
        const numbers = part.split(' ').map((n) => parseInt(n, 36));
        if (numbers.length > 1) gap = numbers.shift()!;
        const [length = 0, own] = numbers;
        offset += gap + length;
        line = own ?? line + 1;
        lines.set(line, query.slice(offset - length, offset));
      }
      expect(lines.get(24), target).toContain('PSEXESVC');
      expect(lines.get(28), target).toMatch(/SC\\? Manager/);
    }
  });
});

test('says a note once, with its lines and the targets that have it', () => {
  const html = [...site.files.values()].find((text) => text.includes('"lucene, dsl, eql, esql"'))!;
  const shared = /<div data-targets="([^"]*)"><ul class=notes>(.*?)<\/ul>/.exec(html)!;
  const first = shared[2]!.split('<li')[1]!;
  expect(html.split(first)).toHaveLength(2);
});

test('shows the values of a predicate where its stage does not have them', () => {
  const html = page('Download Cradle In An Encoded PowerShell Command');
  const [, stages] = /<h2>Stages and predicates<\/h2>(.*?)<h2>Indicators/s.exec(html)!;
  // The results of base64offset are nowhere in the rule, and names of programs are.
  expect(stages).toMatch(/<li><b>CommandLine<\/b> match <code>[A-Za-z0-9+/]+/);
  expect(stages).toMatch(/<li><b>Image<\/b> ends_with <(?!code)/);
});

test('links addresses in the text of a rule', () => {
  const html = page('PSexec service installation');
  expect(html).toContain(
    '<li>- <a href="https://attack.mitre.org/software/S0029/">https://attack.mitre.org/software/S0029/</a>',
  );
  expect(html).not.toContain('<h2>References');
});

test('groups long lists by log source', () => {
  const html = site.files.get('by/level-high.html')!;
  expect(html).toMatch(/<section><h2>windows \/ process_creation <small>\d+<\/small><\/h2>/);
  expect(html).not.toContain('<i>');
});

describe('what could not be read', () => {
  test('is listed with its reason, in every language', () => {
    const html = site.files.get('unread.html')!;
    const { index, others } = site.catalog;
    for (const { path } of [...index.unread, ...others]) expect(html).toContain(path);
    expect(new Set(index.unread.map((r) => r.language)).size).toBe(4);
    expect(html).toContain("Microsoft's parser says: Missing");
    expect(html).toContain('This parenthesis is never closed.');
  });

  test('has a page with its text', () => {
    const html = page('Condition without an end');
    expect(html).toContain('Could not be read');
    expect(html).toContain('condition:');
  });
});

test('rules of other languages have their text and what they look for', () => {
  const html = page('service_manager_handle');
  expect(html).toContain('Kusto');
  expect(html).toMatch(/<ol start=1><li>/);
  expect(html).toMatch(/ObjectServer<td>eq<td><ul><li>SC Manager <a href=/);
});

test('search has every rule, and texts of it', () => {
  const script = site.files.get('assets/rules.js')!;
  const data = JSON.parse(script.slice('self.catalog='.length, -2)) as {
    rules: [string, string, string, string, number[][], string][];
  };
  const { rules, pageOf } = site.catalog;
  expect(data.rules.map((r) => r[0])).toEqual(rules.map((rule) => pageOf.get(rule)));
  const seed = data.rules.find((r) => r[1] === 'PSexec service installation')!;
  for (const word of ['attacker', 'mdecrevoisier', 'seed.yml', 'SC Manager', 'attack.t1543.003']) {
    expect(seed[5]).toContain(word);
  }
});

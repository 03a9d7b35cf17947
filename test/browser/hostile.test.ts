// Rules whose every text is made to break out of its page. Beside each stands one that is the same
// but for its texts, which are plain: the pages of both must be built alike.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, writeFiles } from '../catalog/build-site.js';
import type { BuiltSite } from '../catalog/build-site.js';
import { quoted } from '../support/quoted.js';
import { launch, noBrowser } from './launch.js';
import { Reader } from './visit.js';

const RUN = 'globalThis.ran=1,alert(1)';
const EVIL = [
  `<script>${RUN}</script>`,
  `"><img src=x onerror="${RUN}">`,
  `' onmouseover='${RUN}' autofocus onfocus='${RUN}`,
  `</title></pre></ol></textarea></style><svg/onload=${RUN}><!--`,
  `\${${RUN}} {{${RUN}}} <%= ${RUN} %> $& $1 \`${RUN}\``,
  `javascript:${RUN}`,
  'a\u202egnp.exe\u2066b\u200b\u00ad\u0000\u001b[31m\u2028c\ufeff\u{e0041}',
  '</script><base href="//evil.example/"><meta http-equiv=refresh content="0;url=//evil.example">',
  '__proto__',
  '../../../etc/passwd',
  'שלום <b>עולם</b> مرحبا',
  '\ud83d\ude00 &lt;b&gt; &amp;amp; &#60;',
];
const LINKS = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  'vbscript:x',
  '//evil.example/x',
  'https://user:pass@evil.example/',
  'https://evil.example/"onclick="x',
];

/** Every text of a rule is made from one, differently where they must differ. */
function ruleOf(text: string, links: readonly string[]): string {
  const q = (before: string): string => quoted(before + text);
  const field = quoted(text.replace(/\|/g, ''));
  return `title: ${q('')}
id: ${q('')}
status: ${q('')}
level: ${q('')}
description: ${q('about ')}
author: ${q('by ')}
date: ${q('')}
modified: ${q('')}
license: ${q('')}
references: [${links.map(quoted).join(', ')}]
tags: [${quoted(`attack.7${text.replace('\u2028', '')}`)}, ${q('x.')}]
falsepositives: [${q('')}]
related: [{ id: ${q('')}, type: ${q('')} }]
logsource:
  product: ${q('p')}
  category: ${q('c')}
  service: [${q('s')}, windows]
detection:
  ${quoted(text)}:
    ${field}: [${q('1')}, ${q('2')}]
    ${field.replace(/"$/, '|contains"')}: ${q('3')}
    EventID: ${q('')}
    Provider_Name: ${q('')}
    Channel: ${q('')}
  words:
    - ${q('')}
  condition: ${text.startsWith('_') ? '1 of _* or words' : '1 of *'} # ${text.replace(/[^\u0020-\u007e]/g, '?')}
`;
}

const folder = mkdtempSync(join(tmpdir(), 'sigmaql-hostile-'));
let browser: Browser;
let evil: BuiltSite;
let plain: BuiltSite;
const reader = (site: BuiltSite): Promise<Reader> =>
  Reader.open(browser, join(folder, site === evil ? 'evil-site' : 'plain-site'));

/** A site of rules, each written twice so that they share indicators, in files of odd names. */
async function siteFrom(name: string, texts: readonly string[], links: readonly string[]) {
  const paths = texts.flatMap((text, i) =>
    ['a', 'b'].flatMap((twin) => {
      // Some systems have no such names, so that they are only shown, and not opened.
      const shown = `${twin}${i} ${text.replace(/[/\\\u0000]/g, '_')}`;
      const sigma = join(folder, name, `${twin}${i}.yml`);
      const kusto = join(folder, name, `${twin}${i}.kql`);
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(sigma, ruleOf(text, links));
      const comment = text.replace(/[\0\r\n\u2028\u0085]/g, ' ');
      writeFileSync(kusto, `T // ${comment}\n| where A == ${kustoText(text)} and B == "x"\n`);
      return [
        { path: sigma, shown: `${shown}.yml` },
        { path: kusto, shown: `${shown}.kql` },
      ];
    }),
  );
  const title = texts[0]!;
  const site = await buildSite(paths, { title });
  writeFiles(site.files, join(folder, `${name}-site`));
  return site;
}

function kustoText(text: string): string {
  return `"${[...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
}

beforeAll(async () => {
  if (noBrowser) return;
  evil = await siteFrom('evil', EVIL, LINKS);
  plain = await siteFrom(
    'plain',
    EVIL.map((_, i) => `plain${String.fromCharCode(97 + i)}`),
    // One of the links is a link, of odd form.
    LINKS.map((link, i) =>
      link.startsWith('https://evil') ? 'https://plain.example/' : `link ${i}`,
    ),
  );
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Which elements a page has, in order, with the names of their attributes and their classes. What a
 * target makes of odd values differs: its queries are looked at for themselves.
 */
const skeleton = (): string[] =>
  [...document.querySelectorAll('*')]
    .filter((e) => !e.matches('.cp, bdi, title, .queries *, [data-facet=author] *'))
    .map((e) => {
      // Where there is no query, there is nothing to step through.
      const names = e.matches('.source') ? '' : e.getAttributeNames().sort().join(' ');
      return `${e.tagName} ${names} ${e.className}`.trim();
    });

/** The texts of elements, with what is shown by its number as itself. */
const texts = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const shown of copy.querySelectorAll('.cp')) {
      shown.textContent = String.fromCodePoint(parseInt(shown.textContent.slice(2), 16));
    }
    return copy.textContent;
  });

/** Pages that all sites have; how many authors there are, commas decide. */
const common = (page: string): boolean =>
  /^[a-z]+(?:\/(?:index|all[\w-]*))?\.html$/.test(page) && page !== 'by/all-author.html';

describe.skipIf(noBrowser)('a hostile rule', () => {
  test('runs nothing, asks for nothing and breaks nothing, on any page', async () => {
    const visitor = await reader(evil);
    const twins = new Set(
      evil.catalog.rules
        .filter((r) => r.path.startsWith('b'))
        .map((r) => evil.catalog.pageOf.get(r)),
    );
    for (const path of evil.files.keys()) {
      if (!path.endsWith('.html') || twins.has(path)) continue;
      await visitor.goto(path);
      expect(visitor.at()).toBe(path);
      const state = await visitor.page.evaluate(() => {
        for (const e of document.querySelectorAll('main *')) {
          e.dispatchEvent(new Event('mouseover', { bubbles: true }));
        }
        return {
          ran: (globalThis as { ran?: unknown }).ran ?? null,
          odd: document.querySelectorAll(
            'main :is(script, img, svg, style, iframe, base, meta, object, embed, textarea)',
          ).length,
          links: [...document.querySelectorAll('a')].map((a) => a.protocol),
          prototype: Object.keys(Object.prototype),
        };
      });
      expect(state.ran).toBeNull();
      expect(state.odd).toBe(0);
      expect(state.prototype).toEqual([]);
      expect(state.links.filter((p) => !/^(?:file|https):$/.test(p))).toEqual([]);
    }
    await visitor.close();
  }, 300_000);

  describe('shown on its own page', () => {
    let bad: Reader;
    let good: Reader;
    beforeAll(async () => {
      [bad, good] = [await reader(evil), await reader(plain)];
    });
    afterAll(async () => {
      await bad?.close();
      await good?.close();
    });

    test.each(EVIL.map((text, i) => [i, JSON.stringify(text)] as const))(
      'changes nothing but its text: %i %s',
      async (i) => {
        const pageIn = ({ catalog }: BuiltSite): string =>
          catalog.pageOf.get(catalog.rules.find((r) => r.path.startsWith(`a${i} `) && r.sigma)!)!;
        const text = EVIL[i]!;
        await bad.goto(pageIn(evil));
        await good.goto(pageIn(plain));
        expect(await bad.page.evaluate(skeleton)).toEqual(await good.page.evaluate(skeleton));

        const read = (selector: string): Promise<string[]> => bad.page.evaluate(texts, selector);
        expect(await read('h1')).toEqual([text]);
        expect(await read('.lead')).toEqual([`about ${text}`.trim()]);
        const shown = await read('.meta dd');
        expect(shown).toContain(`by ${text}`);
        expect(shown).toContain(text);
        expect(shown.join('\n')).toContain(`product p${text}`);
        expect(await read('.source li:first-child')).toEqual([`title: ${quoted(text)}`]);
        expect(await read('.indicators li')).toEqual(
          expect.arrayContaining([
            expect.stringContaining(`1${text}`) as string,
            expect.stringContaining(`3${text}`) as string,
          ]),
        );
        expect(await read('ul.prose li')).toEqual([text, ...LINKS]);
        expect(await bad.page.title()).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/);

        const odd = bad.page.locator(
          '.queries :not(div, h3, b, pre, p, ul, li, a, button, bdi, .cp)',
        );
        expect(await odd.count()).toBe(0);

        // What is copied is the query itself, whatever it holds.
        const queries = evil.catalog.rules.find((r) => r.path.startsWith(`a${i} `) && r.sigma)!
          .sigma!.queries;
        const panel = bad.page.locator('[role=tabpanel]:visible');
        for (const target of ['Splunk', 'Lucene']) {
          const query = queries.find((q) => q.target === target.toLowerCase());
          if (!query?.text) continue;
          await bad.page.getByRole('tab', { name: target }).click();
          await panel.getByRole('button', { name: 'Copy' }).click();
          await panel.getByRole('button', { name: 'Copied' }).waitFor();
          const copied = await bad.page.evaluate(() => navigator.clipboard.readText());
          // The clipboard of the system holds no NUL.
          expect(copied.replaceAll('\u0000', '')).toBe(query.text.replaceAll('\u0000', ''));
        }
      },
    );
  });

  test('is listed, searched and filtered as any other', async () => {
    const [bad, good] = [await reader(evil), await reader(plain)];
    for (const path of plain.files.keys()) {
      if (!common(path)) continue;
      await bad.goto(path);
      await good.goto(path);
      const built = await bad.page.evaluate(skeleton);
      // Other titles stand in another order.
      expect(built.sort(), path).toEqual((await good.page.evaluate(skeleton)).sort());
    }
    await bad.goto('index.html');
    for (const text of EVIL) {
      await bad.page.fill('#q', `"${text.replaceAll('"', '')}`);
      const titles = await bad.page.evaluate(texts, '.results .rules > li > a');
      if (!text.includes('"')) expect(titles).toContain(text);
    }
    expect(await bad.page.evaluate(() => (globalThis as { ran?: unknown }).ran)).toBeUndefined();
    await bad.close();
    await good.close();
  });

  test('has files of safe names only', () => {
    for (const path of evil.files.keys()) {
      expect(path).toMatch(/^(?:[a-z]+\/)?[a-z0-9_][a-z0-9_.-]*\.(?:html|js|css|json|svg)$/);
    }
  });
});

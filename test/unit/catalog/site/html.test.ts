import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bdi, isWebLink, markup, printHtml, webLink } from '../../../../src/catalog/site/html.js';
import type { Html } from '../../../../src/catalog/site/html.js';

const printed = (html: Html): string => printHtml(html);

test('texts are never markup', () => {
  expect(printed(markup`<p>${'<script>&"\''}</p>`)).toBe('<p>&lt;script&gt;&amp;"\'</p>');
  expect(printed(markup`<p title="${'"><b x="'}"></p>`)).toBe(
    '<p title="&quot;&gt;&lt;b x=&quot;"></p>',
  );
});

test('markup of ours stays, lists are joined, nothing is nothing', () => {
  const inner = markup`<b>${1}</b>`;
  expect(printed(markup`<p>${[inner, ' ', inner]}${null}${false}${''}</p>`)).toBe(
    '<p><b>1</b> <b>1</b></p>',
  );
});

test('an object that a file holds cannot pass for markup', () => {
  const forged = JSON.parse('{"markup":"<script>","description":"markup"}') as Html;
  expect(printed(markup`<p>${forged}</p>`)).not.toContain('<script>');
});

test('line breaks of the template go, those of texts stay', () => {
  const text = 'a\n  b\tc';
  expect(
    printed(markup`<ul>
      <li class="x"
        title="y z">${text}</li>
    </ul>`),
  ).toBe('<ul><li class=x title="y z">a\n  b\tc</ul>');
});

test('values of attributes are quoted where they must be', () => {
  expect(printed(markup`<a id="${'L1'}" href="${'../rules/a.html#L1'}">x</a>`)).toBe(
    '<a id=L1 href=../rules/a.html#L1>x</a>',
  );
  expect(printed(markup`<i class="${'a b'}" title="${''}" lang="${'x/'}"></i>`)).toBe(
    '<i class="a b" title="" lang="x/"></i>',
  );
  expect(printed(markup`<i class="a ${'b" c'}"></i>`)).toBe('<i class="a b&quot; c"></i>');
});

test.each([
  ['outside of quotes', () => markup`<p ${'x'}></p>`],
  ['in part of a link', () => markup`<a href="../${'x'}">y</a>`],
  ['markup in a tag', () => markup`<p title="${markup`<b></b>` as unknown as string}"></p>`],
] as const)('a template that would be unsafe is refused: %s', (_, make) => {
  expect(make).toThrow(TypeError);
});

describe('links', () => {
  test.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'HTTPS://example.org:8080/ü',
    'https://[::1]/x',
  ])('%s is one', (text) => {
    expect(isWebLink(text)).toBe(true);
    expect(printed(webLink(text))).toContain('<a href=');
  });

  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//example.org/x',
    'https://',
    'https://user@example.org/',
    'https://example.org/\u202e',
    'https://example.org\\@evil.example/',
    'see https://example.org',
    'https:/example.org',
    '',
  ])('%j is none', (text) => {
    expect(isWebLink(text)).toBe(false);
    expect(printed(webLink(text))).not.toContain('<a');
    expect(printed(markup`<a href="${text}">x</a>`)).toMatch(/<a href="(?:#)?">/);
  });
});

test('what nobody would see is shown by its number', () => {
  expect(printed(markup`<p>${'a\u202eb\u0000\u{e0041}'}</p>`)).toBe(
    '<p>a<span class="cp">U+202E</span>b<span class="cp">U+0000</span><span class="cp">U+E0041</span></p>',
  );
  expect(printed(markup`<p title="${'\u202ex'}"></p>`)).toBe('<p title="\\u{202e}x"></p>');
});

test('texts that may be written from right to left are set apart', () => {
  expect(printed(markup`${bdi('abc')}`)).toBe('abc');
  expect(printed(markup`${bdi('שלום')}`)).toBe('<bdi>שלום</bdi>');
});

/** What a browser reads, for the little that the templates below hold. */
function unescaped(text: string): string {
  return text
    .replace(/<span class="cp">U\+([0-9A-F]+)<\/span>/g, (_, hex: string) =>
      String.fromCodePoint(parseInt(hex, 16)),
    )
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", '`', '=', '/', 'a', '\u202e', '\n') }),
);

test('any text reads back as it was, and adds no tag', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const html = printed(markup`<p>${text}</p>`);
      expect(html.replaceAll(/<span class="cp">U\+[0-9A-F]+<\/span>/g, '').match(/[<>]/g)).toEqual([
        '<',
        '>',
        '<',
        '>',
      ]);
      expect(unescaped(html.slice(3, -4))).toBe(text);
    }),
  );
});

test('any value of an attribute stays within its quotes', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const html = printed(markup`<p title="${text}" lang="en"></p>`);
      const value = /^<p title=("[^"]*"|[\w./#:-]*[\w-]) lang=en><\/p>$/.exec(html)?.[1];
      expect(value).toBeDefined();
      expect(html.match(/[<>]/g)).toHaveLength(4);
    }),
  );
});

test('any link is of this site or of the web', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.webUrl()), (text) => {
      const html = printed(markup`<a href="${text}">x</a>`);
      const link = unescaped(/^<a href="?([^">]*)"?>x<\/a>$/.exec(html)![1]!);
      const url = new URL(link, 'https://site.example/rules/x.html');
      expect(['http:', 'https:']).toContain(url.protocol);
      if (!/^https?:/i.test(link)) expect(url.host).toBe('site.example');
    }),
  );
});

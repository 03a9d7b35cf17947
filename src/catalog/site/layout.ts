import { visible } from '../../source/visible.js';
import { joined, markup, printHtml } from './html.js';
import type { Child, Html } from './html.js';

export interface SiteOptions {
  /** The name of the catalogue. */
  readonly title: string;
  /** Put before the path of a rule, it makes a link to its file. Null for no links. */
  readonly sourceUrl: string | null;
  /** A day to name in the pages; null for none, so that equal rules give equal bytes. */
  readonly date: string | null;
  /** What built the site. */
  readonly generator: string;
  /** The version of ATT&CK. */
  readonly attackVersion: string;
  /** Pages load themselves again when the server says that something changed. */
  readonly live: boolean;
}

/** A page without what all pages have around it. */
export interface Page {
  /** Below the root of the site. */
  readonly path: string;
  readonly title: string;
  readonly body: Html;
  /** Names of scripts below `assets/`, beyond those of every page. */
  readonly scripts?: readonly string[];
}

const SECTIONS: readonly (readonly [path: string, label: string])[] = [
  ['index.html', 'Rules'],
  ['attack/index.html', 'ATT&CK'],
  ['events/index.html', 'Events'],
  ['indicators/index.html', 'Indicators'],
  ['duplicates.html', 'Duplicates'],
  ['changes.html', 'Changes'],
];

/** What leads from a page to the root of the site. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/**
 * Scripts and styles are files of the site, and nothing else is: not within the page, not from
 * elsewhere. `'self'` holds for the files of a folder too (`file:`). A text can become neither
 * script nor address, whatever a script does with it: no policy for trusted types is allowed.
 */
function policyOf(live: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    ...(live ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join(';');
}

/** What a server of the site sends along: the policy again, and what only headers can say. */
export function securityHeaders(live: boolean): Readonly<Record<string, string>> {
  return {
    'content-security-policy': `${policyOf(live)};frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/** The whole text of a page. */
export function layout(page: Page, options: SiteOptions): string {
  const { path, title, body } = page;
  const root = rootOf(path);
  const scripts = ['app.js', ...(page.scripts ?? []), ...(options.live ? ['live.js'] : [])];
  const heading = path === 'index.html' ? options.title : `${title} · ${options.title}`;
  return printHtml(markup`<!doctype html>
    <html lang="en"><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policyOf(options.live)}">
    <meta name="viewport" content="width=device-width">
    <meta name="referrer" content="no-referrer">
    <title>${plainTitle(heading)}</title>
    <link rel="stylesheet" href="${root + 'assets/style.css'}">
    <script src="${root + 'assets/theme.js'}"></script>
    ${scripts.map((name) => markup`<script defer src="${`${root}assets/${name}`}"></script>`)}
    <a class="skip" href="#main">Skip to content</a>
    <header>${topBar(path, root, options)}</header>
    <main id="main">${body}</main>
    ${root === '' && markup`<footer>${footer(options)}</footer>`}\n`);
}

/** What needs scripts, the search box and the choice of colours, is put into the bar by one. */
function topBar(path: string, root: string, { title }: SiteOptions): Html {
  const here = SECTIONS.findIndex(([p]) => p === path || (p.includes('/') && sameFolder(p, path)));
  return markup`<div class="bar"><a class="brand" href="${root + 'index.html'}">${title}</a></div>
    <nav>${SECTIONS.map(([p, label], i) =>
      i === here
        ? markup`<a href="${root + p}" aria-current="${p === path ? 'page' : 'true'}">${label}</a>`
        : markup`<a href="${root + p}">${label}</a>`,
    )}</nav>`;
}

function sameFolder(a: string, b: string): boolean {
  return a.slice(0, a.indexOf('/') + 1) === b.slice(0, b.indexOf('/') + 1);
}

/** On the pages at the root; the thousands of others are the shorter for it. */
function footer({ generator, date, attackVersion }: SiteOptions): Html {
  const parts: readonly Child[] = [
    date === null ? generator : `${generator}, ${date}`,
    markup`<a href="unread.html">Unreadable rules</a>`,
    markup`<a href="attack/index.html#notice">ATT&amp;CK ${attackVersion} © MITRE</a>`,
  ];
  return markup`${joined(parts, ' · ')}`;
}

/** A title cannot contain markup. */
function plainTitle(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
}

// Builds the documentation as a website that opens from disk: `npm run docs [folder]`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Eleventy, { IdAttributePlugin } from '@11ty/eleventy';

const root = fileURLToPath(new URL('..', import.meta.url));
const [output = join(root, 'docs-site')] = process.argv.slice(2);

/** Pages in the order of a reader who is new, by file name. What no group names is a test's finding. */
const GROUPS = {
  Start: ['index', 'coming-from-sigma-cli', 'contributing'],
  Convert: ['sources', 'pipelines', 'log-sources', 'filters', 'correlations'],
  Deploy: ['deploy', 'ci', 'catalog', 'security'],
  Reference: ['codes', 'idiom', 'idiom-kql', 'idiom-by-hand', 'engines', 'facts'],
  'Field names': ['fields-kql', 'fields-splunk', 'fields-lucene', 'fields-any'],
};

/** Files beside the folder that are pages too. */
const BESIDE = { index: 'README.md', contributing: 'CONTRIBUTING.md' };

const titles = Object.fromEntries(
  Object.values(GROUPS)
    .flat()
    .map((name) => [name, name === 'index' ? 'Overview' : titleOf(read(name))]),
);
const groups = Object.entries(GROUPS).map(([title, names]) => ({
  title,
  pages: names.map((name) => ({ name, title: titles[name] })),
}));

const site = new Eleventy(join(root, 'docs'), output, {
  quietMode: true,
  config(eleventy) {
    eleventy.setUseGitIgnore(false);
    eleventy.setIncludesDirectory('../scripts/docs-site');
    eleventy.addPlugin(IdAttributePlugin);
    eleventy.addGlobalData('layout', 'page.njk');
    // Braces in the examples are no template's.
    eleventy.addGlobalData('templateEngineOverride', 'md');
    eleventy.addGlobalData('groups', groups);
    eleventy.addGlobalData('titles', titles);
    eleventy.addGlobalData(
      'permalink',
      () =>
        ({ page }) =>
          `${page.fileSlug || 'index'}.html`,
    );
    for (const [name, file] of Object.entries(BESIDE)) {
      eleventy.addTemplate(`${name}.md`, readFileSync(join(root, file), 'utf8'));
    }
    eleventy.addPreprocessor('comments', 'md', (_, text) => text.replace(/<!--.*?-->/gs, ''));
    eleventy.amendLibrary('md', (markdown) => {
      markdown.set({ html: false, linkify: true });
      const { link_open: open = plain, table_open: table = plain } = markdown.renderer.rules;
      markdown.renderer.rules.link_open = (tokens, at, ...rest) => {
        tokens[at].attrSet('href', pageOf(tokens[at].attrGet('href')));
        return open(tokens, at, ...rest);
      };
      // Wide ones scroll by themselves.
      markdown.renderer.rules.table_open = (...all) => `<div class="wide">${table(...all)}`;
      markdown.renderer.rules.table_close = () => '</table></div>';
    });
  },
});
await site.write();

/** Where a link between Markdown files leads on the site. */
function pageOf(href) {
  const [, name, part = ''] = /^(?:\.\.\/|docs\/)?([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (name === undefined) return href;
  const [page = name] = Object.entries(BESIDE).find(([, file]) => file === `${name}.md`) ?? [];
  return `${page}.html${part}`;
}

function plain(tokens, at, options, _, self) {
  return self.renderToken(tokens, at, options);
}

function read(name) {
  return readFileSync(join(root, BESIDE[name] ?? `docs/${name}.md`), 'utf8');
}

function titleOf(text) {
  return /^# (.*)$/m.exec(text)[1].replaceAll('`', '');
}

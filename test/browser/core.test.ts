import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { launch, noBrowser } from './launch.js';

/** What a page would write that bundles the package for itself. */
const page = `
  import { parse, link, convert, codeFrame, inspect } from './src/index.ts';
  import { kql } from './backends/kql/index.ts';
  import { splunk } from './backends/splunk/index.ts';
  import { lucene } from './backends/lucene/index.ts';
  const rule = 'title: t\\nlogsource: { product: windows }\\ndetection:\\n  s:\\n    Image|endswith: \\\\whoami.exe\\n  condition: s\\n';
  const good = parse(rule, { path: 'good.yml' });
  const bad = parse(rule.replace('condition: s', 'condition: t'), { path: 'bad.yml' });
  const inspection = await inspect(good.documents[0].content);
  globalThis.result = {
    indicators: inspection.indicators.map((i) => [i.field, i.kind, ...i.values].join(' ')),
    queries: [kql, splunk, lucene].map((backend) => convert(link(good.documents), { backend })[0].text),
    frame: bad.diagnostics.map((d) => codeFrame(d, { colour: false })).join('\\n'),
  };
`;

test.skipIf(noBrowser)('the core runs in a browser from a plain ESM bundle', async () => {
  const bundle = await build({
    stdin: { contents: page, resolveDir: new URL('../..', import.meta.url).pathname },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    await tab.addScriptTag({ type: 'module', content: bundle.outputFiles[0]!.text });
    await tab.waitForFunction('globalThis.result');
    const result = (await tab.evaluate('globalThis.result')) as {
      indicators: string[];
      queries: string[];
      frame: string;
    };
    expect(errors).toEqual([]);
    expect(result.queries).toEqual([
      'Image endswith @"\\whoami.exe"',
      'Image="*\\\\whoami.exe"',
      'Image:*\\\\whoami.exe',
    ]);
    expect(result.indicators).toEqual(['Image ends_with \\whoami.exe']);
    expect(result.frame).toContain('bad.yml:6:');
  } finally {
    await browser.close();
  }
});

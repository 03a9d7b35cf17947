import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BAD, GOOD, cli, folder, sigmaql } from './command.js';

const OTHER = GOOD.replace('5bd0d5f1f001', '5bd0d5f1f002').replace('Good', 'Other');
const KQL = 'DeviceProcessEvents | where FolderPath endswith @"\\whoami.exe"\n';

function catalog(cwd: string, ...args: string[]) {
  return sigmaql(['catalog', ...args], { cwd });
}

function read(...path: string[]): string {
  return readFileSync(join(...path), 'utf8');
}

/** Every file below a folder with its text. */
function tree(home: string): Record<string, string> {
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((f) =>
    statSync(join(home, f)).isFile(),
  );
  return Object.fromEntries(files.sort().map((f) => [f, read(home, f)]));
}

describe('sigmaql catalog build', () => {
  test('writes a site of rules of every language', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'rules/deep/b.yml': OTHER, 'more/c.kql': KQL });
    const run = catalog(home, 'build', 'rules', '--with', 'more', '-o', 'site', '--title', 'Ours');
    expect(run).toMatchObject({ status: 0, stdout: `${join(home, 'site', 'index.html')}\n` });
    expect(run.stderr).toMatch(/^3 rules; \d+ files \(0\.\d MB\), \d+ of them written\.\n$/);
    const page = read(home, 'site/rules/6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001.html');
    expect(page).toContain('<title>Good · Ours</title>');
    expect(page).toContain('corpus 2 (sigma 1, kusto 1)');
    expect(page).toContain('rules/a.yml');
    expect(read(home, 'site/index.html')).toContain('<a href=rules/c.html>Kusto</a>');
    expect(read(home, 'site/index.html')).toContain(' © MITRE');
  });

  test('builds the same bytes from anywhere, on any number of threads', () => {
    const files = Object.fromEntries(
      Array.from({ length: 130 }, (_, i) => {
        const id = `6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1${String(i).padStart(4, '0')}`;
        return [`rules/${i}.yml`, GOOD.replace(/id: .*/, `id: ${id}`).replace('Good', `Rule ${i}`)];
      }),
    );
    const home = folder(files);
    catalog(home, 'build', 'rules', '-o', 'one', '--jobs', '1');
    catalog(home, 'build', 'rules', '-o', 'two', '--jobs', '2');
    catalog(tmpdir(), 'build', join(home, 'rules'), '-o', join(home, 'three'));
    expect(tree(join(home, 'two'))).toEqual(tree(join(home, 'one')));
    expect(tree(join(home, 'three'))).toEqual(tree(join(home, 'one')));
  });

  test('writes what has changed, says so, and takes away what is no more', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'rules/b.yml': OTHER });
    catalog(home, 'build', 'rules', '-o', 'site');
    const before = tree(join(home, 'site'));
    expect(before['changes.html']).toContain('This is the first build');
    for (const file of Object.keys(before)) utimesSync(join(home, 'site', file), 1, 1);
    const again = catalog(home, 'build', 'rules', '-o', 'site');
    expect(again.stderr).toContain(' 1 of them written.');
    expect(read(home, 'site/changes.html')).toContain('Nothing has changed');
    expect(statSync(join(home, 'site/index.html')).mtimeMs).toBe(1000);

    writeFileSync(join(home, 'rules/a.yml'), GOOD.replace('high', 'low').replace('whoami', 'id'));
    rmSync(join(home, 'rules/b.yml'));
    writeFileSync(
      join(home, 'rules/c.yml'),
      OTHER.replace(/f1f002/, 'f1f003').replace('Other', 'New'),
    );
    writeFileSync(join(home, 'site/mine.txt'), 'not ours');
    catalog(home, 'build', 'rules', '-o', 'site');
    const changes = read(home, 'site/changes.html')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(changes).toContain('1 rule added, 1 changed, 1 removed');
    expect(changes).toContain('level high low');
    expect(changes).toContain('values Image ends_with \\whoami.exe Image ends_with \\id.exe');
    expect(changes).toContain('queries kql, splunk, lucene');
    const after = tree(join(home, 'site'));
    expect(Object.keys(after)).toContain('mine.txt');
    expect(Object.keys(after).filter((f) => f.endsWith('f1f002.html'))).toEqual([]);
    expect(Object.keys(after)).not.toContain('indicators/image-ends_with.html');
  });

  test('compares with another build where it is told to', () => {
    const home = folder({ 'rules/a.yml': GOOD });
    catalog(home, 'build', 'rules', '-o', 'old');
    writeFileSync(join(home, 'rules/a.yml'), GOOD.replace('Good', 'Better'));
    catalog(home, 'build', 'rules', '-o', 'new', '--since', 'old/manifest.json');
    expect(read(home, 'new/changes.html')).toMatch(/<del><code>Good<\/code><\/del>/);
    expect(catalog(home, 'build', 'rules', '-o', 'x', '--since', 'rules/a.yml')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is not the manifest.json of a catalogue') as string,
    });
  });

  test('lists what cannot be read, in the site and on the terminal', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'rules/b.yml': BAD, 'rules/c.yml': 'x: 1\n' });
    const run = catalog(home, 'build', 'rules', '-o', 'site');
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('--> rules/b.yml');
    expect(run.stderr).toContain('2 could not be read (see unread.html)');
    expect(read(home, 'site/unread.html')).toContain('rules/c.yml');
    expect(read(home, 'site/index.html')).toContain('Good');
    const below = catalog(join(home, 'site'), 'build', '../rules', '-o', '../other');
    expect(below.stderr).toContain('--> ../rules/b.yml\n');
    expect(read(home, 'other/unread.html')).toContain('>rules/c.yml');
  });

  test('does not fail for what comes along', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'more/b.kql': 'T | where (', 'more/c.yml': BAD });
    const run = catalog(home, 'build', 'rules', '--with', 'more', '-o', 'site');
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('--> more/b.kql');
    expect(read(home, 'site/unread.html')).toContain('more/c.yml');
  });

  test('links to the files where it is told how', () => {
    const home = folder({ 'rules/a b#.yml': GOOD });
    const url = 'https://example.org/repo/';
    catalog(home, 'build', 'rules', '-o', 'site', '--source-url', url, '--date', '2026-01-31');
    const page = read(home, 'site/rules/6d0a3f0e.html');
    expect(page).toContain('href="https://example.org/repo/rules/a%20b%23.yml"');
    expect(read(home, 'site/index.html')).toContain('2026-01-31');
    expect(page).not.toContain(tmpdir());
  });

  test('keeps to its folder', () => {
    const home = folder({ 'rules/a.yml': GOOD, 'pages/index.html': 'mine', secret: 'mine' });
    expect(catalog(home, 'build', 'rules', '-o', 'pages')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no catalogue manifest.json') as string,
    });
    expect(read(home, 'pages/index.html')).toBe('mine');

    catalog(home, 'build', 'rules', '-o', 'site');
    rmSync(join(home, 'site/index.html'));
    symlinkSync(join(home, 'secret'), join(home, 'site/index.html'));
    expect(catalog(home, 'build', 'rules', '-o', 'site').stderr).toContain('is a link');
    expect(read(home, 'secret')).toBe('mine');
    rmSync(join(home, 'site/index.html'));
    renameSync(join(home, 'site/rules'), join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), join(home, 'site/rules'));
    expect(catalog(home, 'build', 'rules', '-o', 'site').stderr).toContain(
      'is a link to another folder',
    );

    const other = folder({ 'rules/a.yml': GOOD });
    catalog(other, 'build', 'rules', '-o', 'site');
    const manifest = join(other, 'site/.sigmaql-output.json');
    writeFileSync(join(other, 'mine.html'), 'mine');
    const entry = /"index.html":(\{[^}]*\})/.exec(read(manifest))![1]!;
    const files = read(manifest).replace('"files":{', `"files":{"../mine.html": ${entry},`);
    writeFileSync(manifest, files);
    catalog(other, 'build', 'rules', '-o', 'site');
    expect(existsSync(join(other, 'mine.html'))).toBe(true);
  });

  test.each([[['gone']], [['--with', 'gone']]])('%j leaves the site as it was', (missing) => {
    const home = folder({ 'rules/a.yml': GOOD, 'more/b.yml': GOOD.replace('6d0a', '7e0a') });
    expect(catalog(home, 'build', 'rules', 'more', '-o', 'site').status).toBe(0);
    const before = read(join(home, 'site/index.html'));
    const run = catalog(home, 'build', 'rules', ...missing, '-o', 'site');
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining('file-not-found')]);
    expect(read(join(home, 'site/index.html'))).toBe(before);
    expect(catalog(home, 'build', 'rules', ...missing, '-o', 'new').status).toBe(1);
    expect(existsSync(join(home, 'new'))).toBe(false);
  });

  test.each([
    [['build', 'rules'], 2, "required option '-o"],
    [['build', 'gone', '-o', 'site'], 1, 'file-not-found'],
    [['build', 'rules', '-o', 'site', '-t', 'sql'], 2, "no target 'sql'"],
    [['build', 'rules', '-o', 'site', '--date', 'today'], 2, 'YYYY-MM-DD'],
    [['build', 'rules', '-o', 'site', '--date', '2026-02-30'], 2, 'must be a day'],
    [['build', 'rules', '-o', 'site', '--source-url', 'javascript:x'], 2, 'http or https URL'],
    [['build', 'rules', '-o', 'site', '--jobs', '0'], 2, 'whole number'],
    [['serve', 'rules', '--port', 'x'], 2, '--port'],
    [['serve', 'rules', '--host', '256.1.1.1'], 2, 'Cannot listen on 256.1.1.1'],
    [['sevre'], 2, 'serve'],
  ] as const)('%j', (args, status, said) => {
    const run = catalog(folder({ 'rules/a.yml': GOOD }), ...args);
    expect(run.status).toBe(status);
    expect(run.stderr).toContain(said);
  });

  test('has targets and pipelines as convert has', () => {
    const home = folder({ 'rules/a.yml': GOOD });
    catalog(
      home,
      'build',
      'rules',
      '-o',
      'site',
      '-t',
      'kql',
      '-p',
      'none',
      '-O',
      'kql.table=Mine',
    );
    const page = read(home, 'site/rules/6d0a3f0e.html');
    expect(page).toMatch(/<pre data-map="[^"]*">Mine\n/);
    expect(page).not.toContain('data-target=splunk');
  });
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const path = url.slice(url.indexOf('/', 8));
    const sent = request({ hostname, port, path, headers, method }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => (text += piece));
      response.on('end', () => {
        resolve({ status: response.statusCode!, text, headers: response.headers });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** A server for a folder of rules, until `use` is done with it. */
async function serving(
  home: string,
  use: (url: string, next: () => Promise<string>) => Promise<void>,
): Promise<number | null> {
  const server = spawn(process.execPath, [cli, 'catalog', 'serve', 'rules', '--port', '0'], {
    cwd: home,
  });
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (line: Buffer) => resolve(line.toString().trim()));
    server.once('exit', () => reject(new Error('The server has ended.')));
  });
  const ended = new Promise<number | null>((resolve) => server.once('exit', resolve));
  // A browser that waits for changes.
  const changes: string[] = [];
  let wake: (() => void) | null = null;
  const live = request(`${url}live`, (response) => {
    response.on('data', (piece: Buffer) => {
      changes.push(piece.toString());
      wake?.();
    });
    response.on('error', () => undefined);
  });
  live.on('error', () => undefined);
  live.end();
  const next = async (): Promise<string> => {
    if (changes.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return changes.shift()!;
  };
  try {
    await use(url, next);
  } finally {
    server.kill('SIGINT');
  }
  return ended;
}

describe('sigmaql catalog serve', () => {
  test('shows pages and follows the rules as they change', async () => {
    const home = folder({ 'rules/a.yml': GOOD });
    const status = await serving(home, async (url, next) => {
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      const page = `${url}rules/6d0a3f0e.html`;
      expect((await get(page)).text).toContain('Good');
      expect((await get(url)).text).toContain("connect-src 'self'");
      await new Promise((resolve) => setTimeout(resolve, 200));

      writeFileSync(join(home, 'rules/a.yml'), GOOD.replace('Good', 'Better'));
      expect(await next()).toBe('data: changed\n\n');
      expect((await get(page)).text).toContain('<h1>Better');

      writeFileSync(join(home, 'rules/b.yml'), OTHER.replace(/6d0a3f0e/, '7d0a3f0e'));
      await next();
      expect((await get(`${url}rules/7d0a3f0e.html`)).text).toContain('<h1>Other');
      expect((await get(page)).text).toMatch(/>corpus 1</);

      mkdirSync(join(home, 'rules/deep'));
      renameSync(join(home, 'rules/b.yml'), join(home, 'rules/deep/c.yml'));
      await next();
      await expect.poll(async () => (await get(`${url}by/all.html`)).text).toContain('Other');

      rmSync(join(home, 'rules/deep'), { recursive: true });
      await next();
      await expect.poll(async () => (await get(`${url}rules/7d0a3f0e.html`)).status).toBe(404);

      appendFileSync(join(home, 'rules/a.yml'), '  broken');
      await next();
      await expect.poll(async () => (await get(`${url}unread.html`)).text).toContain('rules/a.yml');
    });
    expect(status).toBe(0);
  });

  test('reads again what an edited filter ties', async () => {
    const filter = (user: string, id = '6d0a3f0e-26f5-4b2e-9a52-5bd0d5f1f001'): string =>
      `title: F\nlogsource: { product: windows }\nfilter: { rules: [${id}], s: { User: ${user} }, condition: not s }\n`;
    const home = folder({ 'rules/a.yml': GOOD, 'rules/f.yml': filter('cook') });
    await serving(home, async (url) => {
      const page = async (): Promise<string> => (await get(`${url}rules/6d0a3f0e.html`)).text;
      const becomes = (expected: string): Promise<void> =>
        expect.poll(page, { timeout: 50_000 }).toContain(expected);
      expect(await page()).toContain('cook');
      await new Promise((resolve) => setTimeout(resolve, 200));
      writeFileSync(join(home, 'rules/f.yml'), filter('butler'));
      await becomes('butler');
      writeFileSync(join(home, 'rules/f.yml'), filter('butler', 'nobody'));
      await expect.poll(page, { timeout: 50_000 }).not.toContain('butler');
      writeFileSync(join(home, 'rules/g.yml'), filter('maid', 'any'));
      await becomes('maid');
      rmSync(join(home, 'rules/g.yml'));
      await expect.poll(page, { timeout: 50_000 }).not.toContain('maid');
    });
  });

  test(
    'follows atomic saves, and a folder that is removed and made again',
    {
      timeout: 240_000,
    },
    async () => {
      const home = folder({ 'rules/a.yml': GOOD });
      await serving(home, async (url) => {
        const page = `${url}rules/6d0a3f0e.html`;
        const title = async (): Promise<string> =>
          /<h1>([^<]*)/.exec((await get(page)).text)?.[1] ?? '';
        const becomes = (expected: string): Promise<void> =>
          expect.poll(title, { timeout: 50_000 }).toBe(expected);
        for (const round of ['Round 1', 'Round 2', 'Round 3']) {
          writeFileSync(join(home, 'new.tmp'), GOOD.replace('Good', round));
          renameSync(join(home, 'new.tmp'), join(home, 'rules/a.yml'));
          await becomes(round);
        }
        rmSync(join(home, 'rules'), { recursive: true });
        await becomes('');
        mkdirSync(join(home, 'rules'));
        writeFileSync(join(home, 'rules/a.yml'), GOOD.replace('Good', 'Back'));
        await becomes('Back');
        writeFileSync(join(home, 'rules/a.yml'), GOOD.replace('Good', 'Again'));
        await becomes('Again');
      });
    },
  );

  test('answers to its own address only, with its own pages only', async () => {
    const home = folder({ 'rules/a.yml': GOOD, secret: 'mine' });
    await serving(home, async (url) => {
      const { port } = new URL(url);
      const host = (name: string) => get(url, { host: name });
      expect((await host(`localhost:${port}`)).status).toBe(200);
      expect((await host(`[::1]:${port}`)).status).toBe(200);
      expect((await host('evil.example')).status).toBe(421);
      expect((await host(`127.0.0.1.evil.example:${port}`)).status).toBe(421);
      for (const path of [
        '../secret',
        '..%2fsecret',
        'rules/../../secret',
        '%2e%2e/secret',
        'rules/a.yml',
        '/etc/passwd',
        'constructor',
        'index.html%00',
      ]) {
        expect((await get(`${url}${path}`)).status, path).toBe(404);
      }
      expect((await get(url, {}, 'POST')).status).toBe(405);
      expect((await get(url, {}, 'HEAD')).text).toBe('');
      expect((await get(`${url}?x=1`)).status).toBe(200);
      const { headers } = await get(url);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    });
  });
});

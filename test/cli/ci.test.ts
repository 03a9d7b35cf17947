import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BAD, GOOD, cli, folder } from './command.js';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/ci.md');

/** A repository of rules, with tests and a configuration. */
const FILES = {
  'sigmaql.config.yml': 'targets: [kql]\n',
  'rules/a.yml': GOOD,
  'rules/a.test.yml': "match:\n  - { Image: 'C:\\whoami.exe' }\n",
};

/** Where a step keeps its files, with the command on the path. */
function runner(): Record<string, string> {
  const temp = folder({ sigmaql: `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n` });
  chmodSync(join(temp, 'sigmaql'), 0o755);
  writeFileSync(join(temp, 'summary.md'), '');
  return {
    PATH: `${temp}${delimiter}${process.env['PATH']}`,
    GITHUB_ACTION_PATH: root,
    RUNNER_TEMP: temp,
    GITHUB_STEP_SUMMARY: join(temp, 'summary.md'),
  };
}

function shell(script: string, cwd: string, env: Record<string, string>) {
  // As GitHub runs `shell: bash`.
  const options = { cwd, env, encoding: 'utf8' as const };
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], options);
}

/** The YAML on the page that begins with a comment. */
function shown(name: string): unknown {
  return parse(page.split(`\`\`\`yaml\n# ${name}\n`)[1]!.split('```')[0]!);
}

interface Step {
  readonly if?: string;
  readonly run: string;
  readonly env?: Record<string, string>;
}

interface Action {
  readonly inputs: Record<string, { default?: string; required?: boolean }>;
  readonly runs: { readonly steps: readonly Step[] };
}

describe('the action', () => {
  const action = parse(read('action.yml')) as Action;

  function run(cwd: string, given: Record<string, string>) {
    const inputs = Object.entries(action.inputs).map(
      ([name, { default: value = '' }]) => [name, given[name] ?? value] as const,
    );
    const filled = (text: string): string =>
      inputs.reduce((t, [name, value]) => t.replaceAll(`\${{ inputs.${name} }}`, value), text);
    const env = runner();
    const done = { status: 0 as number | null, log: '', summary: '' };
    for (const step of action.runs.steps) {
      const [, name, wanted] = /^inputs\.(\w+) == '(\w+)'$/.exec(step.if ?? '') ?? [];
      if (name && inputs.every(([n, value]) => n !== name || value !== wanted)) continue;
      // What a user gives is in no script, where the shell would run it.
      expect(step.run).not.toContain('${{');
      const own = Object.entries(step.env ?? {}).map(([key, value]) => [key, filled(value)]);
      const ran = shell(step.run, cwd, { ...env, ...Object.fromEntries(own) });
      done.log += ran.stdout + ran.stderr;
      done.status = ran.status;
      if (ran.status !== 0) break;
    }
    done.summary = readFileSync(env['GITHUB_STEP_SUMMARY']!, 'utf8');
    return done;
  }

  test('converts, and writes a report', () => {
    const cwd = folder(FILES);
    const converted = run(cwd, { rules: 'rules/', sarif: 'r.sarif' });
    expect(converted.status).toBe(0);
    expect(converted.log).toBe('');
    expect(existsSync(join(cwd, 'r.sarif'))).toBe(true);
  });

  test('passes every input on', () => {
    const cwd = folder({ ...FILES, 'my rules/b.yml': GOOD });
    const failing = run(cwd, { rules: 'my rules\n', target: 'lucene', 'fail-on': 'approximat' });
    expect(failing.status).toBe(2);
    for (const [input, value, message] of [
      ['target', 'kqll', "no target 'kqll'"],
      ['format', 'nonsense', "no format 'nonsense'"],
      ['pipeline', 'nonsense', "file 'nonsense'"],
      ['config', 'none.yml', "'none.yml' cannot be read"],
      ['profile', 'none', "no profile 'none'"],
      ['baseline', 'none.json', 'none.json cannot be read'],
      ['rules', '--version', '--version'],
    ] as const) {
      const wrong = run(cwd, { rules: 'my rules', [input]: value });
      expect(wrong.status, input).not.toBe(0);
      expect(wrong.log).toContain(message);
    }
  });

  test('fails with an annotation if a rule is refused', () => {
    const refused = run(folder({ ...FILES, 'rules/b.yml': BAD }), { rules: 'rules' });
    expect(refused.status).toBe(1);
    expect(refused.log).toMatch(/^::error file=rules\/b\.yml/m);
  });

  test('publishes, and then finds nothing to do until a rule changes', () => {
    const cwd = folder(FILES);
    const inputs = { rules: 'rules', output: 'deploy' };
    expect(run(cwd, { ...inputs, check: 'true' })).toMatchObject({ status: 1 });
    const published = run(cwd, inputs);
    expect(published.status).toBe(0);
    expect(published.log).toBe('');
    expect(published.summary).toContain('Good');
    expect(run(cwd, inputs)).toMatchObject({ status: 0, summary: '' });
    expect(run(cwd, { ...inputs, check: 'true' })).toMatchObject({ status: 0 });
    writeFileSync(join(cwd, 'rules/a.yml'), GOOD.replace('whoami', 'hostname'));
    const stale = run(cwd, { ...inputs, check: 'true' });
    expect(stale.status).toBe(1);
    expect(stale.summary).toContain('hostname');
  });

  test('runs tests, and shows what failed', () => {
    const cwd = folder(FILES);
    expect(run(cwd, { rules: 'rules', test: 'true' }).status).toBe(0);
    writeFileSync(join(cwd, 'rules/a.test.yml'), 'no_match:\n  - { Image: a\\whoami.exe }\n');
    const failed = run(cwd, { rules: 'rules', test: 'true' });
    expect(failed.status).toBe(1);
    expect(failed.summary).toContain('FAILED rules/a.yml');
  });

  test('has the inputs that the page names', () => {
    const { steps } = shown('github') as { steps: { uses: string; with?: object }[] };
    const used = steps.find((s) => s.uses.startsWith('OWNER/'))!.with!;
    const inputs = Object.keys(action.inputs);
    expect(inputs).toEqual(expect.arrayContaining(Object.keys(used)));
    const listed = [...page.matchAll(/^\| `([\w-]+)` +\|/gm)].map((m) => m[1]);
    expect(listed.sort()).toEqual([...inputs].sort());
  });
});

describe('the GitLab jobs', () => {
  type Job = { extends?: string; script?: string[] };
  const { variables, ...jobs } = parse(read('ci/gitlab.yml')) as Record<string, Job> & {
    variables: Record<string, string>;
  };
  const names = Object.keys(jobs).filter((name) => jobs[name]?.script);

  test('run', () => {
    const cwd = folder(FILES);
    for (const name of names) {
      const ran = shell(jobs[name]!.script!.join('\n'), cwd, { ...runner(), ...variables });
      expect(ran.status, `${name}: ${ran.stderr}`).toBe(0);
    }
    expect(existsSync(join(cwd, 'sigmaql-tests.xml'))).toBe(true);
    expect(existsSync(join(cwd, 'deploy/manifest.json'))).toBe(true);
  });

  test('are those that the page names', () => {
    const own = Object.values(shown('gitlab') as Record<string, Job>).flatMap((j) =>
      j.extends === undefined ? [] : [j.extends],
    );
    expect(own.length).toBeGreaterThan(0);
    expect(names).toEqual(expect.arrayContaining(own));
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });
});

describe('the pre-commit hooks', () => {
  type Hook = { id: string; entry: string; args?: string[]; pass_filenames?: boolean };
  const hooks = parse(read('.pre-commit-hooks.yaml')) as Hook[];
  const run = (hook: Hook, cwd: string) => {
    const files = hook.pass_filenames === false ? [] : ['rules/a.yml'];
    return shell([hook.entry, ...(hook.args ?? []), ...files].join(' '), cwd, runner());
  };

  test('pass where all is well, and fail where it is not', () => {
    const good = folder(FILES);
    expect(shell('sigmaql publish rules -o deploy', good, runner()).status).toBe(0);
    const bad = folder({
      'sigmaql.config.yml': 'targets: [kqll]\n',
      'rules/a.yml': BAD,
      'rules/a.test.yml': 'match: []\n',
    });
    for (const hook of hooks) {
      expect(run(hook, good).status, hook.id).toBe(0);
      expect(run(hook, bad).status, hook.id).not.toBe(0);
    }
  });

  test('are those that the page names', () => {
    const { repos } = shown('pre-commit') as { repos: { hooks: { id: string }[] }[] };
    const ids = hooks.map((h) => h.id);
    expect(ids).toEqual(expect.arrayContaining(repos[0]!.hooks.map((h) => h.id)));
    for (const id of ids) expect(page).toContain(`\`${id}\``);
  });
});

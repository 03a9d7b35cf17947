import { beforeAll, describe, expect, test } from 'vitest';
import { folder, GOOD, sigmaql } from './command.js';

const FILES = {
  'a.yml': GOOD,
  'lucene.yml': 'name: of lucene\nallowed_backends: [lucene]\nmapping: {Image: exe}\n',
  'elastic.yml': 'name: of elastic\nstore: elastic\nmapping: {Image: exe}\n',
  'kusto.yml': 'name: of kusto\nallowed_backends: [kusto]\nmapping: {Image: FolderPath}\n',
  'same/any.yml': 'name: of any\nmapping: {FolderPath: Path}\n',
  'any.yml': 'name: of any\nmapping: {Image: FolderPath}\n',
};

let home: string;
beforeAll(() => (home = folder(FILES)));

const convert = (targets: string, pipelines: string) =>
  sigmaql(['convert', 'a.yml', '-t', targets, '-p', pipelines, '--compact'], { cwd: home });

describe('what is doubtful in a pipeline', () => {
  const FOLDED = 'mapping:\n  Image: exe\n    - path\n';
  const doubtful = (...flags: string[]) =>
    sigmaql([...flags, '-p', 'folded.yml'], {
      cwd: folder({ 'a.yml': GOOD, 'folded.yml': FOLDED, 'e.jsonl': '{}' }),
    });

  test.each([
    ['convert', ['convert', 'a.yml', '-t', 'splunk,kql']],
    ['explain', ['explain', 'a.yml', '-t', 'splunk']],
    ['pipeline show', ['pipeline', 'show', 'a.yml', '-t', 'splunk']],
    ['match', ['match', 'a.yml', '--events', 'e.jsonl']],
  ])('is told once by %s', (_, flags) => {
    expect(doubtful(...flags).stderr.match(/^warning\[yaml-folded-list\]/gm)).toHaveLength(1);
  });

  test('is not an error', () => {
    const { status, stderr } = doubtful('convert', 'a.yml', '-t', 'splunk', '-q');
    expect([status, stderr]).toEqual([0, '']);
  });
});

describe('a name', () => {
  test('of a pipeline that ships is that pipeline, whatever lies in the working directory', () => {
    const lying = folder({
      'a.yml': GOOD,
      'microsoft/a.yml': GOOD,
      sentinel: 'mapping: {Image: x}',
    });
    const query = (...flags: string[]) =>
      sigmaql(['convert', 'a.yml', '-t', 'kql', ...flags], { cwd: lying });
    expect(query().stdout).toContain('DeviceProcessEvents');
    expect(query('-p', 'microsoft').stdout).toContain('DeviceProcessEvents');
    expect(query('-p', 'sentinel').stdout).toMatch(/^Event\b/);
    expect(query('-p', './sentinel').stdout).toMatch(/^x\b/);
  });

  test('of two pipelines is told apart by their files', () => {
    const both = sigmaql(
      ['convert', 'a.yml', '-t', 'splunk', '-p', 'any.yml,same/any.yml', '--json'],
      { cwd: home },
    );
    expect(JSON.parse(both.stdout)).toMatchObject({
      pipelines: ['of any (any.yml)', 'of any (same/any.yml)'],
    });
  });

  test('that sigma-cli gives to a target is that target', () => {
    expect(convert('kql', 'kusto.yml').stdout).toContain('FolderPath');
    expect(convert('splunk', 'kusto.yml').status).toBe(2);
  });

  test('that is empty names none', () => {
    const { status, stderr } = convert('kql', '');
    expect(status).toBe(2);
    expect(stderr).toContain('-p names no pipeline');
  });

  test.each(['__proto__', 'constructor'])('of an option is not %s', (name) => {
    const run = sigmaql(['convert', 'a.yml', '-t', 'kql', '-O', `kql.${name}=1`], { cwd: home });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain(`kql has no option '${name}'`);
  });
});

describe('a pipeline that is not for the target', () => {
  test('is an error where no other target is asked for', () => {
    const { status, stdout, stderr } = convert('kql', 'lucene.yml');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('The pipeline of lucene is for lucene, not for kql.');
    expect(convert('splunk', 'default,elastic.yml').status).toBe(2);
  });

  test('leaves its default to another target, which is told', () => {
    const { status, stdout, stderr } = convert('lucene,kql', 'lucene.yml');
    expect(status).toBe(0);
    expect(stdout).toContain('exe:*\\\\whoami.exe');
    expect(stdout).toContain('DeviceProcessEvents');
    expect(stderr).toContain(
      'note: None of the pipelines that you named is for kql: it is converted with its default, microsoft.',
    );
  });

  test('says nothing where others of those named are for the target', () => {
    const { stderr } = convert('lucene,kql', 'lucene.yml,microsoft-xdr');
    expect(stderr).not.toContain('None of the pipelines');
  });
});

test('a pipeline may be for every target of a store', () => {
  expect(convert('lucene', 'elastic.yml').stdout).toBe('exe:*\\\\whoami.exe\n');
});

test("`default` means the target's own pipelines", () => {
  const { status, stdout } = convert('kql', 'default,any.yml');
  expect(status).toBe(0);
  expect(stdout).toContain('DeviceProcessEvents | where');
  expect(stdout).toContain('FolderPath endswith');
  expect(convert('kql', 'default').stdout).toBe(
    sigmaql(['convert', 'a.yml', '-t', 'kql', '--compact'], { cwd: home }).stdout,
  );
});

test('pipeline show tells what each step does to the fidelity of the query', () => {
  const steps = `name: mine
transformations:
  - {id: index, type: add_condition, conditions: {index: win}, rule_conditions: [{type: logsource, product: windows}]}
  - {id: host, type: add_condition, conditions: {host: 'srv-*'}}
  - {id: less, type: drop_detection_item, field_name_conditions: [{type: include_fields, fields: [User]}]}
  - {id: not, type: drop_detection_item, field_name_conditions: [{type: include_fields, fields: [Parent]}]}
  - {id: names, type: field_name_mapping, mapping: {Image: exe}}
`;
  const rule = GOOD.replace(
    'condition: s',
    'u: {User: kettle, EventID: 1}\n  p: {Parent: stove, EventID: 2}\n  condition: s and u and not p',
  );
  const where = folder({ 'rule.yml': rule, 'steps.yml': steps });
  const { stdout } = sigmaql(['pipeline', 'show', 'rule.yml', '-t', 'splunk', '-p', 'steps.yml'], {
    cwd: where,
  });
  const effects = stdout
    .split(/^\d+\. /m)
    .slice(1)
    .map((step) => [step.split('\n')[0], /^ {3}(wider|narrower|fact): /m.exec(step)?.[1] ?? null]);
  expect(effects).toEqual([
    ['add_condition (index)', 'fact'],
    ['add_condition (host)', 'narrower'],
    ['drop_detection_item (less)', 'wider'],
    ['drop_detection_item (not)', 'narrower'],
    ['field_name_mapping (names)', null],
  ]);
});

describe('pipelines', () => {
  const MAPPING = 'mapping:\n  Image: process.executable\n';

  test('are files, or ship with a target', () => {
    const home = folder({ 'a.yml': GOOD, 'p.yml': MAPPING });
    const own = sigmaql(['convert', 'a.yml', '-t', 'splunk', '-p', 'p.yml'], { cwd: home });
    expect(own).toMatchObject({ status: 0, stdout: 'process.executable="*\\\\whoami.exe"\n' });
    const shipped = sigmaql(['convert', 'a.yml', '-t', 'lucene', '-p', 'ecs-windows'], {
      cwd: home,
    });
    expect(shipped.stdout).toContain('process.name:/[wW][hH]');
    const none = sigmaql(['convert', 'a.yml', '-t', 'splunk', '-p', 'none'], { cwd: home });
    expect(none.stdout).toBe('Image="*\\\\whoami.exe"\n');
  });

  test('are all those of a folder, by their priorities', () => {
    const home = folder({
      'a.yml': GOOD,
      'mine/a.yml': 'priority: 20\nmapping:\n  exe: process.executable\n',
      'mine/sub/b.yaml': 'priority: 10\nmapping:\n  Image: exe\n',
      'mine/notes.txt': '',
    });
    const run = sigmaql(['convert', 'a.yml', '-t', 'splunk', '-p', 'mine'], { cwd: home });
    expect(run).toMatchObject({ status: 0, stdout: 'process.executable="*\\\\whoami.exe"\n' });
    const onto = ['convert', 'a.yml', '-t', 'splunk', '-p', 'mine', '-o', 'mine/a.yml'];
    expect(sigmaql(onto, { cwd: home }).status).toBe(2);
    const checked = sigmaql(['pipeline', 'check', 'mine'], { cwd: home });
    expect(checked.stdout).toBe('mine/a.yml: no errors.\nmine/sub/b.yaml: no errors.\n');
    const empty = sigmaql(['convert', 'a.yml', '-t', 'splunk', '-p', 'none/'], {
      cwd: folder({ 'a.yml': GOOD, 'none/x.txt': '' }),
    });
    expect(empty.status).toBe(2);
    expect(empty.stderr).toContain('This folder contains no pipelines');
  });

  test('have a key named `mapping`', () => {
    const run = sigmaql(['pipeline', 'check', 'p.yml'], {
      cwd: folder({ 'p.yml': MAPPING.replace('mapping', 'maping') }),
    });
    expect(run.stderr).toContain('A pipeline has no key `maping`. Did you mean `mapping`?');
  });

  test('that are not there are wrong use', () => {
    const run = sigmaql(['convert', 'a.yml', '-t', 'lucene', '-p', 'ecs-window'], {
      cwd: folder({ 'a.yml': GOOD }),
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("Did you mean 'ecs-windows'?");
  });

  test('are checked, each problem at its place', () => {
    const home = folder({ 'good.yml': MAPPING, 'bad.yml': `${MAPPING}mappings: {}\n` });
    const run = sigmaql(['pipeline', 'check', 'good.yml', 'bad.yml'], { cwd: home });
    expect(run.status).toBe(1);
    expect(run.stdout).toBe('good.yml: no errors.\n');
    expect(run.stderr).toContain('--> bad.yml:3:1');
  });

  test('are shown step by step', () => {
    const home = folder({ 'a.yml': GOOD, 'p.yml': MAPPING });
    const run = sigmaql(['pipeline', 'show', 'a.yml', '-t', 'splunk', '-p', 'p.yml'], {
      cwd: home,
    });
    expect(run.stdout).toBe(
      'Good [splunk]\n1. field_name_mapping\n   s: Image = "*\\\\whoami.exe"  →  s: process.executable = "*\\\\whoami.exe"\n',
    );
  });

  test('are shown as a conversion applies them: its targets, options and placeholders', () => {
    const own = `export default { apiVersion: 1, backends: [{
      name: 'mine', title: 'Mine', options: [],
      formats: [{ name: 'query', description: 'Plain', extension: 'txt', wrap: null }],
      simplify: { oneOf: false, pushNegation: false },
      emit: () => { throw new Error('not called'); },
    }] };`;
    const rule = GOOD.replace('endswith: \\whoami.exe', "endswith|expand: '%tool%'");
    const home = folder({ 'a.yml': rule, 'p.yml': MAPPING, 'mine.mjs': own });
    const shown = (...flags: string[]) =>
      sigmaql(['pipeline', 'show', 'a.yml', ...flags], { cwd: home }).stdout;
    expect(shown('-t', 'mine,splunk', '-p', 'p.yml', '--backend', './mine.mjs')).toMatch(
      /^Good \[mine\]\n1\. field_name_mapping\n.*process\.executable.*\nGood \[splunk\]\n/,
    );
    expect(shown('-t', 'kql', '--placeholder', 'tool=kettle.exe')).toContain('kettle.exe"');
    expect(shown('-t', 'kql', '-O', 'kql.table=SecurityEvent')).toContain('Reads SecurityEvent');
  });

  test('with finalizers make one text of all queries', () => {
    const finalizers = `${MAPPING}finalizers:\n  - type: json\n`;
    const home = folder({ 'r/a.yml': GOOD, 'r/b.yml': GOOD, 'p.yml': finalizers });
    const run = sigmaql(['convert', 'r', '-t', 'splunk', '-p', 'p.yml'], { cwd: home });
    expect(JSON.parse(run.stdout)).toEqual(Array(2).fill('process.executable="*\\\\whoami.exe"'));
    const tree = sigmaql(['convert', 'r', '-t', 'splunk', '-p', 'p.yml', '-o', 'o'], { cwd: home });
    expect(tree.status).toBe(2);
  });
});

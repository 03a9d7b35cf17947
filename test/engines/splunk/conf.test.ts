import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { splunk } from '../../../backends/splunk/index.js';
import { queriesOf } from '../../formats/queries.js';

/* savedsearches.conf of all rules, read by Splunk's own parser of such files for add-ons. */

const installed = join(import.meta.dirname, '../target/pysigma/bin/python');
const python = existsSync(installed) ? installed : 'python3';
const READ = `
import io, json, sys
from addonfactory_splunk_conf_parser_lib import TABConfigParser
parser = TABConfigParser()
parser.read_file(io.TextIOWrapper(sys.stdin.buffer, 'utf-8', newline='\\n'))
print(json.dumps([{'name': name, **dict(parser.items(name))} for name in parser.sections()]))`;
const PACKAGE = 'addonfactory-splunk-conf-parser-lib==1.0.0';
const present =
  spawnSync(python, ['-c', 'import addonfactory_splunk_conf_parser_lib'], { stdio: 'ignore' })
    .status === 0;
if (!present) console.log(`Splunk’s .conf parser is skipped: python3 -m pip install ${PACKAGE}`);

test.runIf(present)('has every search once, with its id', async () => {
  const queries = await queriesOf(splunk, 'savedsearches');
  const bundle = splunk.formats.find((f) => f.name === 'savedsearches')!.bundle!(
    queries.map((q) => ({ text: q.text!, heading: q.name! })),
  );
  const { stdout, stderr } = spawnSync(python, ['-c', READ], {
    encoding: 'utf8',
    input: bundle,
    maxBuffer: 1 << 28,
  });
  expect(stderr).toBe('');
  const stanzas = JSON.parse(stdout) as Record<string, string>[];
  const ids = stanzas.map(
    (s) =>
      (JSON.parse(s['action.correlationsearch.metadata']!) as { detection_id: string })
        .detection_id,
  );
  expect(ids).toEqual(queries.map((q) => q.id));
  stanzas.forEach((stanza, i) => {
    const search = stanza['search']!.replaceAll('\\\n', '\n');
    expect(search.startsWith(stripped(queries[i]!.queryText!)), stanza['name']).toBe(true);
  });
});

/** The parser strips each line that a value continues on, and leaves the backslash before it. */
function stripped(text: string): string {
  return text.replace(/[^\S\n]*\n\s*/g, '\n');
}

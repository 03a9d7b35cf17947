import { existsSync } from 'node:fs';
import { visible } from '../../source/visible.js';
import { CONFIG_FILES, findConfig, readConfig, readConfigFile } from './config.js';
import type { ConfigFlags } from './reader.js';
import { PROFILES, SETTINGS, configSchema } from './settings.js';
import { protectedFiles } from '../output/destination.js';
import { writeNamed } from '../output/whole-file.js';
import { readSettings } from '../settings.js';
import { loadTargets, writeWarnings } from '../targets.js';
import { tellOut, writeOut } from '../terminal/terminal.js';
import { UsageError } from '../usage-error.js';

/** `sigmaql config check`; returns the exit status. Throws `UsageError` for what is wrong. */
export async function configCheckCommand(flags: ConfigFlags): Promise<number> {
  const path = flags.config ?? findConfig();
  if (path === undefined) {
    throw new UsageError(
      'There is no configuration here. Write one with `sigmaql config init`, or name it with --config.',
    );
  }
  const { profiles: own, warnings } = readConfigFile(path, flags);
  writeWarnings(warnings);
  const profiles = [...own.keys()];
  for (const profile of [undefined, ...profiles]) {
    const chosen = { ...flags, ...(profile !== undefined && { profile }) };
    const { targets, format } = readConfig(chosen);
    // The command line names the targets, and with them what a format may be.
    const isOpen = targets.length === 0 && typeof format === 'string';
    try {
      await loadTargets(
        await readSettings({ ...chosen, ...(isOpen && { format: ['default'] }) }, true),
      );
    } catch (error) {
      if (!(error instanceof UsageError) || profile === undefined) throw error;
      throw new UsageError(`In the profile ${profile}: ${error.message}`);
    }
  }
  const list = profiles.length === 0 ? '' : ` Profiles: ${profiles.join(', ')}.`;
  const verdict = warnings.length === 0 ? 'is valid' : 'has no errors, but warnings';
  await tellOut(`${visible(`${path} ${verdict}.${list}`)}\n`);
  return 0;
}

/** `sigmaql config schema`; returns the exit status. */
export async function configSchemaCommand(): Promise<number> {
  await writeOut(schemaText());
  return 0;
}

/** `sigmaql config init`: a file with every setting, and a schema for editors. Returns the exit status. */
export async function configInitCommand(): Promise<number> {
  const existing = CONFIG_FILES.find((f) => existsSync(f));
  if (existing !== undefined) {
    throw new UsageError(`${existing} already exists. Change it, or remove it first.`);
  }
  const [file = ''] = CONFIG_FILES;
  const isInstalled = existsSync(INSTALLED_SCHEMA);
  const written = [file];
  const write = async (path: string, text: string): Promise<void> =>
    writeNamed('The configuration', path, text, protectedFiles([]));
  if (!isInstalled) {
    await write(OWN_SCHEMA, schemaText());
    written.push(OWN_SCHEMA);
  }
  await write(file, initialConfig(isInstalled ? INSTALLED_SCHEMA : OWN_SCHEMA));
  await writeOut(`Wrote ${written.join(' and ')}.\n`);
  return 0;
}

/** Of the package, where it is installed for a project. */
const INSTALLED_SCHEMA = 'node_modules/sigmaql/dist/config.schema.json';
const OWN_SCHEMA = 'sigmaql.config.schema.json';

/** Every setting as a comment, but for the targets. */
function initialConfig(schema: string): string {
  const settings = Object.entries(SETTINGS).map(
    ([name, { description, example }]) =>
      `# ${description}\n${name === 'targets' ? '' : '# '}${name}: ${example}\n`,
  );
  return [
    `# yaml-language-server: $schema=./${schema}\n# The command line takes precedence over these settings.\n`,
    ...settings,
    `# ${PROFILES.description}\n# ${PROFILES.name}: ${PROFILES.example}\n`,
  ].join('\n');
}

function schemaText(): string {
  return `${JSON.stringify(configSchema(), null, 2)}\n`;
}

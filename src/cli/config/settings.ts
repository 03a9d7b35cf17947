import { LEVELS } from '../../model/level.js';
import { DEPLOY_CONDITIONS } from '../../convert/deployment.js';
import { DEPLOYMENT_SETTINGS } from '../../convert/deployment-reader.js';

/** What the value of a setting looks like. */
type Shape = keyof typeof SHAPES;

interface Setting {
  readonly shape: Shape;
  /** For the schema, and for the file that `config init` writes. */
  readonly description: string;
  /** In YAML. */
  readonly example: string;
}

/** What a configuration file may set, for the reader, the schema and `config init`. */
export const SETTINGS = {
  targets: {
    shape: 'strings',
    description: 'Targets to convert to.',
    example: '[kql, splunk]',
  },
  format: {
    shape: 'format',
    description: 'Output format: one for all targets, or one per target.',
    example: '{ kql: sentinel, splunk: savedsearches }',
  },
  pipelines: {
    shape: 'strings',
    description:
      'Pipeline names, and files or folders (`fields/`) relative to this one; default pipelines if not set.',
    example: '[microsoft-xdr, splunk-windows]',
  },
  options: {
    shape: 'options',
    description: 'Options of targets.',
    example: '{ splunk: { index: main } }',
  },
  placeholders: {
    shape: 'values',
    description: 'Values of %placeholders% in rules.',
    example: '{ administrators: [alice, bob] }',
  },
  deploy: {
    shape: 'deploy',
    description: 'How documents of formats are to run; later entries over earlier ones.',
    example: '[{ interval: 1h }, { when: { level: [high, critical] }, interval: 15m }]',
  },
  custom: {
    shape: 'deployNames',
    description: 'Settings of `deploy` that a rule may set itself, under `custom`.',
    example: '[lookback, throttle]',
  },
  strict: {
    shape: 'flag',
    description: 'Refuse queries that are approximate, unmapped, misspelt or over a limit.',
    example: 'true',
  },
  compact: {
    shape: 'flag',
    description: 'Print each query on one line.',
    example: 'true',
  },
  backends: {
    shape: 'strings',
    description: 'Packages or files that add targets. They run code, so the file must be trusted.',
    example: '[./targets/mine.mjs]',
  },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingName = keyof typeof SETTINGS;

/** Settings by name, applied with `--profile NAME` over those of the file. */
export const PROFILES = {
  name: 'profiles',
  description: 'Settings by profile name; `--profile NAME` applies them over the others.',
  example: '{ prod: { strict: true } }',
} as const;

/** Names the schema in a JSON file, for editors. */
export const SCHEMA_KEY = '$schema';

export function isSetting(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS, name);
}

const STRING = { type: 'string', minLength: 1 };
const SCALAR = { type: ['string', 'number', 'boolean'] };

const STRINGS = { anyOf: [STRING, { type: 'array', items: STRING }] };
const TIMESPAN = { type: 'string', pattern: '^[1-9][0-9]*[smhdw]$' };

/** Of one entry of `deploy`. */
const DEPLOYMENT: Readonly<Record<keyof typeof DEPLOYMENT_SETTINGS, object>> = {
  enabled: { type: 'boolean' },
  index: STRINGS,
  interval: TIMESPAN,
  lookback: TIMESPAN,
  throttle: TIMESPAN,
  severity: { enum: LEVELS },
  prefix: STRING,
  set: { type: 'object' },
};

/** What a rule may be allowed to set: not any key of the document. */
export const CUSTOM_NAMES = Object.keys(DEPLOYMENT_SETTINGS).filter((name) => name !== 'set');

const SHAPES = {
  deploy: {
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      properties: {
        when: {
          description: 'What the entry is for; everything if not given.',
          type: 'object',
          additionalProperties: false,
          properties: Object.fromEntries(DEPLOY_CONDITIONS.map((name) => [name, STRINGS])),
        },
        ...Object.fromEntries(
          Object.entries(DEPLOYMENT).map(([name, schema]) => [
            name,
            { description: DEPLOYMENT_SETTINGS[name as keyof typeof DEPLOYMENT], ...schema },
          ]),
        ),
      },
    },
  },
  deployNames: { type: 'array', items: { enum: CUSTOM_NAMES } },
  flag: { type: 'boolean' },
  strings: { anyOf: [STRING, { type: 'array', items: STRING }] },
  format: { anyOf: [STRING, { type: 'object', additionalProperties: STRING }] },
  options: {
    type: 'object',
    additionalProperties: { type: 'object', additionalProperties: SCALAR },
  },
  values: {
    type: 'object',
    additionalProperties: { anyOf: [SCALAR, { type: 'array', items: SCALAR }] },
  },
} as const;

/** The JSON schema of a configuration file, draft 7, as editors take it. */
export function configSchema(): object {
  const properties = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, { shape, description }]) => [
      name,
      { description, ...SHAPES[shape] },
    ]),
  );
  const { name, description } = PROFILES;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of sigmaql',
    type: 'object',
    additionalProperties: false,
    properties: {
      [SCHEMA_KEY]: { type: 'string' },
      ...properties,
      [name]: {
        description,
        type: 'object',
        additionalProperties: { type: 'object', additionalProperties: false, properties },
      },
    },
  };
}

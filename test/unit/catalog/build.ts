import { inspector } from '../../../src/catalog/inspect/inspect.js';
import type { Inspection, InspectOptions } from '../../../src/catalog/inspect/inspect.js';
import type { Rule } from '../../../src/model/rule.js';
import { readLibrary } from '../../support/read-library.js';

const inspectOne = await inspector();

/** Reads the one rule of a text. */
export function ruleOf(text: string): Rule {
  const library = readLibrary(text, { path: 'rule.yml' });
  const { diagnostics } = library;
  const content = library.documents[0]?.content;
  if (content?.kind !== 'rule') throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return content;
}

export interface Written {
  /** The lines of the detection section. */
  readonly detection: string;
  /** A flow map. */
  readonly logsource?: string;
  readonly tags?: readonly string[];
}

export function inspected(written: Written, options: InspectOptions = {}): Inspection {
  const { detection, logsource = '{ product: windows }', tags = [] } = written;
  const body = detection.trim().replace(/^(?=.)/gm, '  ');
  const list = tags.map((t) => JSON.stringify(t)).join(', ');
  const text = `title: A rule\ntags: [${list}]\nlogsource: ${logsource}\ndetection:\n${body}\n`;
  return inspectOne(ruleOf(text), options);
}

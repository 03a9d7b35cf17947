import type { SigmaDocument } from '../../model/document.js';
import { link } from '../../model/linking/library.js';
import type { Library } from '../../model/linking/library.js';
import { tuneForOneRun } from '../one-shot.js';
import { findRuleFiles, ruleReader, withoutFilters } from './rule-files.js';
import type { RuleFile } from './rule-files.js';
import type { Diagnostics } from '../terminal/terminal.js';

/**
 * For a command that ends with its run: reads and links the rules that the user named, with the filters
 * that `--filter` names, and reports what it cannot read and what linking has found.
 *
 * @param found told which files are going to be read
 */
export async function readLibrary(
  names: readonly string[],
  filterNames: readonly string[] | undefined,
  said: Diagnostics,
  found: (files: readonly RuleFile[]) => void = () => undefined,
): Promise<Library> {
  const rules = await findRuleFiles(names, filterNames);
  said.addAll(rules.diagnostics);
  tuneForOneRun(rules.files.length);
  found(rules.files);
  const read = ruleReader();
  const documents: SigmaDocument[] = [];
  for (const file of rules.files) {
    const own = read(file);
    if ('code' in own) said.addPlain(own);
    else for (const document of own) documents.push(document);
  }
  said.addAll(withoutFilters(rules, read));
  const library = link(documents);
  said.addAll(library.diagnostics);
  return library;
}

import type { Bundle } from './format.js';

/** Queries below each other, each under a comment of its language. */
export function commented(comment: (line: string) => string): Bundle {
  return (documents) =>
    documents.map(({ heading, text }) => `${comment(heading)}\n${text.trimEnd()}\n`).join('\n');
}

/** https://yaml.org/spec/1.2.2/#914-explicit-documents */
export const yamlDocuments: Bundle = (documents) =>
  documents.map(({ text }) => `---\n${text.trimEnd()}\n`).join('');

/** JSON values, one a line. */
export const jsonLines: Bundle = (documents) =>
  documents.map(({ text }) => `${JSON.stringify(JSON.parse(text))}\n`).join('');

/** Texts that each end what they begin. */
export const paragraphs: Bundle = (documents) =>
  documents.map(({ text }) => `${text.trimEnd()}\n`).join('\n');

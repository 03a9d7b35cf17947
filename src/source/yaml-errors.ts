import { isCollection, isScalar, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';

/** The parser's errors in the words of someone who writes rules. */
const EXPLANATIONS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'A tab indents this line. Indent with spaces.',
  BAD_INDENT: 'This line is indented unlike its neighbours. Align it with the other keys.',
  MISSING_CHAR: 'A closing quote, bracket or brace is missing.',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line. Is a colon, or a closing quote, missing?',
  BLOCK_AS_IMPLICIT_KEY:
    'Keys within one line. Put a value that holds a colon and a blank in single quotes.',
  UNEXPECTED_TOKEN:
    'This does not belong here. Is this line or one before it indented unlike its neighbours? Or does a value with special characters need single quotes?',
  BAD_SCALAR_START: 'A value cannot begin with this character. Put it in single quotes.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes begins an escape. Use single quotes.',
  BAD_ALIAS: 'A value cannot begin with * or & unless it is quoted. Put it in single quotes.',
};

/**
 * Once a line stands where nothing may, the parser finds every line after it stray as well: those
 * are no problems of their own.
 */
export function isConsequence({ code, message }: YAMLError): boolean {
  return code === 'UNEXPECTED_TOKEN' && message.includes('in YAML stream');
}

export function explain(error: YAMLError): string {
  const plain = error.message.split('\n')[0]!.replace(/[.:]?\s*$/, '');
  return `${explanationOf(error) ?? 'Not valid YAML.'} (YAML: ${plain})`;
}

function explanationOf({ code, message }: YAMLError): string | undefined {
  if (isUnclosed(message)) {
    if (message.includes('quote')) {
      const hint = message.includes('"quote')
        ? 'A backslash before a quote keeps it from closing; single quotes know no such escapes.'
        : "Within single quotes, write '' for one.";
      return `The quote that opens here is not closed. ${hint}`;
    }
    return 'The bracket that opens here is not closed. If it is part of a text, put all of it in single quotes.';
  }
  if (code === 'MISSING_CHAR') {
    if (message.startsWith('Implicit map keys')) {
      return 'A colon and a blank are missing after this name. Or, if it belongs to the text above, indent it more.';
    }
    if (message.startsWith('Sequence item')) {
      return 'This stands among the items of a list, without a dash. Add one, or indent it otherwise.';
    }
    if (message.startsWith('Tags and anchors')) return EXPLANATIONS['BAD_ALIAS'];
    if (message.startsWith('Missing')) return 'A comma is missing between the brackets.';
    if (message.startsWith('Comments')) return 'A blank is missing before the comment.';
    if (message.startsWith('Block scalar')) return EXPLANATIONS['BAD_INDENT'];
  }
  return EXPLANATIONS[code];
}

function isUnclosed(message: string): boolean {
  return /^Missing closing|^(?:Flow|Block) (?:map|sequence).*end with a/.test(message);
}

/**
 * Where the quote or bracket opens that an error misses the end of: the parser notices only where
 * the text ends. Null for other errors.
 */
export function opening(
  error: YAMLError,
  documents: readonly Document.Parsed[],
): readonly [number, number] | null {
  if (!isUnclosed(error.message)) return null;
  let found: readonly [number, number] | null = null;
  for (const document of documents) {
    visit(document, {
      Node: (_key, node) => {
        const range = node.range;
        if (!range || range[1] !== error.pos[0]) return;
        const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE');
        // The innermost of several that end here comes last.
        if (isQuoted || (isCollection(node) && node.flow)) found = [range[0], range[0] + 1];
      },
    });
  }
  return found;
}

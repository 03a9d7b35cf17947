import type { YAMLError } from 'yaml';

/** What our diagnostic says of an error of the YAML parser. */
export interface YamlProblem {
  readonly code: string;
  readonly message: string;
}

const problem = (code: string, message: string): YamlProblem => ({ code, message });

/** Says what an author can do; the parser's own words name productions of the YAML grammar. */
export function describe(error: YAMLError): YamlProblem {
  const { message } = error;
  switch (error.code) {
    case 'BAD_INDENT':
      if (message.startsWith('Flow')) return unclosed(message);
      if (message.startsWith('Block scalar')) return blockScalar();
      return problem(
        'yaml-indentation',
        'This does not line up with the lines above it. The names of one map, and the dashes of ' +
          'one list, stand in one column.',
      );
    case 'TAB_AS_INDENT':
      return problem(
        'yaml-tab',
        'A tab indents this, and how far cannot be told. Indent with spaces.',
      );
    case 'BAD_DQ_ESCAPE':
      return problem(
        'yaml-escape',
        'In double quotes a backslash begins an escape, and this is none; other backslashes of ' +
          'the value are escapes. Use single quotes, in which a backslash is a backslash.',
      );
    case 'BAD_SCALAR_START':
      return problem(
        'yaml-quotes',
        'A value cannot begin with this character. Write the whole value in single quotes.',
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
      return problem(
        'yaml-colon',
        "A second ': ' stands here. If it is part of the value, write the value in single " +
          'quotes; if not, begin a line of its own.',
      );
    case 'MULTILINE_IMPLICIT_KEY':
      return problem(
        'yaml-colon',
        'These lines are read as one name up to a colon further on. Is a colon with a space after ' +
          'it missing in the first, or is the last indented too far? A text of several lines ' +
          "that holds ': ' wants a '|' before it.",
      );
    case 'MISSING_CHAR':
      return missing(message);
    case 'BAD_ALIAS':
      return problem(
        'yaml-alias',
        "'*' and '&' before a value mean something else in YAML. Write the value in single quotes.",
      );
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
      return problem(
        'yaml-anchor',
        "'&name' and '!tag' stand once, before the value. If they are part of the value, write it " +
          'in single quotes.',
      );
    case 'TAG_RESOLVE_FAILED':
      return problem(
        'yaml-tag',
        'This tag is not known. If the value begins with an exclamation mark, write it in single quotes.',
      );
    case 'BAD_DIRECTIVE':
      return problem(
        'yaml-directive',
        "A line that begins with '%' before '---' is a YAML directive, and this is none. Delete it.",
      );
    case 'BLOCK_IN_FLOW':
      return problem(
        'yaml-brackets',
        'Within brackets, lists and maps want brackets too. Close the bracket, or write the value ' +
          'in single quotes.',
      );
    case 'KEY_OVER_1024_CHARS':
      return problem(
        'yaml-colon',
        'This name has more than 1,024 characters. Is the quote at its end missing?',
      );
    case 'RESOURCE_EXHAUSTION':
      return problem('yaml-too-deep', 'Lists and maps are nested too deep here.');
    case 'UNEXPECTED_TOKEN':
      return unexpected(message);
    default:
      return problem('yaml-syntax', `This is not YAML: ${message}.`);
  }
}

function missing(message: string): YamlProblem {
  if (message.includes('closing')) {
    const quote = message.includes('"quote') ? '"' : "'";
    const hint =
      quote === '"'
        ? 'A backslash before the last quote keeps it from closing; single quotes have no such trap.'
        : "Within single quotes, write '' for one quote.";
    return problem('yaml-quote', `The quote ${quote} that opens this value is not closed. ${hint}`);
  }
  if (message.startsWith('Implicit map keys')) {
    return problem(
      'yaml-colon',
      'A name stands here without a colon and a space after it. Or, if it belongs to the text ' +
        'above, indent it further.',
    );
  }
  if (message.startsWith('Sequence item')) {
    return problem(
      'yaml-dash',
      'This stands among the items of a list, but has no dash before it. Add one, or mend the indentation.',
    );
  }
  if (message.startsWith('Block scalars')) return blockScalar();
  if (message.startsWith('Flow')) return unclosed(message);
  if (message.startsWith('Missing , or :') || message.startsWith('Missing space')) {
    return problem('yaml-brackets', 'Between brackets, a comma is missing before this.');
  }
  if (message.startsWith('Comments')) {
    return problem(
      'yaml-comment',
      "A comment wants a space before its '#'. If it is none, write the value in single quotes.",
    );
  }
  if (message.startsWith('Tags and anchors')) {
    return problem('yaml-anchor', 'Write the value in single quotes: `&` and `!` begin no value.');
  }
  return problem('yaml-syntax', `This is not YAML: ${message}.`);
}

function unexpected(message: string): YamlProblem {
  if (message.includes('block-seq-ind') || message.includes('seq-item-ind')) {
    return problem(
      'yaml-dash',
      'A dash begins a list only at the start of a line. Begin a new line, or write the value in ' +
        'single quotes.',
    );
  }
  if (message.includes('at node end')) {
    return problem(
      'yaml-quotes',
      'The value has ended before this. Write all of it in one pair of single quotes.',
    );
  }
  if (/flow-(seq|map|error)-end/.test(message)) {
    return problem('yaml-brackets', 'No bracket is open that this could close.');
  }
  if (message.startsWith('Not a YAML token')) {
    return problem(
      'yaml-quotes',
      "After '|' or '>' the text begins on the next line. If this is one value, write it in " +
        'single quotes.',
    );
  }
  return problem(
    'yaml-syntax',
    'This cannot stand here. Mend the indentation, or write the value in single quotes.',
  );
}

function unclosed(message: string): YamlProblem {
  const bracket = message.includes('}') ? '}' : ']';
  return problem(
    'yaml-brackets',
    `The bracket '${bracket}' that closes this is missing. If the value only begins with a ` +
      'bracket, write it in single quotes.',
  );
}

function blockScalar(): YamlProblem {
  return problem(
    'yaml-indentation',
    "The text after '|' or '>' must be indented further than its name, and evenly.",
  );
}

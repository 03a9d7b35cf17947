/** A text with small repairs, which knows where each of its characters stood before. */
export interface Repaired {
  readonly text: string;
  /** From an offset of `text` to one of the original. */
  readonly toOriginal: (offset: number) => number;
}

interface Edit {
  /** Of the original text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Repair {
  readonly edits: readonly Edit[];
  /** What was understood, as the end of a sentence. */
  readonly reading: string;
}

export function applyRepairs(original: string, repairs: readonly Repair[]): Repaired {
  const edits = repairs.flatMap((r) => r.edits).sort((a, b) => a.start - b.start || a.end - b.end);
  /** Pairs of repaired and original offset at which stretches begin. */
  const starts: { repaired: number; original: number; replaced: boolean }[] = [];
  let text = '';
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at) continue;
    starts.push({ repaired: text.length, original: at, replaced: false });
    text += original.slice(at, edit.start);
    starts.push({ repaired: text.length, original: edit.start, replaced: true });
    text += edit.text;
    at = edit.end;
  }
  starts.push({ repaired: text.length, original: at, replaced: false });
  text += original.slice(at);
  return {
    text,
    toOriginal: (offset) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]!.repaired <= offset) low = middle;
        else high = middle - 1;
      }
      const start = starts[low]!;
      return start.replaced ? start.original : start.original + offset - start.repaired;
    },
  };
}

const VALUE = /^([ ]*(?:-[ ]+)*(?:[^\s:'"#[\]{}][^:#]*:[ ]+|-[ ]+))(\S.*?)[ \t]*$/;

/**
 * A repair for the line at which strict YAML stumbled, if a person can read it in one way only.
 * @param line the line without its break; `start` is its offset in the original text.
 */
export function repairLine(line: string, start: number): Repair | null {
  const tabs = /^[ ]*\t[ \t]*/.exec(line);
  if (tabs) {
    const blanks = tabs[0].replace(/\t/g, '    ');
    const edit = { start, end: start + tabs[0].length, text: blanks };
    return { edits: [edit], reading: 'a tab in the indentation as four spaces' };
  }
  const inner = /\t/.exec(line);
  const found = VALUE.exec(line.replace(/\t/g, ' '));
  if (!found) {
    return inner ? { edits: [tabEdit(start + inner.index)], reading: 'a tab as a space' } : null;
  }
  const [, head, value] = found as unknown as [string, string, string];
  const from = start + head.length;
  const to = from + value.length;
  if (value.startsWith('"')) {
    const edits = badEscapes(value, from);
    return edits.length > 0
      ? { edits, reading: 'a backslash in double quotes as a backslash' }
      : null;
  }
  if (/^[*%@`!&]/.test(value) || (/^[^'"[{|>]/.test(value) && /: |\t|:$/.test(value))) {
    const quoted = `'${line.slice(head.length, head.length + value.length).replace(/'/g, "''")}'`;
    return {
      edits: [{ start: from, end: to, text: quoted }],
      reading: 'this value as a plain string (put it in single quotes)',
    };
  }
  return inner ? { edits: [tabEdit(start + inner.index)], reading: 'a tab as a space' } : null;
}

function tabEdit(at: number): Edit {
  return { start: at, end: at + 1, text: ' ' };
}

/** Backslashes that begin no escape of YAML's double quotes. */
function badEscapes(value: string, from: number): Edit[] {
  const edits: Edit[] = [];
  for (let i = 1; i < value.length - 1; i++) {
    if (value[i] !== '\\') continue;
    if (
      !/^(?:[0abtnvfre "/\\N_LP\t]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/.test(
        value.slice(i + 1, i + 10),
      )
    ) {
      edits.push({ start: from + i, end: from + i + 1, text: '\\\\' });
    } else i++;
  }
  return edits;
}

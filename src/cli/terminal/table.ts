import { widthOf } from '../../source/code-frame.js';

const GAP = '  ';

/** Rows as lines with aligned columns. Cells must be fit for a terminal. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    // The last cell of a row needs no padding.
    for (const [i, cell] of row.slice(0, -1).entries()) {
      widths[i] = Math.max(widths[i] ?? 0, widthOf(cell));
    }
  }
  return rows.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell))))
      .join(GAP)
      .trimEnd(),
  );
}

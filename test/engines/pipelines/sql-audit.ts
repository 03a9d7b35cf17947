interface Part {
  readonly as: string;
  readonly name: string;
  readonly value: unknown;
}

/** What XML cannot hold, and blanks at an end, which are taken for padding. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|^\s|\s$|\.$/u;
/** What looks like the next field. */
const NEXT = /\s(?:[a-z]+(?:_[a-z]+)+|statement|succeeded):/;

/** What SQL Server writes of an audit, as an element of XML; null where it could not be read again. */
export function sqlAudit(parts: readonly Part[]): string | null {
  const lines = ['audit_schema_version:1'];
  for (const { as, name, value } of parts) {
    if (as !== 'sql-audit-field') return null;
    const text = value === null ? '' : String(value);
    if (UNWRITABLE.test(text) || NEXT.test(` ${text}`)) return null;
    lines.push(
      `${name}:${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}`,
    );
    if (name === 'statement') lines.push('additional_information:');
  }
  return `<Data>${lines.join('\n')}\nhost_name:KETTLE\n.</Data>`;
}

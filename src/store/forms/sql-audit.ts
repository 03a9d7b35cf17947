/**
 * Where a field is in what SQL Server audits, as a regular expression with one group that RE2, PCRE and
 * JavaScript read alike; null where no field has such a name. It is one string in the event log, `name:value`
 * after `name:value`; spaces fill a code up to its length, and the last value may have a full stop after it.
 * A statement may be of several lines, so it ends where what always follows it begins.
 * https://learn.microsoft.com/en-us/sql/relational-databases/system-functions/sys-fn-get-audit-file-transact-sql
 * https://github.com/elastic/integrations/tree/main/packages/microsoft_sqlserver/data_stream/audit/_dev/test/pipeline
 */
export function sqlAuditPattern(name: string): string | null {
  if (!/^\w+$/.test(name)) return null;
  const next =
    name === 'statement' ? 'additional_information' : '(?:[a-z]+(?:_[a-z]+)+|statement|succeeded)';
  return String.raw`[\s>]${name}:([^<]*?)\s*(?:\s${next}:|\.?<)`;
}

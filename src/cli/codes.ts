import { defineCodes } from '../source/codes.js';
import type { Finding } from '../source/codes.js';
import { diagnostic, fileDiagnostic } from '../source/diagnostic.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Span } from '../source/span.js';

/** What the command says of files, folders and its configuration. */
export const codes = defineCodes({
  'unknown-setting': {
    severity: 'error',
    message: "There is no setting '{name}'. {hint}",
    since: '0.1.0',
  },
  'setting-type': {
    severity: 'error',
    message: '`{name}` must be {expected}.',
    since: '0.1.0',
  },
  'config-untrusted': {
    severity: 'error',
    message:
      'This file was found, not named, so it may not {action}. If you trust it, pass --trust-config or name it with --config.',
    since: '0.1.0',
  },
  'config-documents': {
    severity: 'error',
    message: 'A configuration is one YAML document. Remove the others.',
    since: '0.1.0',
  },
});

export function at(finding: Finding, span: Span): Diagnostic {
  return diagnostic(finding.severity, finding.code, finding.message, span);
}

export function ofFile(finding: Finding, path: string): Diagnostic {
  return fileDiagnostic(finding.severity, finding.code, finding.message, path);
}

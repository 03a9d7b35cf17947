import type { Finding } from '../source/codes.js';
import type { Span } from '../source/span.js';
import { codes } from './modifiers/codes.js';
import { parseNetwork } from './modifiers/ip.js';
import { hasPlaceholder } from './patterns/pattern.js';
import { parseRegex } from './regex/parse.js';
import type { StringValue, Value } from './value.js';

/** What is wrong with a string whose placeholders have values. */
export type Refuse = (finding: Finding<'error'>, span: Span) => void;

/** A string whose placeholders have values as what it becomes. */
export function settle(value: StringValue, refuse: Refuse): Value {
  const { becomes, pattern, span } = value;
  if (!becomes || hasPlaceholder(pattern)) return value;
  const text = pattern.filter((p) => typeof p === 'string').join('');
  if (becomes.kind === 'cidr') {
    const parsed = parseNetwork(text.trim());
    if (parsed) return { kind: 'cidr', network: parsed.network, span };
    refuse(codes['bad-network'](), span);
    return value;
  }
  const { flags } = becomes;
  const parsed = parseRegex(text, flags);
  if (!('error' in parsed))
    return { kind: 'regex', regex: { source: text, flags, ast: parsed.ast }, span };
  const { finding } = parsed.error;
  refuse(codes['placeholder-regex']({ text, reason: finding.message }), span);
  return value;
}

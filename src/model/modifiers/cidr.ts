import { replaceText } from '../reading/fixes.js';
import { hasPlaceholder, parsePlaceholders } from '../patterns/pattern.js';
import { mapDrafts } from './chain.js';
import type { Modifier } from './modifier.js';
import { codes } from './codes.js';
import { deferred, wrongValue } from './draft.js';
import { parseNetwork } from './ip.js';

export const cidr: readonly Modifier[] = [
  {
    name: 'cidr',
    heading: 'IP (Internet Protocol) Modifiers',
    description: 'The address in the field is within the network, IPv4 or IPv6.',
    needsField: true,
    follows: [],
    instead: (before) =>
      `It needs the network as written, such as 10.0.0.0/8. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind !== 'string') return null;
          if (chain.names.includes('expand')) {
            const parts = parsePlaceholders(scalar.text.trim());
            if (hasPlaceholder(parts)) return deferred(parts, { kind: 'cidr' }, draft.span);
          }
          const parsed = parseNetwork(scalar.text.trim());
          if (!parsed) {
            chain.report(codes['bad-network'](), draft.span);
            return draft;
          }
          const { network, masked } = parsed;
          if (masked) {
            const fix = replaceText('Clear the host bits', scalar, network.text);
            const finding = codes['network-host-bits']({ network: network.text });
            chain.report(finding, draft.span, { fix });
          }
          return { kind: 'cidr', network, span: draft.span };
        },
        wrongValue('cidr', 'a network such as 10.0.0.0/8'),
      );
    },
  },
];

import { describe } from './draft.js';
import { mapDrafts } from './chain.js';
import type { Modifier } from './modifier.js';
import { parseNetwork } from './ip.js';

export const cidr: readonly Modifier[] = [
  {
    name: 'cidr',
    heading: 'IP (Internet Protocol) Modifiers',
    description: 'The address in the field is within the network, IPv4 or IPv6.',
    needsField: true,
    follows: [],
    instead: (before) =>
      `It takes a network as it is written, such as 10.0.0.0/8. Remove \`${before}\`.`,
    apply(chain) {
      mapDrafts(
        chain,
        (draft, scalar) => {
          if (draft.kind !== 'string') return null;
          const parsed = parseNetwork(scalar.text.trim());
          if (!parsed) {
            const message = 'This is no network. Write it as 10.0.0.0/8 or fe80::/10.';
            chain.report('error', 'bad-network', message, draft.span);
            return draft;
          }
          const { network, masked } = parsed;
          if (masked) {
            const message = `The address has bits beyond its prefix, so it is read as ${network.text}. Write it so.`;
            chain.report('warning', 'network-host-bits', message, draft.span);
          }
          return { kind: 'cidr', network, span: draft.span };
        },
        (draft) => `\`cidr\` takes a network such as 10.0.0.0/8, not ${describe(draft)}.`,
      );
    },
  },
];

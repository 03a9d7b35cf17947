import { namesProduct } from '../../model/log-source.js';
import type { Name } from '../../model/name.js';
import { freshName, withCondition } from '../../model/rewrite.js';
import type { Rule } from '../../model/rule.js';
import { servicesOf, windowsChannelsOf } from '../../schemas/windows/windows.js';
import type { Choosing } from './choosing.js';
import { codes } from '../codes.js';
import { report } from './explain.js';

/** The rule with what it names as its service asked for as `Channel`, where that is a channel of Windows. */
export function withItsChannel(rule: Rule, run: Choosing): Rule {
  const { logsource } = rule;
  const [first] = logsource.service;
  if (!first || logsource.category.length > 0) return rule;
  if (logsource.product.length > 0 && !namesProduct(logsource, 'windows')) return rule;
  if (!logsource.service.every(isChannel)) return rule;
  for (const name of logsource.service) {
    const service = servicesOf([name.text.toLowerCase()]).find(hasOneChannel);
    const advice = service
      ? `Write its service, \`${service}\`.`
      : 'Test it as `Channel` in the detection instead.';
    report(run, codes['channel-as-service']({ name: name.text, advice }), name.span);
  }
  const { span } = first;
  const asked = {
    kind: 'search-identifier' as const,
    name: { text: freshName(rule), span },
    body: {
      kind: 'detection-item' as const,
      field: { text: 'Channel', span },
      modifiers: [],
      linking: 'any' as const,
      negated: false,
      values: logsource.service.map((name) => ({
        kind: 'string' as const,
        pattern: [name.text],
        cased: false,
        span: name.span,
      })),
      span,
    },
    span,
  };
  return withCondition({ ...rule, logsource: { ...logsource, service: [] } }, asked, false);
}

function hasOneChannel(service: string): boolean {
  return windowsChannelsOf(service).length === 1;
}

/** Whether a name is a channel and no service: what is written so has a slash, or is one that is known. */
function isChannel({ text }: Name): boolean {
  const name = text.toLowerCase();
  if (windowsChannelsOf(name).length > 0) return false;
  const [provider] = name.split('/');
  if (windowsChannelsOf(provider!).length > 0) return false;
  return servicesOf([name]).length > 0 || /^[^/*?]+\/[^/*?]+$/.test(name);
}

// Loaded for their side effect: they set the globals Bridge, System and Kusto.
import '@kusto/language-service-next/bridge.min.js';
import '@kusto/language-service-next/Kusto.Language.Bridge.min.js';
import { kustoParser } from '../../src/languages/kusto/syntax.js';
import type { KustoGlobals } from '../../src/languages/kusto/syntax.js';

/** Microsoft's parser, from its package. */
export const kusto = kustoParser(globalThis as unknown as KustoGlobals);

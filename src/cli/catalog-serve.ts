import type { CatalogFlags } from './catalog-source.js';

export interface ServeFlags extends CatalogFlags {
  readonly port: string;
  readonly host: string;
}

export async function catalogServeCommand(
  rules: readonly string[],
  flags: ServeFlags,
): Promise<number> {
  void rules;
  void flags;
  return 0;
}

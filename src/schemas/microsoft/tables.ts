import type { Tables } from '../../store/tables.js';
import { corelightColumns } from './corelight.js';
import data from './tables.data.js';

/**
 * The tables of Sentinel, Azure Monitor and Defender XDR, and Corelight's functions. Of one that both Sentinel and Defender
 * have, the columns that it has in both.
 * https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables-index
 * https://learn.microsoft.com/en-us/defender-xdr/advanced-hunting-schema-tables
 */
class PublishedTables implements Tables {
  private readonly read = new Map<string, ReadonlyMap<string, string> | undefined>();

  columns(table: string): ReadonlyMap<string, string> | undefined {
    if (!this.read.has(table)) {
      this.read.set(table, corelightColumns(table) ?? readTable(table));
    }
    return this.read.get(table);
  }

  /** In the order of the alphabet. */
  *names(): Iterable<string> {
    for (const line of data.trim().split('\n')) yield line.slice(0, line.indexOf(' '));
  }
}

/**
 * Columns of strings that the reference leaves out, and recordings and rules of Microsoft's have.
 * https://github.com/Azure/Azure-Sentinel/blob/master/Sample%20Data/ASIM/Microsoft_Security%20Events_Authentication_IngestedLogs.csv
 * https://github.com/Azure/Azure-Sentinel/blob/master/Detections/SecurityEvent/SolorigateNamedPipe.yaml
 */
const UNLISTED: ReadonlyMap<string, readonly string[]> = new Map([
  ['SecurityEvent', ['AccessList', 'AccessReason', 'ImpersonationLevel']],
]);

export const tables: Tables = new PublishedTables();

function readTable(table: string): ReadonlyMap<string, string> | undefined {
  if (!/^\w+$/.test(table)) return undefined;
  const start = data.indexOf(`\n${table} `);
  if (start < 0) return undefined;
  const line = data.slice(start + table.length + 2, data.indexOf('\n', start + 1));
  const columns = new Map<string, string>();
  for (const group of line.split(' ')) {
    const colon = group.indexOf(':');
    const type = group.slice(0, colon);
    for (const name of group.slice(colon + 1).split(',')) columns.set(name, type);
  }
  for (const name of UNLISTED.get(table) ?? []) columns.set(name, 'string');
  return columns;
}

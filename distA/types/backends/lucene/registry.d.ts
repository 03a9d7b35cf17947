import type { FieldPredicate, Polarity, Report } from '../../src/backend/index.js';
import type { Piece } from './piece.js';
/**
 * What is asked of Sysmon's text of a registry value's data, asked of what Elastic's agents keep of it:
 * texts as they are, and numbers in decimal, with their types in a field beside it.
 * https://github.com/elastic/integrations/tree/main/packages/windows/data_stream/sysmon_operational
 * https://github.com/elastic/beats/blob/main/x-pack/winlogbeat/module/sysmon/ingest/sysmon.yml
 *
 * @param p asks it of the field of texts, whose name ends in `strings`
 */
export declare function registryPiece(p: FieldPredicate, polarity: Polarity, report: Report, write: (p: FieldPredicate) => Piece): Piece;

import { headerOf } from './events/csv-reader.js';
import { isLineFormat } from './events/text-reader.js';

/** `csv`, `log`, `text` and `xml` are read; the others are codes. */
export type ForeignFormat =
  'event-file-evtx' | 'event-file-compressed' | 'csv' | 'log' | 'text' | 'xml';

/**
 * The format of a file that is not JSON, if its beginning shows one that events come in.
 * @param isCsv whether the file is called so
 * https://github.com/libyal/libevtx/blob/main/documentation/Windows%20XML%20Event%20Log%20(EVTX).asciidoc
 */
export function foreignFormat(bytes: Uint8Array, isCsv: boolean): ForeignFormat | null {
  if (startsWith(bytes, [0x45, 0x6c, 0x66, 0x46, 0x69, 0x6c, 0x65, 0x00])) return 'event-file-evtx';
  // gzip, zip, zstd
  if (COMPRESSED.some((magic) => startsWith(bytes, magic))) return 'event-file-compressed';
  const text = new TextDecoder().decode(bytes).trimStart();
  if (SYSMON.test(text)) return 'xml';
  if (isLineFormat(text)) return 'text';
  if (XML.test(text)) return 'xml';
  if (DIRECTIVE.test(text)) return 'log';
  const { header, sign } = headerOf(text);
  const isTable = sign !== null || CSV_HEADER.test(header);
  return isTable || (isCsv && ONE_COLUMN.test(header)) ? 'csv' : null;
}

/** evtx_dump writes the number of each event in a line before it. Syslog begins with a number in brackets. */
const XML = /^\ufeff?(?:Record \d+\s+)?<[?!A-Za-z]/;

/**
 * A line of syslog that holds an event of Sysmon for Linux; what other programs log between such lines is not an event.
 * https://github.com/microsoft/SysmonForLinux
 */
const SYSMON = /^\ufeff?[^\n]{1,200} sysmon(?:\[\d+\])?: <Event>/;

/** How a log of Zeek's, or in W3C's extended format, begins. */
const DIRECTIVE = /^\ufeff?#(?:separator |(?:Software|Version|Date|Fields|Remark|Start-Date): )/;

const COMPRESSED = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0x28, 0xb5, 0x2f, 0xfd],
];

/** Names between commas, semicolons or tabs, and no JSON. */
const CSV_HEADER = /^(?=.*[A-Za-z])"?[\w .@/()[\]:#$-]+"?(?:[,;\t]"?[\w .@/()[\]:#$-]*"?)+$/;

/** A table may have one column, which looks like any line of text. */
const ONE_COLUMN = /^"?[A-Za-z][\w .@/()[\]:#$-]*"?$/;

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

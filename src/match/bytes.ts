/** The bytes of JSON that its reader tells apart. */
export const LF = 0x0a;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_LIST = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_LIST = 0x5d;
export const OPEN_MAP = 0x7b;
export const CLOSE_MAP = 0x7d;

/** White space between values; a byte order mark and the separator of RFC 7464 count as white space. */
export function isBlank(byte: number): boolean {
  return (
    byte === 0x20 ||
    byte === 0x09 ||
    byte === 0x0d ||
    byte === 0x1e ||
    byte === 0xef ||
    byte === 0xbb ||
    byte === 0xbf
  );
}

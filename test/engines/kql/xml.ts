/** What `parse_xml` makes of a text. */
export type XmlValue = string | null | XmlObject | readonly XmlValue[];
export interface XmlObject {
  readonly [key: string]: XmlValue;
}

/**
 * `parse_xml`, by the table of its page; null for what is no XML.
 * https://learn.microsoft.com/en-us/kusto/query/parse-xml-function
 */
export function parseXml(text: string): XmlObject | null {
  const reader = new XmlReader(text);
  const root = reader.element();
  return root && reader.atEnd() ? { [root.name]: root.value } : null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-fA-F]+)|(\w+));/g, (_, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hexadecimal !== undefined) return String.fromCodePoint(parseInt(hexadecimal as string, 16));
    const known = ENTITIES[name as string];
    if (known === undefined) throw new SyntaxError(`no such entity: ${String(name)}`);
    return known;
  });
}

class XmlReader {
  private at = 0;

  constructor(private readonly text: string) {}

  atEnd(): boolean {
    return /^\s*$/.test(this.text.slice(this.at));
  }

  private take(regex: RegExp): RegExpExecArray | null {
    const sticky = new RegExp(regex.source, 'y');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text);
    if (found) this.at = sticky.lastIndex;
    return found;
  }

  element(): { name: string; value: XmlValue } | null {
    const open = this.take(/\s*<([A-Za-z_][\w.-]*)/);
    if (!open) return null;
    const name = open[1]!;
    const inner: Record<string, XmlValue> = {};
    for (let a; (a = this.take(/\s+([\w:.-]+)=(?:"([^"<]*)"|'([^'<]*)')/));) {
      inner[`@${a[1]!}`] = decoded(a[2] ?? a[3] ?? '');
    }
    if (this.take(/\s*\/>/)) return { name, value: Object.keys(inner).length > 0 ? inner : null };
    if (!this.take(/\s*>/)) return null;
    let text = '';
    for (;;) {
      text += decoded(this.take(/[^<]+/)?.[0] ?? '');
      const close = this.take(/<\/([\w.-]+)\s*>/);
      if (close) return close[1] === name ? { name, value: valueOf(inner, text) } : null;
      const child = this.element();
      if (!child) return null;
      const before = inner[child.name];
      inner[child.name] =
        before === undefined
          ? child.value
          : [...(Array.isArray(before) ? (before as XmlValue[]) : [before]), child.value];
    }
  }
}

function valueOf(inner: Record<string, XmlValue>, text: string): XmlValue {
  const hasParts = Object.keys(inner).length > 0;
  if (!hasParts) return text;
  // White space between elements is no text.
  return /^\s*$/.test(text) && Object.keys(inner).some((k) => !k.startsWith('@'))
    ? inner
    : { ...inner, '#text': text };
}

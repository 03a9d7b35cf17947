import { own, plain } from './container.js';
import type { Container } from './container.js';
import { parseXml } from './xml.js';
import type { XmlElement } from './xml.js';
import { isJsonObject } from '../../source/json.js';
import type { JsonObject } from '../../source/json.js';

/** What an event of Windows says of where it is from, as written. */
export interface WindowsOrigin {
  readonly channel: unknown;
  readonly provider: unknown;
  readonly eventId: unknown;
}

export interface WindowsView {
  readonly containers: readonly Container[];
  readonly origin: WindowsOrigin;
}

/** How tools that make JSON of XML call an element's attributes, and its text. */
const ATTRIBUTES = ['#attributes', '$', '@attributes'];
const TEXTS = ['#text', '_', '$t', 'Value', 'Text'];
/** What the `Name` of a `Data` element is called. */
const NAMES = ['Name', '@Name', '@_Name', '-Name', '_Name'];

/**
 * The parts of an event of the Windows event log: data first, `System` last, whose elements give
 * attributes as `Provider_Name`. Any tool's JSON of it: attributes may be in a map of their own
 * (evtx_dump), beside the element (Chainsaw), or begin with `@`; named data may be a map or a list.
 */
export function windowsView(event: JsonObject): WindowsView {
  const containers: Container[] = [];
  const data = sole(own(event, 'EventData'));
  const read = dataOf(data);
  if (read) containers.push(plain(read));
  if (isJsonObject(data) && data !== read) containers.push(plain(data));
  const user = sole(own(event, 'UserData'));
  if (isJsonObject(user)) {
    for (const inner of Object.values(user)) {
      const part = sole(inner);
      if (isJsonObject(part)) containers.push(plain(part));
    }
  }
  const system = sole(own(event, 'System'));
  if (!isJsonObject(system)) {
    return { containers, origin: { channel: undefined, provider: undefined, eventId: undefined } };
  }
  const attributes = new Attributes(system);
  containers.push({ object: system, attributes });
  return { containers, origin: new Origin(system, attributes) };
}

/** xml2js makes a list of each element, unless it is told not to. */
function sole(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? value[0] : value;
}

/** The attributes of elements in `System`, which few events are asked for. */
class Attributes {
  private made: ReadonlyMap<string, unknown> | null = null;

  constructor(private readonly system: JsonObject) {}

  get(name: string): unknown {
    if (!name.includes('_')) return undefined;
    return (this.made ??= attributesOf(this.system)).get(name);
  }
}

// A getter in an object literal would give each event's object a shape of its own, which stays.
class Origin implements WindowsOrigin {
  readonly channel: unknown;
  readonly eventId: unknown;

  constructor(
    system: JsonObject,
    private readonly attributes: Attributes,
  ) {
    this.channel = own(system, 'Channel');
    this.eventId = textOfElement(sole(own(system, 'EventID')));
  }

  get provider(): unknown {
    return this.attributes.get('Provider_Name');
  }
}

/** Event data by name; data without names is `Data`. Null if there is none. */
function dataOf(data: unknown): JsonObject | null {
  if (typeof data === 'string') return dataOf(eventPart(data, 'EventData'));
  const list = isJsonObject(data) ? own(data, 'Data') : data;
  const items = Array.isArray(list)
    ? list
    : isJsonObject(list) && nameOf(list) !== null
      ? [list]
      : [];
  const named = items.filter((i) => isJsonObject(i) && nameOf(i) !== null) as readonly JsonObject[];
  if (named.length === 0) return isJsonObject(data) ? data : null;
  const read: Record<string, unknown> = isJsonObject(data) ? { ...data } : {};
  const bare = items.filter((i) => !(named as readonly unknown[]).includes(i));
  if (bare.length > 0) read['Data'] = bare;
  else delete read['Data'];
  for (const item of named) put(read, nameOf(item)!, textOfElement(item) ?? '');
  return read;
}

function nameOf(item: JsonObject): string | null {
  for (const holder of [item, ...ATTRIBUTES.map((a) => own(item, a))]) {
    if (!isJsonObject(holder)) continue;
    for (const key of NAMES) {
      const name = own(holder, key);
      if (typeof name === 'string') return name;
    }
  }
  return null;
}

/** What an element holds: itself, unless it has attributes beside its text. */
function textOfElement(value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  const key = TEXTS.find((k) => Object.hasOwn(value, k));
  if (key !== undefined) return value[key];
  return Object.keys(value).every((k) => isAttribute(k)) ? undefined : value;
}

function isAttribute(key: string): boolean {
  return ATTRIBUTES.includes(key) || NAMES.includes(key) || key.startsWith('@');
}

function put(object: Record<string, unknown>, name: string, value: unknown): void {
  const before = own(object, name);
  const made =
    before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  // Assignment would set the prototype.
  Object.defineProperty(object, name, {
    value: made,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

const BESIDE = /_attributes$/;
/** How an attribute begins that is beside the text: `@`, and `@_` of fast-xml-parser. */
const MARKED = /^@_?/;

function attributesOf(system: JsonObject): ReadonlyMap<string, unknown> {
  const attributes = new Map<string, unknown>();
  for (const [element, held] of Object.entries(system)) {
    const content = sole(held);
    if (!isJsonObject(content)) continue;
    if (BESIDE.test(element)) {
      const name = element.replace(BESIDE, '');
      for (const [key, value] of Object.entries(content)) attributes.set(`${name}_${key}`, value);
      continue;
    }
    for (const key of ATTRIBUTES) {
      const of = own(content, key);
      if (!isJsonObject(of)) continue;
      for (const [name, value] of Object.entries(of)) attributes.set(`${element}_${name}`, value);
    }
    for (const [key, value] of Object.entries(content)) {
      if (MARKED.test(key)) attributes.set(`${element}_${key.replace(MARKED, '')}`, value);
    }
    // Elements of <System> have no elements of their own: what they hold are attributes.
    const name = own(content, 'Name');
    if (name !== undefined) attributes.set(`${element}_Name`, name);
  }
  return attributes;
}

/** How the XML of an event begins. */
export const EVENT_START = /^\s*<Event[\s>]/;

/** The parts of `<Event>` in XML, as `windowsView` reads them; null if that is not what it is. */
export function eventOfXml(xml: string): JsonObject | null {
  const root = parseXml(xml);
  const event = root?.children.find((c) => localName(c) === 'Event');
  if (!event) return null;
  const parts: Record<string, unknown> = {};
  for (const child of event.children) put(parts, localName(child), asJson(child));
  return parts;
}

/** One part of an event that is XML of its own, such as a column that holds `<EventData>`. */
function eventPart(xml: string, name: string): JsonObject | null {
  const root = parseXml(xml);
  if (!root) return null;
  const stack = [...root.children];
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (localName(element) === name) {
      const json = asJson(element);
      return isJsonObject(json) ? json : null;
    }
    stack.push(...element.children);
  }
  return null;
}

/** `EventData` or `UserData` in XML as `windowsView` reads an event; null if it is neither. */
export function eventOfData(xml: string): JsonObject | null {
  for (const name of ['EventData', 'UserData']) {
    const part = eventPart(xml, name);
    if (part) return { [name]: part };
  }
  return null;
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

function asJson(element: XmlElement): unknown {
  const { attributes, children, text } = element;
  if (attributes.size === 0 && children.length === 0) return text;
  const json: Record<string, unknown> = {};
  if (attributes.size > 0) json['#attributes'] = Object.fromEntries(attributes);
  for (const child of children) put(json, localName(child), asJson(child));
  if (children.length === 0 && text !== '') json['#text'] = text;
  return json;
}

import { INVISIBLE, codePointOf, visible } from '../../source/visible.js';

const MARKUP = Symbol('markup');

/** A piece of a page. Only `markup` makes one: nothing that is read from a file can pass for it. */
export interface Html {
  readonly [MARKUP]: string;
}

export type Child = Html | string | number | null | false | readonly Child[];

/**
 * A piece of a page, from a template of ours and from strings of anyone's. By where it stands, a string
 * becomes character data, the value of a quoted attribute, or a link; it never becomes markup. Line
 * breaks of the template and the indentation after them are left out, but for those within tags.
 */
export function markup(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  const { texts, places } = templateOf(strings);
  let html = texts[0]!;
  for (let i = 0; i < children.length; i++) {
    html += print(children[i]!, places[i]!) + texts[i + 1]!;
  }
  return { [MARKUP]: html };
}

export function printHtml(html: Html): string {
  return html[MARKUP];
}

/** Joins pieces with a piece between each two. */
export function joined(pieces: readonly Child[], between: Child): readonly Child[] {
  return pieces.flatMap((piece, i) => (i === 0 ? [piece] : [between, piece]));
}

/** `attribute` and `link`: the whole of a value, quotes included. `within`: a part of it. */
type Place = 'text' | 'attribute' | 'link' | 'within';

interface Template {
  readonly texts: readonly string[];
  readonly places: readonly Place[];
}

const templates = new WeakMap<TemplateStringsArray, Template>();

/** End tags that HTML lets us omit: the next tag, or the end of the parent, implies them. */
const OPTIONAL = /<\/(?:li|dt|dd|tr|th|td|thead|tbody)>/g;

/** The values of attributes that need no quotes, of our own writing. */
const PLAIN_VALUE = /="([\w./#:-]*[\w-])"(?=[ >])/g;

function templateOf(strings: TemplateStringsArray): Template {
  let known = templates.get(strings);
  if (known) return known;
  const texts: string[] = [];
  const places: Place[] = [];
  let before = '';
  strings.forEach((written, i) => {
    let text = written.replace(/\n\s*/g, (_, at: number) =>
      tagAt(before + written.slice(0, at)) === null ? '' : ' ',
    );
    before += text;
    if (i < strings.length - 1) places.push(placeBetween(before, strings[i + 1]!));
    before += '_';
    if (isWhole(places[i - 1])) text = text.slice(1);
    if (isWhole(places[i])) text = text.slice(0, -1);
    texts.push(text.replace(OPTIONAL, '').replace(PLAIN_VALUE, '=$1'));
  });
  templates.set(strings, (known = { texts, places }));
  return known;
}

function placeBetween(before: string, after: string): Place {
  const tag = tagAt(before);
  if (tag === null) return 'text';
  const attribute = /\s([a-z-]+)="[^"]*$/.exec(tag)?.[1];
  if (attribute === undefined) {
    throw new TypeError(`What is put into a tag must stand in double quotes: ${tag}`);
  }
  const whole = tag.endsWith('="') && after.startsWith('"');
  if (attribute !== 'href' && attribute !== 'src') return whole ? 'attribute' : 'within';
  if (!whole) throw new TypeError(`A link must be one piece: ${tag}`);
  return 'link';
}

function isWhole(place: Place | undefined): boolean {
  return place === 'attribute' || place === 'link';
}

/** The tag that a template is within after some text. Templates have no `<` or `>` but those of tags. */
function tagAt(before: string): string | null {
  const tag = before.slice(before.lastIndexOf('<'));
  return tag.startsWith('<') && !tag.includes('>') ? tag : null;
}

function print(child: Child, place: Place): string {
  if (place !== 'text') return printValue(child, place);
  if (typeof child === 'string') return textHtml(child);
  if (child === null || child === false) return '';
  if (typeof child === 'number') return String(child);
  if (!isList(child)) return child[MARKUP];
  let html = '';
  for (const each of child) html += print(each, place);
  return html;
}

function printValue(child: Child, place: Place): string {
  if (typeof child !== 'string' && typeof child !== 'number') {
    throw new TypeError('The value of an attribute is a text or a number.');
  }
  const text = String(child);
  if (place === 'within') return attributeHtml(text);
  const value = place === 'attribute' || isLink(text) ? text : '#';
  return NEEDS_NO_QUOTES.test(value) ? value : `"${attributeHtml(value)}"`;
}

const NEEDS_NO_QUOTES = /^[\w./#:-]*[\w-]$/;

function isList(child: Html | readonly Child[]): child is readonly Child[] {
  return Array.isArray(child);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const NOT_PLAIN = /[&<>]|[^\u0020-\u007e\t\n]/;

/**
 * Line breaks and tabs stay as they are. What else nobody would see is shown by its number, and
 * moves nothing; the page's script makes the character of it again where text is copied.
 */
function textHtml(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .replace(/[&<>]/g, (c) => ENTITIES[c]!)
    .replace(INVISIBLE, (c) =>
      c === '\n' || c === '\t' ? c : `<span class="cp">U+${codePointOf(c)}</span>`,
    );
}

/** For a value in double quotes. */
function attributeHtml(text: string): string {
  return visible(text.replace(/[&<>"]/g, (c) => ENTITIES[c]!));
}

/** Of the web; or of this site, relative, with a fragment or without. */
function isLink(text: string): boolean {
  return OWN_LINK.test(text) || isWebLink(text);
}

const OWN_LINK = /^(?:[\w.-]+(?:\/[\w.-]+)*)?(?:#[\w.%=&+-]*)?$/;

/** Whether a string is a whole http or https address that may be linked. */
export function isWebLink(text: string): boolean {
  if (!/^https?:\/\/[^\s/\\?#@]+(?:[/?#]|$)/i.test(text) || INVISIBLE_ONCE.test(text)) return false;
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}

const INVISIBLE_ONCE = new RegExp(INVISIBLE.source, 'u');

/** A link to elsewhere where the text is one, and the text alone where it is not. */
export function webLink(text: string): Html {
  return isWebLink(text) ? markup`<a href="${text}">${text}</a>` : markup`${text}`;
}

/**
 * Text of a rule between text of ours: whichever way it is written, the two stay in order. Below
 * Hebrew in Unicode, nothing is written from right to left.
 */
export function bdi(text: string): Child {
  return /[\u0590-\uffff]/.test(text) ? markup`<bdi>${text}</bdi>` : text;
}

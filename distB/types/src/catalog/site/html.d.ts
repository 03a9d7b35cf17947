declare const MARKUP: unique symbol;
/** A piece of a page. Only `markup` makes one: nothing that is read from a file can pass for it. */
export interface Html {
    readonly [MARKUP]: string;
}
export type Child = Html | string | number | null | false | readonly Child[];
/**
 * A piece of a page, from a template of ours and from texts of anyone's. By where it stands, a text
 * becomes character data, the value of a quoted attribute, or a link; it never becomes markup. Line
 * breaks of the template and the indentation after them are left out, but for those within tags.
 */
export declare function markup(strings: TemplateStringsArray, ...children: readonly Child[]): Html;
export declare function printHtml(html: Html): string;
/** Joins pieces with a piece between each two. */
export declare function joined(pieces: readonly Child[], between: Child): readonly Child[];
/** Whether a text is a whole http or https address that may be linked. */
export declare function isWebLink(text: string): boolean;
/** A link to elsewhere where the text is one, and the text alone where it is not. */
export declare function webLink(text: string): Html;
/**
 * A text of a rule between texts of ours: whichever way it is written, they stay in order. Below
 * Hebrew in Unicode, nothing is written from right to left.
 */
export declare function bdi(text: string): Child;
export {};

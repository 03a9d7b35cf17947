/**
 * Characters that show nothing, or that move or hide what stands beside them: controls, bidi
 * controls, fillers, tags, selectors but those of emoji, and halves of surrogate pairs.
 * https://www.unicode.org/reports/tr36/#visual_spoofing
 */
export declare const INVISIBLE: RegExp;
/** With such characters spelled out and tabs as blanks, so that a rule cannot repaint a terminal. */
export declare function visible(text: string): string;

/** What is wrong with a condition's text, for people. Offsets count its UTF-16 code units. */
export interface Problem {
    readonly code: 'bad-condition' | 'unbalanced-parenthesis' | 'condition-too-deep';
    readonly message: string;
    readonly start: number;
    readonly end: number;
}
/** Looks at the parentheses alone, before a parser has to follow them. */
export declare function checkParentheses(text: string): Problem | null;
/** @param offset where the parser could not go on. */
export declare function explainSyntax(text: string, offset: number): Problem;

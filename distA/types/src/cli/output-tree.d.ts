/** Writes queries below a folder, or all of them into one file. Never writes outside of it. */
export declare class OutputTree {
    private readonly path;
    private readonly severalTargets;
    private readonly asFile;
    private readonly used;
    private readonly pieces;
    constructor(path: string, severalTargets: boolean);
    /** @param below where the rule stands below its folder, with `/`. */
    write(below: string, target: string, extension: string, text: string): void;
    finish(): void;
    /** A second query of one rule file is `name.2.kql`. */
    private free;
}

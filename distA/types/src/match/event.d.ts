/** What a field may hold, after lists are taken apart. Objects count as present, and as no text. */
export type EventValue = string | number | bigint | boolean | null | object;
/**
 * One event, as its fields. A name is looked up as it stands, then as a dotted path, in the event
 * itself and, of a Windows event, in `Event.System`, `Event.EventData` and the parts of
 * `Event.UserData`; the attribute `Name` of the System element `Provider` is `Provider_Name`.
 */
export declare class MatchEvent {
    readonly json: Readonly<Record<string, unknown>>;
    private readonly containers;
    private readonly values;
    private readonly folded;
    private allTexts;
    private allFolded;
    constructor(json: Readonly<Record<string, unknown>>);
    /** Every value of a field; undefined if the event does not have it, or an empty list in it. */
    field(name: string): readonly EventValue[] | undefined;
    /** The field's strings, and its numbers and booleans as text, folded. */
    foldedTexts(name: string): readonly string[];
    /** Every text of the event, which is what keywords are looked for in. */
    texts(): readonly string[];
    foldedEventTexts(): readonly string[];
    private find;
}
/** A value as a string would spell it; null and objects have no text. */
export declare function textOf(value: EventValue): string | null;

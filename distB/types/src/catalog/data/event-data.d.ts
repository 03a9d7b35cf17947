/** An event of Windows that is known: what writes it, and what it says. */
export interface EventDefinition {
    readonly channel: string;
    readonly provider: string;
    readonly id: number;
    readonly meaning: string;
}
export interface EventData {
    /** The events of a channel with an id, one for each provider that uses it. */
    inChannel(channel: string, id: number): readonly EventDefinition[];
    /** The events with an id, in any channel. */
    withId(id: number): readonly EventDefinition[];
    /** The names by which a provider is known, its own first. */
    namesOf(provider: string): readonly string[];
}
/**
 * Reads tables of events. A line is `# channel`, `@ provider, other names of it`, or
 * `id meaning` of the channel and provider above it.
 */
export declare function parseEvents(tables: readonly string[]): EventData;

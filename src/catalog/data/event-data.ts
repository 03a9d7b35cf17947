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
export function parseEvents(tables: readonly string[]): EventData {
  const byChannel = new Map<string, Map<number, EventDefinition[]>>();
  const byId = new Map<number, EventDefinition[]>();
  const names = new Map<string, readonly string[]>();
  let channel = '';
  let provider = '';
  let inChannel = new Map<number, EventDefinition[]>();
  for (const line of tables.join('\n').split('\n')) {
    const text = line.slice(line.indexOf(' ') + 1);
    if (line.startsWith('# ')) {
      channel = text;
      inChannel = byChannel.get(key(channel)) ?? new Map<number, EventDefinition[]>();
      byChannel.set(key(channel), inChannel);
    } else if (line.startsWith('@ ')) {
      const own = text.split(', ');
      provider = own[0]!;
      names.set(provider, own);
    } else if (line !== '') {
      const id = Number(line.slice(0, line.indexOf(' ')));
      const definition = { channel, provider, id, meaning: text };
      append(inChannel, id, definition);
      append(byId, id, definition);
    }
  }
  return {
    inChannel: (name, id) => byChannel.get(key(name))?.get(id) ?? [],
    withId: (id) => byId.get(id) ?? [],
    namesOf: (name) => names.get(name) ?? [name],
  };
}

function key(channel: string): string {
  return channel.toLowerCase();
}

function append<K, V>(map: Map<K, V[]>, at: K, value: V): void {
  const known = map.get(at);
  if (known) known.push(value);
  else map.set(at, [value]);
}

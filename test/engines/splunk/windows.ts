/**
 * Events of Windows as Splunk's add-ons for Windows and Sysmon have them: the fields that their
 * props.conf and transforms.conf take out of XML, and out of the classic form.
 * https://splunk.github.io/splunk-add-on-for-microsoft-windows/
 * https://splunk.github.io/splunk-add-on-for-microsoft-sysmon/
 */
import { MatchEvent } from '../../../src/match/event.js';

interface Event {
  readonly System: {
    readonly Provider: { readonly '#attributes': { readonly Name: string } };
    readonly EventID: number;
    readonly Channel: string;
    readonly Computer: string;
  };
  readonly EventData?: Readonly<Record<string, unknown>> | null;
  readonly UserData?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Texts stay as they are written in XML, and attributes keep their quotation marks. */
export function inXml({ json }: MatchEvent): MatchEvent {
  const { System, EventData, UserData } = json['Event'] as Event;
  const fields: Record<string, unknown> = {
    source: `XmlWinEventLog:${System.Channel}`,
    EventCode: System.EventID,
    Computer: System.Computer,
    Channel: System.Channel,
    Name: `'${System.Provider['#attributes'].Name}'`,
  };
  for (const [name, value] of Object.entries(EventData ?? {})) fields[name] = escaped(value);
  for (const [name, parts] of Object.entries(UserData ?? {})) {
    const elements = Object.entries(parts).filter(([n]) => n !== '#attributes');
    const inner = elements.map(([n, v]) => `<${n}>${escaped(v)}</${n}>`);
    fields['UserData_Xml'] = `<${name} xmlns='urn:x'>${inner.join('')}</${name}>`;
  }
  return new MatchEvent(fields);
}

/** Only events of Sysmon: in the classic form, others are called as the message says. */
export function inClassicForm({ json }: MatchEvent): MatchEvent | null {
  const { System, EventData } = json['Event'] as Event;
  if (System.Channel !== 'Microsoft-Windows-Sysmon/Operational') return null;
  return new MatchEvent({
    ...EventData,
    source: `WinEventLog:${System.Channel}`,
    EventCode: System.EventID,
    ComputerName: System.Computer,
    SourceName: System.Provider['#attributes'].Name,
  });
}

function escaped(value: unknown): string {
  return String(value as string)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

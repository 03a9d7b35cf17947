/**
 * Events of Windows as Splunk's add-ons for Windows and Sysmon have them: the fields that their
 * props.conf and transforms.conf take out of XML, and out of the classic form.
 * https://splunk.github.io/splunk-add-on-for-microsoft-windows/
 * https://splunk.github.io/splunk-add-on-for-microsoft-sysmon/
 */
import { MatchEvent } from '../../../src/match/event.js';
import { escaped } from './indexed.js';

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

/** The event in either form; in the classic one, only Sysmon's fields are called the same. */
export function inAddOns({ json }: MatchEvent): readonly MatchEvent[] {
  const event = json['Event'] as Event;
  const isSysmon = event.System.Channel === 'Microsoft-Windows-Sysmon/Operational';
  return isSysmon ? [inXml(event), inClassicForm(event)] : [inXml(event)];
}

/** Texts stay as they are written in XML, and attributes keep their quotation marks. */
function inXml({ System, EventData, UserData }: Event): MatchEvent {
  const fields: Record<string, unknown> = {
    source: `XmlWinEventLog:${System.Channel}`,
    EventCode: System.EventID,
    Computer: System.Computer,
    Channel: System.Channel,
    Name: `'${System.Provider['#attributes'].Name}'`,
  };
  for (const [name, value] of Object.entries(EventData ?? {})) {
    fields[name] = escaped(String(value as string));
  }
  for (const [name, parts] of Object.entries(UserData ?? {})) {
    const elements = Object.entries(parts).filter(([n]) => n !== '#attributes');
    const inner = elements.map(([n, v]) => `<${n}>${escaped(String(v as string))}</${n}>`);
    fields['UserData_Xml'] = `<${name} xmlns='urn:x'>${inner.join('')}</${name}>`;
  }
  return new MatchEvent(fields);
}

/** As the message of the event says, which has Sysmon's own names. */
function inClassicForm({ System, EventData }: Event): MatchEvent {
  return new MatchEvent({
    ...EventData,
    source: `WinEventLog:${System.Channel}`,
    EventCode: System.EventID,
    ComputerName: System.Computer,
    SourceName: System.Provider['#attributes'].Name,
  });
}

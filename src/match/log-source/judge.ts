import type { LogSource } from '../../model/rule.js';
import type { MatchEvent } from '../event.js';
import type { StoreName } from '../../schemas/stores.js';
import type { Schemas } from '../schemas.js';
import { StoreJudge, storeFacts } from './stores.js';
import type { StoreFacts } from './stores.js';
import { contradictsWindows, windowsFacts } from './windows.js';
import type { WindowsFacts } from './windows.js';

/** What events say may be anything, so that the number of it that is remembered has a limit. */
const MAX_REMEMBERED = 10_000;

/** Tells which of some log sources an event cannot be of. */
export class LogSourceJudge {
  private readonly judges = new Map<StoreName, StoreJudge>();
  private elsewhere: ReadonlySet<string> | null = null;
  private readonly known = new Map<string, Uint8Array>();
  private readonly byFacts = new Map<WindowsFacts, Uint8Array>();
  private readonly alike = new Map<string, Uint8Array>();

  constructor(
    private readonly logsources: readonly LogSource[],
    private readonly schemas: Schemas,
  ) {}

  private judgeOf(store: StoreName): StoreJudge {
    let judge = this.judges.get(store);
    if (!judge) {
      judge = new StoreJudge(this.schemas.stores.get(store)?.sources ?? [], store);
      this.judges.set(store, judge);
    }
    return judge;
  }

  /** Products whose events are known never to be in the event log of Windows. */
  private readonly notInEventLog = (product: string): boolean => {
    if (!this.elsewhere) {
      const stores = [...this.schemas.stores.keys()];
      this.elsewhere = new Set(stores.flatMap((store) => this.judgeOf(store).products()));
    }
    return product !== 'windows' && this.elsewhere.has(product);
  };

  /** 1 at each log source that contradicts the event; null where the event says nothing. Equal ones are one. */
  contradictions(event: MatchEvent): Uint8Array | null {
    const windows = windowsFacts(event);
    // Its channel says more than the store does.
    const said = windows ? null : storeFacts(event);
    if (!windows && !said) return null;
    const before = windows && this.byFacts.get(windows);
    if (before) return before;
    const { store } = event.view;
    const stored = said && store && this.judgeOf(store).judged(said);
    const made = this.judged(windows, store, stored);
    if (windows) {
      if (this.byFacts.size === MAX_REMEMBERED) this.byFacts.clear();
      this.byFacts.set(windows, made);
    }
    return made;
  }

  private judged(
    windows: WindowsFacts | null,
    store: StoreName | null,
    stored: StoreFacts | null,
  ): Uint8Array {
    const key = JSON.stringify([windows, store, stored && [...stored]]);
    const known = this.known.get(key);
    if (known) return known;
    const made = Uint8Array.from(this.logsources, (logsource) =>
      this.contradicts(logsource, windows, store, stored) ? 1 : 0,
    );
    const said = made.join('');
    const same = this.alike.get(said) ?? made;
    if (this.known.size < MAX_REMEMBERED) {
      this.known.set(key, same);
      this.alike.set(said, same);
    }
    return same;
  }

  private contradicts(
    logsource: LogSource,
    windows: WindowsFacts | null,
    store: StoreName | null,
    stored: StoreFacts | null,
  ): boolean {
    if (windows) return contradictsWindows(windows, logsource, this.notInEventLog);
    return store !== null && stored !== null && this.judgeOf(store).contradicts(stored, logsource);
  }
}

import type { MemoryFacts } from './memory-facts.js';
import type { RecordHistory } from './record-history.js';
import type { RecordMasters } from './record-masters.js';

/** A record together with the earlier ones of its person, name or ticket. */
export interface RecordPast {
  readonly record: MemoryFacts;
  readonly history: RecordHistory;
}

/** A record together with what masters and history say of it: the subject of rules with memory. */
export interface MemoryCase extends RecordPast {
  readonly masters: RecordMasters;
  /** Ids of the rules that spoke of the record by itself (L4 to L6). */
  readonly said: ReadonlySet<string>;
}

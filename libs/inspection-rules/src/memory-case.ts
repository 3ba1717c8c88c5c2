import type { MemoryFacts } from './memory-facts.js';
import type { RecordHistory } from './record-history.js';
import type { RecordMasters } from './record-masters.js';

/** A record together with what masters and history say of it: the subject of rules with memory. */
export interface MemoryCase {
  readonly record: MemoryFacts;
  readonly masters: RecordMasters;
  readonly history: RecordHistory;
}

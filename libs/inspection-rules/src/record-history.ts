import type { CalendarDate } from '@daiko/exchange-format';
import type { CheckupValues } from './memory-facts.js';

/**
 * State of an earlier record, as the history knows it: judged good, waiting for an answer, paid, returned to the provider,
 * withdrawn (取下げ, 過誤返戻). Only the first three count as claimed.
 */
export type HistoryState = 'accepted' | 'queried' | 'settled' | 'returned' | 'withdrawn';

/** Values of an earlier record that checks compare with. Sensitive: sealed at rest. */
export interface PastValues {
  /** Of a checkup. */
  readonly checkup: CheckupValues | null;
  /** Of a guidance record: 腹囲 and 体重 at 実績評価, and the points reached. */
  readonly guidance: {
    readonly waist: number | null;
    readonly weight: number | null;
    readonly completedPoints: number | null;
  } | null;
}

/** An earlier record of the same person, ticket or name: plain data, without whose it is. */
export interface HistoryRecord {
  readonly submissionId: string;
  /** Number of the record in its archive, from 0. */
  readonly index: number;
  /** Day (JST) of receipt of its archive. */
  readonly receivedOn: CalendarDate;
  readonly state: HistoryState;
  /** 保険者番号, 記号・番号・枝番, birth and sex are the same. */
  readonly isSamePerson: boolean;
  /** Name, birth and sex are the same. */
  readonly isSameName: boolean;
  /** Both files are the same, byte for byte. */
  readonly isSameContent: boolean;
  /** It stands in the archive of the record that is judged. */
  readonly isOfSameArchive: boolean;
  readonly isGuidance: boolean;
  readonly insurerNumber: string | null;
  readonly institutionNumber: string | null;
  readonly ticketNumber: string | null;
  readonly programme: string;
  readonly serviceDate: CalendarDate | null;
  readonly checkupDate: CalendarDate | null;
  readonly timing: string;
  readonly level: string;
  /** Yen: 単価 of a guidance course, or all of a checkup's unit prices. */
  readonly unitYen: number | null;
  /** 算定金額 of guidance, yen. */
  readonly calculatedYen: number | null;
  readonly claimYen: number | null;
  /** Null where none were kept. */
  readonly values: PastValues | null;
}

/** What the agency's own history says of a record: looked up before the rules run. */
export interface RecordHistory {
  /** Earlier records of the person, of their ticket or of their name, oldest first, the returned ones too. */
  readonly records: readonly HistoryRecord[];
  /** First day (JST) from which the agency has all records it received; null where it has none, and rules that miss a record are silent. */
  readonly since: CalendarDate | null;
}

/** History of a record of whom nothing is known. */
export const noHistory: RecordHistory = { records: [], since: null };

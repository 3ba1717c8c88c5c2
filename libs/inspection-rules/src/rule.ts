import type { Bilingual, Severity } from '@daiko/contracts';
import type {
  CheckupClaim,
  CheckupItem,
  CheckupReport,
  ExchangeKind,
  GuidanceClaim,
  GuidanceReport,
} from '@daiko/exchange-format';
import type { ArchiveFacts } from './archive-facts.js';
import type { AppliesTo, DocumentFacts } from './document-facts.js';
import type { PairFacts } from './facts.js';
import type { ReturnReason } from './finding.js';
import type { Facts } from './frame.js';
import type { Identity } from './identity.js';
import type { IndexFacts } from './index-facts.js';
import type { MemoryCase } from './memory-case.js';
import type { Place } from './place.js';
import type { OutcomeCase, StatisticsCase } from './statistics/statistics-case.js';

export { text } from './text.js';

/** What each subject hands to a rule. */
export interface SubjectValues {
  /** The ZIP: its name, its directory, who sent it. */
  archive: ArchiveFacts;
  /** One XML file, read or not. */
  document: DocumentFacts;
  /** ix08 and su08 with the sums over all claims. */
  index: IndexFacts;
  /** Who a file says the person is; once for the result, once for the claim. */
  identity: Identity;
  /** Result and claim of one person's event, both readable. */
  pair: PairFacts;
  checkup: CheckupReport;
  /** One observation of a checkup: whether a rule says anything goes by the `entry` alone (`ItemFacts`), what it says need not. */
  item: CheckupItem;
  'checkup-claim': CheckupClaim;
  guidance: GuidanceReport;
  'guidance-claim': GuidanceClaim;
  /** A record with what masters and history say of it (L7, L8). */
  memory: MemoryCase;
  /** Checkups of one institution and year as numbers (L9). */
  statistics: StatisticsCase;
  /** What became of the records of an archive (L9). */
  outcome: OutcomeCase;
}
export type Subject = keyof SubjectValues;

/** What a rule may know beside its subject. */
export type FactsOf<S extends Subject> = S extends
  'archive' | 'document' | 'index' | 'memory' | 'statistics' | 'outcome'
  ? Facts
  : PairFacts;

/** Numbers and words for the `{placeholders}` of a message; a bilingual one is taken in the message's language. */
export type MessageValues = Readonly<Record<string, string | number | Bilingual>>;

/** What a report may add to its place. `value` and `expected` are also placeholders. */
export interface ReportDetails {
  readonly item?: string;
  readonly value?: string | number | null;
  readonly expected?: string | number | null;
  readonly values?: MessageValues;
  /** The other letter of a rule with two (`P/W`). */
  readonly severity?: Severity;
  /** The other code of a rule with two (`02/03`). */
  readonly returnReason?: ReturnReason;
}

/** How a rule says that it fired. */
export type Report = (place: Place, details?: ReportDetails) => void;

/** One rule (点検項目) of the catalogue: data, and a judgement that opens nothing, knows no clock and throws nothing. */
export interface RuleOf<S extends Subject> {
  /** Letter and three digits; never renumbered. */
  readonly id: string;
  /** L0 to L9 of the order of checks. */
  readonly level: number;
  readonly severity: Severity;
  /** True where nothing works without the rule: settings cannot soften it. */
  readonly isFixed?: true;
  readonly returnReason: ReturnReason | null;
  /** Where the condition comes from. */
  readonly source: string;
  readonly subject: S;
  /** True of a rule on how an item is written: at fault in many items of a record, it is one mistake of the software, said once. */
  readonly isOfWriting?: true;
  readonly appliesTo: readonly AppliesTo[];
  /** Of a rule on an item: types of value (xsi:type) that it has to do with; left out: every one. */
  readonly types?: readonly string[];
  /** 種別 of the archives whose records the rule judges; left out: 1, and for a whole file every one. */
  readonly exchanges?: readonly ExchangeKind[];
  /** Short, without values: what a return says. */
  readonly title: Bilingual;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  readonly check: (subject: SubjectValues[S], facts: FactsOf<S>, report: Report) => void;
}

/** Any rule. */
export type Rule = { [S in Subject]: RuleOf<S> }[Subject];

export { addRepetition, heldReport } from './amend-report.js';
export type { ArchiveContext } from './archive-facts.js';
export { catalogue } from './catalogue.js';
export { type DuplicateKeyParts, duplicateKeyOf } from './claim-facts.js';
export type { SchemaVerdict } from './document-facts.js';
export { compareFindings, type Finding, type ReturnReason, severityRank, toFindingMark } from './finding.js';
export { comparableInsured, type PersonIdentity } from './identity.js';
export type { ClaimTotals } from './index-facts.js';
export {
  archiveFindings,
  type ArchiveReport,
  beginInspection,
  type BegunInspection,
  inspect,
  type InspectionReport,
  type PrintedRecord,
  printedRecord,
  reportVersions,
  type ReportVersions,
  RULES_VERSION,
} from './inspect.js';
export { type DeskReport, inspectDesk } from './inspect-desk.js';
export { type ClaimListener, type IndexReport, inspectIndex } from './inspect-index.js';
export { inspectRecords } from './inspect-records.js';
export { inspectMemory, type Memory } from './inspect-memory.js';
export type { InsurerTerms } from './insurer-terms.js';
export { termsFor } from './terms-for.js';
export {
  digestsOf,
  type KnownRecord,
  KnownRecords,
  pastValuesOf,
  type RecordDigests,
} from './known-records.js';
export { type LinkingTicket, linkingTicket } from './linking-ticket.js';
export type { MemoryCase } from './memory-case.js';
export type {
  ChargeFacts,
  ChargePart,
  CheckupValues,
  DetailFacts,
  GuidanceValues,
  MemoryFacts,
  PriceFacts,
} from './memory-facts.js';
export { malwareFinding, repeatedContentFinding, repeatedNameFinding } from './memory-findings.js';
export { correctedRecord } from './rules/history/corrected-record.js';
export { repetitionOf } from './rules/history/repetition.js';
export { notChecked, openRules } from './not-checked.js';
export { readSettings, type ReadSettings } from './read-settings.js';
export { householdDigest, keyedDigest, nameDigest, personDigest } from './person-digest.js';
export {
  type ContractMaster,
  type ContractPrice,
  type ContractRow,
  type CopaymentKind,
  type CopaymentTerms,
  type MasterVersion,
  type MemberMaster,
  type MemberRow,
  noMasters,
  type PartnerFacts,
  type RecordMasters,
  type TicketMaster,
  type TicketRow,
} from './record-masters.js';
export {
  type HistoryRecord,
  type HistoryState,
  noHistory,
  type PastValues,
  type RecordHistory,
} from './record-history.js';
export { type LinkedBy, RecordLinks } from './record-links.js';
export { type RecordReport, type SchemaVerdicts, toInspectedRecord } from './record-report.js';
export { primaryReason, reasonRank, RETURN_TEXT_MAX, returnText, titlesOf } from './return-text.js';
export type { Rule, RuleOf, Subject } from './rule.js';
export { type Severities, severitiesFor } from './severities.js';
export type { Circumstances } from './setting-scope.js';
export { settingsOfText } from './settings-of-text.js';
export { type Band, DEFAULT_SETTINGS_VERSION, defaultSettings, type InspectionSettings } from './settings.js';
export {
  ArchiveStatistics,
  type GroupStatistics,
  GROUPS_MAX,
  statisticsOf,
  type WrittenStatistics,
} from './statistics/archive-statistics.js';
export {
  inspectStatistics,
  noStatisticsMemory,
  type StatisticsMemory,
  type StatisticsReport,
} from './statistics/inspect-statistics.js';
export type { ArchiveOutcome } from './statistics/statistics-case.js';

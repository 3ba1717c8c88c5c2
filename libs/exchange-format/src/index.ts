// ---- archive, identifiers, values ----
export { MemorySource, type ByteSource } from './byte-source.js';
export {
  ArchiveDirectory,
  type ArchiveRecord,
  type DirectoryFacts,
  type FirstOf,
  type PrefixCounts,
  type StrayEntry,
  type WrongName,
} from './archive/archive-directory.js';
export {
  ARCHIVE_DEFECT_CODES,
  MAX_DEFECTS,
  printablePath,
  type ArchiveDefect,
  type ArchiveDefectCode,
} from './archive/defect.js';
export type { EntryLocation } from './archive/entry-location.js';
export {
  formatEntryName,
  packPairDigits,
  pairedPrefix,
  parseEntryName,
  unpackPairDigits,
  type EntryName,
  type EntryPrefix,
} from './archive/entry-name.js';
export { exchangeKinds, exchangesOf, numberSystemOf } from './archive/exchange-kind.js';
export type { Adjudicator, Exchange, ExchangeKind, ExchangeParty } from './archive/exchange-kind.js';
export {
  CLAIMS_FOLDER,
  DATA_FOLDER,
  INDEX_FILE,
  SCHEMA_FILES,
  SUMMARY_FILE,
  type StrayKind,
} from './archive/layout.js';
export { DEFAULT_ARCHIVE_LIMITS, type ArchiveLimits } from './archive/limits.js';
export { listEntries, type ListedEntries } from './archive/list-entries.js';
export { isDefective, readDirectory } from './archive/read-directory.js';
export {
  expandEntry,
  readEntries,
  readEntry,
  readRaw,
  readRawEntries,
  type BatchAnswer,
  type EntryAnswer,
  type EntryDefect,
  type EntryDefectCode,
} from './archive/read-entry.js';
export {
  archiveKindOf,
  formatRootName,
  kindCodeOf,
  parseRootName,
  type ArchiveKind,
  type RootName,
  type RootNameReason,
} from './archive/root-name.js';
export { verifyLocalHeaders } from './archive/verify-local-headers.js';
export {
  ArchiveTooLarge,
  ArchiveWriter,
  MAX_WRITTEN_BYTES,
  MAX_WRITTEN_ENTRIES,
  type ArchiveWriterOptions,
  type RawEntry,
} from './archive/write-archive.js';
export {
  agencyNumberWithCheckDigit,
  parseAgencyNumber,
  type AgencyNumber,
  type AgencyNumberReason,
} from './identifiers/agency-number.js';
export { appendCheckDigit, checkDigitOf, hasValidCheckDigit } from './identifiers/check-digit.js';
export {
  insurerNumberWithCheckDigit,
  padInsurerNumber,
  parseInsurerNumber,
  type InsurerNumber,
  type InsurerNumberReason,
} from './identifiers/insurer-number.js';
export { IDENTIFIER_OID, OID_BASE, parseTicketOid, ticketOid } from './identifiers/oid.js';
export {
  EMPLOYER_NUMBERS,
  hasPrefecture,
  parseProviderNumber,
  providerNumberWithCheckDigit,
  type ProviderNumber,
  type ProviderNumberReason,
} from './identifiers/provider-number.js';
export {
  formatTicketNumber,
  parseTicketNumber,
  ticketNumberParts,
  type TicketKind,
  type TicketNumber,
  type TicketNumberParts,
} from './identifiers/ticket-number.js';
export {
  addDays,
  ageAt,
  calendarDate,
  compareDates,
  dateParts,
  dayInJapan,
  daysBetween,
  fiscalYear,
  fiscalYearEnd,
  fiscalYearStart,
  monthOf,
  parseCalendarDate,
  type CalendarDate,
} from './values/calendar-date.js';
export { examineEncoding, type EncodingFacts } from './values/encoding.js';
export { displayWidth, isFullWidthKatakana, normaliseForComparison } from './values/kana.js';
export { parsed, unparsed, type Parsed } from './values/parsed.js';
export { formatYen, NO_YEN, parseYen, sumYen, yen, type Yen, type YenReason } from './values/yen.js';

// ---- xml, documents, codes, items ----
export { codePointName } from './xml/forbidden-character.js';
export { parseXml } from './xml/parse-xml.js';
export type { ParsedXml } from './xml/parse-xml.js';
export type { XmlDefect, XmlDefectCode } from './xml/read-fully.js';
export { defaultXmlLimits } from './xml/xml-limits.js';
export type { XmlLimits } from './xml/xml-limits.js';
export { escapeAttribute, escapeText, XmlWriter } from './xml/write-xml.js';
export type { XmlAttributes } from './xml/write-xml.js';
export { pathOf, XmlElement } from './xml/xml-element.js';
export { xsiNamespace } from './xml/xml-names.js';
export { placeOf, validateSchema, type SchemaError, type SchemaErrorCode } from './xml/validate-schema.js';
export type { PreparedSchema } from './schemas/prepare-schema.js';
export type { ValueFault } from './schemas/judge-value.js';
export { ownSchema, ownSchemaFiles } from './schemas/own-schemas.js';
export { decidedDifferences, type SchemaDifference } from './schemas/decided-differences.js';
export { UnknownConstruct } from './schemas/read-schema-set.js';
export { knownSchemaSets, recogniseSchemaSet, type Recognition } from './schemas/known-schema-sets.js';
export {
  ownSchemaSet,
  schemaFileOf,
  type SchemaFiles,
  schemaKinds,
  type SchemaSet,
} from './schemas/schema-set.js';
export {
  ACTIVE_SET_FILE,
  isStorablePath,
  openSchemaSet,
  type OpenedSchemaSet,
  type ReadStored,
  SchemaSetDamaged,
  schemaSetLimits,
  type StoredSchemaSet,
  storeSchemaSet,
} from './schemas/stored-schema-set.js';
export { adjudicateClaim } from './documents/adjudicate-claim.js';
export type { Adjudication } from './documents/adjudicate-claim.js';
export { detectDocument } from './documents/detect-document.js';
export type { DocumentGeneration, DocumentKind } from './documents/detect-document.js';
export { cdaNamespace, oids, v3Namespace, v4Namespace } from './documents/oids.js';
export { decimalNumber, wholeNumber } from './documents/placed.js';
export type { Placed, PlacedCode, PlacedNumber } from './documents/placed.js';
export type {
  AdjudicationResult,
  Charge,
  ChargeDraft,
  ClaimSubject,
  ClaimSubjectDraft,
  InsuranceCard,
} from './documents/claim-parts.js';
export type {
  CdaHeader,
  CdaId,
  CdaOrganization,
  CdaPatient,
  CdaServiceEvent,
  CdaTicket,
} from './documents/cda/header.js';
export type { CdaHeaderDraft, CdaOrganizationDraft, CdaTicketDraft } from './documents/cda/write-header.js';
export type { IndexDraft, IndexFile, PartyNumber } from './documents/ix08/model.js';
export { readIndex } from './documents/ix08/read.js';
export { writeIndex } from './documents/ix08/write.js';
export type { SummaryDraft, SummaryFile } from './documents/su08/model.js';
export { readSummary } from './documents/su08/read.js';
export { writeSummary } from './documents/su08/write.js';
export type { CheckupClaim, CheckupClaimDraft, UnitPrice } from './documents/cc08/model.js';
export { readCheckupClaim } from './documents/cc08/read.js';
export { writeCheckupClaim } from './documents/cc08/write.js';
export type { GuidanceClaim, GuidanceClaimDraft } from './documents/gc08/model.js';
export { readGuidanceClaim } from './documents/gc08/read.js';
export { writeGuidanceClaim } from './documents/gc08/write.js';
export type {
  CdaSection,
  CheckupGroupDraft,
  CheckupItem,
  CheckupItemContent,
  CheckupItemDraft,
  CheckupReport,
  CheckupReportDraft,
  ItemState,
  NotedContent,
  ReferenceRange,
} from './documents/hc08/model.js';
export { readCheckupReport } from './documents/hc08/read.js';
export { writeCheckupReport } from './documents/hc08/write.js';
export type {
  GuidanceAct,
  GuidanceActDraft,
  GuidanceItem,
  GuidanceItemDraft,
  GuidanceReport,
  GuidanceReportDraft,
  GuidanceSection,
} from './documents/hg08/model.js';
export { readGuidanceReport } from './documents/hg08/read.js';
export { writeGuidanceReport } from './documents/hg08/write.js';
export { codeLabel, codeTable } from './codes/code-table.js';
export type { CodeTable } from './codes/code-table.js';
export { itemByCode, itemsOn, itemTableOn, requirementOf } from './items/checkup-items.js';
export {
  type CheckupItemDefinition,
  type CheckupItemType,
  type Programme,
  programmes,
} from './items/item-table.js';
